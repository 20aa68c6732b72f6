from server.reports import listing
from server.reports.listing import PAGE, Paging
from server.reports.selection import Selection
from sync.changes import DELETED


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
