import csv
import io
import re

import pytest

from schemas.fields import Choice
from schemas.record import families, fields, get
from sync.changes import DELETED, Key

from .test_registers import KNOWN

LISTED = {n: s for n, s in KNOWN.items() if not families(s) and n != "centre_profile"}


def test_a_search_needs_no_accents(browser, held):
    held("r1", title="Kỹ thuật trồng cam")
    held("r2", title="Lớp xóa mù chữ xóm Đồi")
    browser.get("/records/activity?q=mu chu doi")

    assert "Lớp xóa mù chữ xóm Đồi" in browser.words()
    assert "trồng cam" not in browser.words()


def test_a_list_is_narrowed_by_category_form_and_period(browser, held):
    held("r1", title="Một", category="xmc", held_from="2012-03-01", held_to=None)
    held("r2", title="Hai", category="xmc", held_from="2012-09-01", held_to=None)
    held("r3", title="Ba", category="pcgd", held_from="2012-09-01", held_to=None)
    browser.get("/records/activity?category=xmc&from=1/7/2012&to=31/12/2012")

    assert "1 bản ghi" in browser.words()
    assert ">Hai</a>" in browser.text


@pytest.mark.parametrize("kind", LISTED)
def test_every_list_is_narrowed_by_each_choice_that_it_shows(agent, browser, kind):
    schema, example = get(kind), get(kind).example()
    area = agent.published if schema.lives_in == "published" else "a1"
    agent.replica().write(Key(area, kind, "r1"), example, "Lan")
    choices = [n for n, field in fields(schema).items() if isinstance(field, Choice)]
    for name in {*schema.list_fields} & {*choices} & {*example}:
        for page in ("", "/print", ".csv"):
            browser.get(f"/records/{kind}{page}?{name}={example[name]}")

            assert 200 == browser.status, (name, page)
        browser.get(f"/records/{kind}?{name}={example[name]}")
        assert ">1 bản ghi<" in browser.text, name


def test_a_list_headed_by_a_year_is_narrowed_by_it(agent, browser):
    for year in (2012, 2013):
        values = {**get("annual_plan").example(), "year": year}
        agent.replica().write(Key("a1", "annual_plan", f"plan{year}"), values, "Lan")
    browser.get("/records/annual_plan?year=2013")
    assert 'value="2013"' in browser.text
    assert ["plan2013"] == re.findall(r"annual_plan/(plan\d+)", browser.text)

    browser.get("/records/annual_plan/print?year=2013")
    assert "2013" in browser.words()


def test_a_day_that_is_none_is_reported(browser, held):
    held()
    browser.get("/records/activity?from=32/13/2012")

    assert 200 == browser.status
    assert "Không hiểu ngày «32/13/2012»" in browser.words()


def test_a_column_sorts_both_ways(browser, held):
    held("r1", title="Một", attendance_count=100)
    held("r2", title="Hai", attendance_count=200)
    browser.get("/records/activity?sort=-attendance_count")
    assert browser.text.index(">Hai</a>") < browser.text.index(">Một</a>")
    assert 'aria-sort="descending"' in browser.text

    browser.get("/records/activity?sort=attendance_count")
    assert browser.text.index(">Một</a>") < browser.text.index(">Hai</a>")


def test_an_unknown_column_or_page_breaks_nothing(browser, held):
    held()
    browser.get("/records/activity?sort=_deleted;drop&page=x&category=none")

    assert 200 == browser.status
    assert "1 bản ghi" in browser.words()


def test_a_long_list_comes_in_pages(browser, held):
    for number in range(27):
        held(f"r{number:02}", title=f"Lớp {number:02}")
    browser.get("/records/activity")
    assert "27 bản ghi" in browser.words()
    assert 25 == browser.text.count(" kh-title")

    browser.get("/records/activity?page=2")
    assert 2 == browser.text.count(" kh-title")


def test_deleted_records_have_a_list_of_their_own(browser, agent, held):
    agent.replica().write(held(title="Bỏ"), {DELETED: True}, "Lan")
    browser.get("/records/activity")
    assert ">Bỏ</a>" not in browser.text

    browser.get("/records/activity?deleted=1")
    assert ">Bỏ</a>" in browser.text


def test_each_line_says_whether_the_province_has_it(browser, held):
    held()
    browser.get("/records/activity")

    assert "Chờ gửi" in browser.words()


def test_an_empty_list_says_what_to_do(browser):
    browser.get("/records/activity")

    assert "Bấm «Thêm mới» để nhập bản ghi đầu tiên" in browser.words()


def test_the_table_to_keep_holds_all_pages_of_what_is_listed(browser, held):
    for number in range(30):
        held(f"r{number:02}", title=f"Lớp {number:02}")
    held("other", title="Khác")
    answer = browser.get("/records/activity.csv?q=lop")

    lines = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.text.startswith("\ufeff")
    assert 31 == len(lines)
    assert (
        "attachment; filename=activity-tthtcd-xa-muong-bi.csv"
        == answer.headers["Content-Disposition"]
    )


def test_every_record_type_has_a_list(browser, criteria):
    for kind in KNOWN:
        browser.get(f"/records/{kind}")

        assert 200 == browser.status


def test_what_lies_in_another_area_is_not_listed(browser, agent):
    agent.replica().write(Key("a2", "activity", "foreign1"), {"title": "Lạ"}, "x")
    browser.get("/records/activity")

    assert "0 bản ghi" in browser.words()


def test_words_in_the_address_that_are_none_of_ours_break_nothing(browser, held):
    held()
    for words in ("kind=x", "_external=1&_scheme=x", f"page={9**99}", "gone=missing", "endpoint=x"):
        browser.get(f"/records/activity?{words}")

        assert 200 == browser.status


def test_words_sort_by_the_vietnamese_alphabet(browser, held):
    for number, title in enumerate(["Ươm cây", "Dệt thổ cẩm", "Đan lát", "Lớp 10", "Lớp 9"]):
        held(f"r{number}", title=title)
    browser.get("/records/activity?sort=title")
    places = [
        browser.text.index(f">{t}</a>") for t in ("Dệt thổ cẩm", "Đan lát", "Lớp 9", "Lớp 10")
    ]

    assert sorted(places) == places
