"""The how-to pages are true: their code runs, and does what they say."""

import doctest
import importlib.util
import re
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from reporting import summaries
from schemas import declarations, forms, record, records, registers
from schemas.declarations import DeclarationError
from schemas.export.openapi import component
from schemas.fields import Label, Text, uses
from schemas.forms.text import understood, unit
from schemas.importing.intake import read_csv
from schemas.record import RecordSchema
from schemas.tables import tabular
from schemas.tables.columns import projection
from sync.stores.sqlite import SqliteStore
from tests import pages
from tests.pages import ROOT
from tests.schemas.conftest import registry  # noqa: F401
from tests.schemas.declared import values

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"
PAGES = {path.stem: path.read_text("utf-8") for path in HOW_TO.glob("*.md")}
SHOW = """
import sys
from pathlib import Path
from server import Config, create_app
from server.centres import centres, units
from server.founding import create_province
from server.users import users

config = Config(Path(sys.argv[1]))
province = create_province(config)
unit = next(each for each in units.in_force(province.db(), "2012-07-24") if each.code == "04831")
centres.add(province.db(), unit, "2008-01-01")
users.add(province.db(), users.Account("tinh", "một mật khẩu dài", users.PROVINCE))
province.close()
client = create_app(config).test_client()
print(client.get("/quiet").status_code)
token = client.get("/login").text.split('name="csrf_token" value="')[1].split('"')[0]
sent = {"name": "tinh", "password": "một mật khẩu dài", "csrf_token": token}
client.post("/login", data=sent)
client.set_cookie("lang", "en")
print(client.get("/quiet").text)
"""
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
    record.reload_types()
    yield record.get("book_loan")
    record.reload_types()
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
    share = percentage("Tỷ lệ", "Share", HELP)
    assert "%" == unit(share)
    assert [61.5, 61.5] == [understood(share, typed) for typed in ("61,5", "61,5 %")]


def test_the_kind_of_its_own_of_the_page_has_every_row_but_that_of_the_tests(
    registry,  # noqa: F811
    tmp_path,
):
    time_of_day = run("kind-of-field", "time_of_day", tmp_path).TimeOfDay

    (line,) = uses.lacking([time_of_day])
    assert "no values for tests for TimeOfDay: add a row to tests.schemas.declared.values" == line

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


@pytest.fixture
def reading_hour(registry, tmp_path, monkeypatch):  # noqa: F811
    start = "python file=schemas/records/reading_hour.py"
    (tmp_path / "reading_hour.py").write_text(block("column-and-total", start), "utf-8")
    monkeypatch.setattr(records, "__path__", [*records.__path__, str(tmp_path)])
    record.reload_types()
    yield record.get("reading_hour")
    record.reload_types()
    del sys.modules["schemas.records.reading_hour"]


def test_the_columns_and_totals_of_the_page_are_those_it_shows(reading_hour):
    declarations.check_together(record.record_types())
    names = {}
    sessions = pages.blocks(PAGES["column-and-total"], "pycon")

    assert 2 == len(sessions)
    for text in sessions:
        type_in(text, names)


def type_in(text, names):
    """Type a session in this process, and compare what it prints."""
    examples = doctest.DocTestParser().get_doctest(text, names, "session", "a page", 0)
    output = []
    outcome = doctest.DocTestRunner().run(examples, out=output.append, clear_globs=False)
    names |= examples.globs

    assert outcome.attempted
    assert 0 == outcome.failed, "".join(output)


def test_the_sentence_of_the_page_counts_in_english():
    type_in(block("sentence", "pycon"), {})


@pytest.mark.parametrize("program", ["agent", "server"])
def test_the_settings_of_the_page_are_read(program, tmp_path):
    folder = pages.copied(tmp_path, "client_agent", "server")
    pages.apply(pages.blocks(PAGES["setting"], "diff"), folder)

    pages.session(block("setting", f"pycon {program}"), [folder, ROOT])


def test_the_page_of_the_page_is_shown_to_who_is_logged_in(tmp_path):
    """The diff fits the files of today, the template renders, the sentences are there."""
    folder = pages.copied(tmp_path, "server", "tests/server/test_matrix.py")
    pages.apply(pages.blocks(PAGES["page"], "diff"), folder)
    for kind, name in (("python", "figures/quiet.py"), ("html", "templates/web/quiet.html")):
        place = f"server/web/{name}"
        (folder / place).write_text(block("page", f"{kind} file={place}"), "utf-8")
    status, text = pages.python(SHOW, "", [folder, ROOT], str(tmp_path / "province")).split("\n", 1)

    assert "302" == status
    assert "<h1>Centres out of contact</h1>" in text
    assert "1 centre has been out of contact for two weeks or more." in text


def test_the_question_to_the_log_of_the_page_is_one_that_the_store_answers():
    store = SqliteStore(Database(memory=True), {})
    (sql,) = re.findall(r'sqlite3 centre\.db "(select [^"]+)"', PAGES["debug-a-sync"])

    assert [] == list(store.db.query(sql))


def test_what_a_replay_says_is_what_the_page_explains():
    replay = (ROOT / "tests" / "simulation" / "replay.py").read_text("utf-8")
    table = PAGES["debug-a-sync"].split("| the replay says | it means |")[1].split("\n\n")[0]
    phrases = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)

    assert 6 == len(phrases)
    assert [] == [phrase for phrase in phrases if phrase not in replay]
