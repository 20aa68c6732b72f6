"""Paper as it comes out of a printer: how many pages, what stands together, what is numbered."""

import json
from pathlib import Path

import pytest

from schemas.evaluation.criteria import criteria
from schemas.export import printed_evaluation as printed_sheet
from schemas.export import printing
from schemas.record import families, get, record_types
from schemas.records.criteria_set import adapted
from tests.paper import printer

pytestmark = pytest.mark.browser

ACTIVITY, SIGNED = get("activity"), "Người lập"
FILED = Path(__file__).parents[2] / "server/data/criteria_sets.json"
NOTE = "Bà con tham gia đông đủ và trao đổi sôi nổi về kỹ thuật trồng cam. "


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    with printer(tmp_path_factory.mktemp("paper")) as found:
        yield found


@pytest.fixture(scope="module")
def longest_set():
    filed = json.loads(FILED.read_text("utf-8"))["sets"]
    return max((adapted(one, 2012) for one in filed), key=lambda set_: len(criteria(set_)))


def test_a_blank_form_of_every_type_has_two_pages_at_most(paper, longest_set):
    types = record_types()
    forms = [printing.blank(s, "vi", longest_set if families(s) else None) for s in types.values()]
    found = paper.papers(paper.drawn("form", "vi", shown) for shown in forms)
    pages = dict(zip(types, found, strict=True))

    assert {} == {name: len(its) for name, its in pages.items() if len(its) > 2}
    assert [] == [name for name, its in pages.items() if not before_the_signature(its[-1])]
    heads = {group.label for shown in forms for group in shown["groups"]}
    broken = [its[0].strip().splitlines() for its in pages.values() if len(its) == 2]
    feet = [[line.strip() for line in lines if line.strip()][-2] for lines in broken]
    assert len(feet) >= 2
    assert set() == heads & set(feet)  # a heading stands with what is under it


def before_the_signature(page):
    """What stands over the signatures on their page."""
    return page.partition(SIGNED)[0].strip() if SIGNED in page else ""


def test_signatures_stand_with_three_rows_however_long_the_list(paper):
    rows = [{**ACTIVITY.example(), "title": f"Mã{n:02}"} for n in range(60)]
    lists = [printing.filled(ACTIVITY, rows[:n], n, "vi") for n in range(1, 61)]
    found = paper.papers(paper.drawn("list", "vi", shown) for shown in lists)
    beside = [before_the_signature(pages[-1]).count("Mã") for pages in found]

    assert list(range(1, 61)) == [sum(p.count("Mã") for p in pages) for pages in found]
    assert [] == [n for n, rows in enumerate(beside, 1) if rows < min(n, 3)]
    assert max(map(len, found)) > 3


def test_signatures_stand_with_a_line_of_the_record_however_long_its_text(paper):
    texts = [{**ACTIVITY.example(), "result_note": (NOTE * 60)[:n]} for n in range(0, 4001, 250)]
    shown = [printing.record(ACTIVITY, values, "vi") for values in texts]
    found = paper.papers(paper.drawn("record", "vi", one) for one in shown)

    assert 1 == len(found[0])
    assert [] == [n for n, pages in enumerate(found) if not before_the_signature(pages[-1])]


@pytest.mark.parametrize(("lang", "word"), [("vi", "Trang"), ("en", "Page")])
def test_every_page_says_which_it_is_of_how_many(paper, lang, word):
    shown = printing.filled(ACTIVITY, [ACTIVITY.example()] * 30, 30, lang)
    pages = paper.pages(paper.drawn("list", lang, shown))

    assert len(pages) > 1
    numbers = [f"{word} {n}/{len(pages)}" for n in range(1, len(pages) + 1)]
    assert numbers == [page.strip().splitlines()[-1].strip() for page in pages]


def test_a_long_title_breaks_no_word_of_the_columns_beside_it(paper):
    row = {**ACTIVITY.example(), "title": "Rấtdàikhôngcókhoảngtrắng" * 8}
    (page,) = paper.pages(paper.drawn("list", "en", printing.filled(ACTIVITY, [row], 1, "en")))

    assert "Training" in page
    assert "Agricultural" in page


def test_a_filled_sheet_with_long_reasons_keeps_totals_ranks_and_signatures_together(
    paper, longest_set
):
    values = {
        "year": 2012,
        "status": "self_assessed",
        "signed_by": "Bùi Văn Đẳng",
        "signed_times": 1,
    }
    for one in criteria(longest_set):
        values |= {f"self_score.{one.code}": one.max, f"reason.{one.code}": NOTE}
    values["reason.2.1"] = (NOTE * 20)[:1000]
    shown = printed_sheet.sheet(longest_set, values, "vi")
    pages = paper.pages(paper.drawn("evaluation", "vi", shown))

    assert len(pages) > 1
    for said in ("Tổng điểm", "Xếp loại", "Đại diện trung tâm", "Bùi Văn Đẳng"):
        assert said in pages[-1]
