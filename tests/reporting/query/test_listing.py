from dataclasses import replace

import pytest

from reporting import periods
from reporting.query import listing
from reporting.query.listing import PAGE, Paging
from reporting.query.selection import Selection
from schemas.tables.ordering import words
from sync.changes import DELETED

TITLES = ["Ơn", "Dệt", "Lớp 10", "Đan", "Lớp 2", "", "dệt", "Xóm"]


def test_pages_hold_every_record_once_the_newest_first(land):
    for number in range(PAGE + 3):
        land.activity(land.da_bac[0], held_from=f"2012-01-{1 + number % 28:02}")
    asked = Selection("activity", frozenset(land.da_bac))
    pages = [listing.page(land.db, asked, number) for number in (1, 2, 3)]
    days = [row["held_from"] for page in pages for row in page]

    assert [PAGE, 3, 0] == [len(page) for page in pages]
    assert sorted(days, reverse=True) == days
    assert list(listing.stream(land.db, asked)) == [row for page in pages for row in page]


def test_a_deleted_record_is_found_by_who_may_see_it_and_counted_by_nobody(land):
    one = land.activity(land.da_bac[0])
    land.write(land.da_bac[0], record_id=one, **{DELETED: True})
    mine, theirs = (Selection("activity", frozenset(a)) for a in (land.da_bac, land.kim_boi))

    assert 0 == listing.count(land.db, mine)
    assert listing.holds(land.db, mine, land.da_bac[0], one)
    assert not listing.holds(land.db, theirs, land.da_bac[0], one)


def test_there_is_always_a_first_page():
    assert 1 == Paging(1, 0).last
    assert 2 == Paging(1, PAGE + 1).last


@pytest.fixture
def titled(land):
    for number, title in enumerate(TITLES):
        area = (*land.da_bac, *land.kim_boi)[number % 5]
        land.activity(area, title=title, held_from=f"2012-{1 + number % 4 * 3:02}-05")
    land.activity(land.da_bac[0], title="Của năm trước", held_from="2011-12-31")
    every = frozenset([*land.da_bac, *land.kim_boi])
    return Selection("activity", every, periods.year(2012))


def titles(db, asked, sort):
    return [row["title"] for row in listing.page(db, asked, 1, sort)]


def plan(db, asked, sort):
    sql, args = listing.query(db, asked, listing.order_of(asked, sort), "*")
    return " ".join(row[3] for row in db.execute(f"explain query plan {sql} limit 50", args))


def test_a_year_is_sorted_by_the_vietnamese_alphabet_from_either_end(land, titled):
    expected = ["", "dệt", "Dệt", "Đan", "Lớp 2", "Lớp 10", "Ơn", "Xóm"]

    assert expected == sorted(TITLES, key=words)
    assert expected == titles(land.db, titled, "title")
    assert expected[::-1] == titles(land.db, titled, "-title")


def test_so_are_a_part_of_the_year_and_years_that_overlap_two(land, titled):
    def its(period):
        return titles(land.db, replace(titled, period=period), "title")

    assert ["Đan", "Xóm"] == its(periods.month(2012, 10))
    assert ["dệt", "Đan", "Lớp 10", "Xóm"] == its(periods.half(2012, 2))
    both = ["", "Của năm trước", "dệt", "Dệt", "Lớp 2", "Lớp 10", "Ơn"]
    assert both == its(periods.school_year(2011))
    assert ["", "Của năm trước", "dệt"] == its(None)[:3]


@pytest.mark.parametrize("sort", ["title", "-title"])
@pytest.mark.parametrize("narrowed", ["", "area", "choice", "text", "deleted"])
def test_a_year_sorted_by_its_title_is_read_from_the_index_in_its_order(
    land, titled, narrowed, sort
):
    changes = {
        "": {},
        "area": {"areas": frozenset(land.da_bac[:1])},
        "choice": {"equal": {"category": "khuyen_nong"}},
        "text": {"text": "tập huấn"},
        "deleted": {"deleted": True},
    }
    found = plan(land.db, replace(titled, **changes[narrowed]), sort)

    assert "USING INDEX activity_by_title (_deleted=? AND <expr>=?)" in found
    assert "TEMP B-TREE" not in found


def test_a_year_sorted_by_a_choice_fetches_no_record_that_is_not_of_it(land, titled):
    found = plan(land.db, titled, "-category")

    assert "USING INDEX activity_reported (_deleted=? AND held_from>? AND held_from<?)" in found


def test_a_type_without_an_index_of_its_days_reads_a_quarter_from_that_of_the_year(land):
    asked = Selection("scholarship", frozenset(land.da_bac), periods.quarter(2012, 3))
    found = plan(land.db, asked, "title")

    assert "USING INDEX scholarship_by_title (_deleted=? AND <expr>=?)" in found
    assert "TEMP B-TREE" not in found


def test_what_is_hidden_is_no_column_to_sort_by_and_not_in_a_row(land, titled):
    assert not any(name.startswith("_key_") for name in listing.page(land.db, titled, 1)[0])
    with pytest.raises(KeyError):
        listing.page(land.db, titled, 1, "_key_title")
