from reporting.query import listing
from reporting.query.selection import Selection
from reporting.snapshot import prepare, snapshot


def test_what_arrives_meanwhile_changes_no_figure_of_the_page(land):
    asked = Selection("activity", frozenset(land.da_bac))
    reader = land.reader()
    with snapshot(reader):
        before = listing.count(reader, asked)
        land.activity(land.da_bac[0])
        after = listing.count(reader, asked)

    assert (0, 0) == (before, after)
    assert 1 == listing.count(reader, asked)


def test_the_indexes_are_made_once(land):
    prepare(land.db)
    prepare(land.db)

    assert "activity_reported" in {index.name for index in land.db["activity"].indexes}
