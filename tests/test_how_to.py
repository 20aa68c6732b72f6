"""The how-to pages are true: their code runs, and does what they say."""

import doctest
import importlib.util
import re
import sys
from pathlib import Path

import pytest

from reporting import summaries
from schemas import declarations, forms, record, records, registers
from schemas.declarations import DeclarationError
from schemas.export.openapi import component
from schemas.fields import Label, Text, uses
from schemas.forms.text import unit
from schemas.importing.intake import read_csv
from schemas.record import RecordSchema
from schemas.tables import tabular
from schemas.tables.columns import projection
from tests.schemas.conftest import registry  # noqa: F401
from tests.schemas.declared import values

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"
PAGES = {path.stem: path.read_text("utf-8") for path in HOW_TO.glob("*.md")}
HELP = Label("Giờ mở cửa.", "When it opens.")


def block(page, start):
    """The text of the first block of code that begins with that line."""
    return re.search(rf"^```{re.escape(start)}\n(.*?)^```$", PAGES[page], re.DOTALL | re.MULTILINE)[
        1
    ]


def run(page, start, folder):
    """The module that a page shows, imported as a file of its own."""
    name = f"how_to_{start}"
    path = folder / f"{name}.py"
    path.write_text(block(page, f"python file={start}"), "utf-8")
    spec = importlib.util.spec_from_file_location(name, path)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def book_loan(registry, tmp_path, monkeypatch):  # noqa: F811
    """The record type of the page, in one more file among those of the record types."""
    start = "python file=schemas/records/book_loan.py"
    (tmp_path / "book_loan.py").write_text(block("record-type", start), "utf-8")
    monkeypatch.setattr(records, "__path__", [*records.__path__, str(tmp_path)])
    record._import_all.cache_clear()
    yield record.get("book_loan")
    record._import_all.cache_clear()
    del sys.modules["schemas.records.book_loan"]


def test_the_record_type_of_the_page_does_what_the_page_shows(book_loan):
    examples = doctest.DocTestParser().get_doctest(
        block("record-type", "pycon"), {}, "record-type", "record-type.md", 0
    )
    output = []
    outcome = doctest.DocTestRunner().run(examples, out=output.append)

    assert outcome.attempted
    assert 0 == outcome.failed, "".join(output)


def test_the_mistake_of_the_page_is_named_as_the_page_says(book_loan):
    code = block("record-type", "python file=schemas/records/book_loan.py")
    wrong = code.replace('"Hạn trả", "Due on", ', '"", "", ').replace(
        "    help = Label", "    _ = Label"
    )
    with pytest.raises(DeclarationError) as error:
        exec(compile(wrong, "book_loan.py", "exec"), {"__name__": "how_to_wrong"})

    assert block("record-type", "text").strip() == str(error.value)


def test_the_record_type_of_the_page_has_all_that_every_type_has(book_loan):
    example = book_loan.example()
    (line,) = read_csv(book_loan, "".join(tabular.write_csv(book_loan, [example], "vi")))
    declarations.check_together(record.record_types())

    assert example == line.values
    assert "Dế Mèn" not in str(component(book_loan))
    assert "sach" == projection(book_loan).row({**example, "kind": "sach"})["kind"]


@pytest.fixture
def b90(tmp_path, monkeypatch):
    """The summary of the page, in one more file among the summaries."""
    (tmp_path / "b90.py").write_text(
        block("summary", "python file=reporting/summaries/b90.py"), "utf-8"
    )
    monkeypatch.setattr(summaries, "__path__", [*summaries.__path__, str(tmp_path)])
    summaries.summaries.cache_clear()
    yield summaries.get("b90")
    summaries.summaries.cache_clear()
    del sys.modules["reporting.summaries.b90"]


def test_the_summary_of_the_page_does_what_the_page_shows(b90):
    examples = doctest.DocTestParser().get_doctest(
        block("summary", "pycon"), {}, "summary", "summary.md", 0
    )
    output = []
    outcome = doctest.DocTestRunner().run(examples, out=output.append)

    assert outcome.attempted
    assert 0 == outcome.failed, "".join(output)


def test_the_mistake_of_the_summary_is_named_as_the_page_says():
    code = block("summary", "python file=reporting/summaries/b90.py")
    wrong = code.replace('"The learning clubs of the villages."', '""').replace(
        'Change("club_count"', 'Change("clubs"'
    )
    with pytest.raises(DeclarationError) as error:
        exec(compile(wrong, "b90.py", "exec"), {"__name__": "how_to_wrong"})

    assert block("summary", "text").strip() == str(error.value)


def test_a_subclass_of_a_kind_needs_only_what_differs(tmp_path):
    percentage = run("kind-of-field", "percentage", tmp_path).Percentage

    assert [] == uses.lacking([percentage])
    assert "%" == unit(percentage("Tỷ lệ", "Share", HELP))


def test_the_kind_of_its_own_of_the_page_has_every_row_but_that_of_the_tests(
    registry,  # noqa: F811
    tmp_path,
):
    time_of_day = run("kind-of-field", "time_of_day", tmp_path).TimeOfDay

    assert ["no values for tests for TimeOfDay"] == uses.lacking([time_of_day])

    class Opening(RecordSchema):
        record_type = "opening"
        label = help = Label("Giờ mở cửa", "Opening time")
        register = registers.PREMISES
        title_field, list_fields = "name", ("name", "opens")
        name = Text("Tên", "Name", HELP, required=True)
        opens = time_of_day("Mở lúc", "Opens at", HELP, required=True)

    read = forms.read(Opening, {"name": "Thư viện", "opens": "7h30"})
    (line,) = read_csv(Opening, "".join(tabular.write_csv(Opening, [read], "vi")))

    assert {"name": "Thư viện", "opens": "07:30"} == read == line.values
    assert ["Thư viện", "07:30"] == tabular.cells(Opening, read, "vi")
    with pytest.raises(forms.ValidationError):
        forms.read(Opening, {"name": "Thư viện", "opens": "25:00"})


def test_the_page_lists_every_use_with_its_place():
    rows = re.findall(r"^\| (.+?) \| `([\w.]+)\.(\w+)` \|$", PAGES["kind-of-field"], re.MULTILINE)
    for name, module, function in rows:
        assert uses.USES[name] is getattr(importlib.import_module(module), function)

    ours = {n for n, use in uses.USES.items() if use is not values and not n.startswith("smell")}
    assert ours == {name for name, *_ in rows}
