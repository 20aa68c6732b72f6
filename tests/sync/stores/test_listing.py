"""A list is the filtered, sorted rows of a type, a page at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.changes import DELETED, Key
from sync.stores.listing import Listing, count, find
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.entries import record
from tests.contracts.projections import projections

ROWS = [
    ("c1", "1", {"title": "Trồng nấm", "women": 3, "search_text": "trong nam rom"}),
    ("c1", "2", {"title": "Dệt thổ cẩm", "women": 20, "search_text": "det tho cam"}),
    ("c2", "3", {"title": "Nuôi ong", "women": 7, "search_text": "nuoi ong 100%"}),
    ("c2", "4", {"title": "Xóa mù chữ", "search_text": "xoa mu chu nam 2012"}),
    ("c2", "5", {"title": "Đã xóa", "women": 1, "search_text": "da xoa", DELETED: True}),
]


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    store = SqliteStore(connect(tmp_path_factory.mktemp("l") / "store.db"), projections())
    for area, record_id, values in ROWS:
        store.save([record(Key(area, "activity", record_id), **values)])
    return store.db


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        (Listing(), "1234"),
        (Listing(areas={"c2"}), "34"),
        (Listing(areas=[]), ""),
        (Listing(equal={"title": "Nuôi ong"}), "3"),
        (Listing(equal={"women": None}), "4"),
        (Listing(between={"women": (7, 20)}), "23"),
        (Listing(between={"women": (None, 7)}), "13"),
        (Listing(between={"women": (7, None)}), "23"),
        (Listing(text="nam"), "14"),
        (Listing(text="rom nam"), "1"),
        (Listing(text="100%"), "3"),
        (Listing(text="_"), ""),
        (Listing(deleted=True), "5"),
        (Listing(order=("-women",)), "2314"),
        (Listing(order=("_area", "-title")), "1243"),
        (Listing(limit=2), "12"),
        (Listing(limit=2, offset=3), "4"),
    ],
)
def test_what_a_listing_finds(db, listing, expected):
    assert expected == "".join(row["_id"] for row in find(db, ["title"], "activity", listing))


def test_a_row_has_the_hidden_columns_and_those_that_were_asked_for(db):
    first = find(db, ["women", "_id"], "activity", Listing(limit=1))[0]

    assert {"_area": "c1", "_id": "1", "_deleted": 0, "women": 3} == first


def test_the_count_is_that_of_all_pages(db):
    assert 2 == count(db, "activity", Listing(text="nam", limit=1, offset=1))


@pytest.mark.parametrize(
    ("columns", "record_type", "listing"),
    [
        (["title] from log --"], "activity", Listing()),
        ([], "log", Listing()),
        ([], "nothing", Listing()),
        ([], "activity", Listing(order=("-rowid; drop table log",))),
        ([], "activity", Listing(equal={"1 = 1 or x": 1})),
        ([], "activity", Listing(between={"y": (1, 2)})),
        ([], "scholarship", Listing(text="x")),
    ],
)
def test_what_is_no_table_or_no_column_is_no_part_of_a_query(db, columns, record_type, listing):
    with pytest.raises(KeyError):
        find(db, columns, record_type, listing)


@given(
    areas=st.none() | st.sets(st.sampled_from(["c1", "c2", "c3"])),
    ends=st.tuples(st.none() | st.integers(0, 21), st.none() | st.integers(0, 21)),
    text=st.lists(st.sampled_from(["nam", "o", "xoa", "z"]), max_size=2).map(" ".join),
    deleted=st.booleans(),
)
def test_a_listing_finds_what_a_person_would(db, areas, ends, text, deleted):
    low, high = ends
    listing = Listing(areas, between={"women": ends}, text=text, deleted=deleted)

    def wanted(area, values):
        women = values.get("women")
        return (
            (areas is None or area in areas)
            and (ends == (None, None) or women is not None)
            and (low is None or women >= low)
            and (high is None or women <= high)
            and all(word in values["search_text"] for word in text.split())
            and bool(values.get(DELETED)) == deleted
        )

    expected = [record_id for area, record_id, values in ROWS if wanted(area, values)]
    assert expected == [row["_id"] for row in find(db, [], "activity", listing)]
    assert len(expected) == count(db, "activity", listing)


def test_a_column_sorts_by_the_key_that_is_kept_beside_it(tmp_path):
    backwards = {"title": lambda title: title[::-1].encode() if title else None}
    kinds = {name: kind._replace(keys=backwards) for name, kind in projections().items()}
    store = SqliteStore(connect(tmp_path / "store.db"), kinds)
    for name, title in enumerate(["ba", "ab", "ca", None]):
        store.save([record(Key("c1", "activity", str(name)), title=title)])

    def names(*order):
        return "".join(row["_id"] for row in find(store.db, [], "activity", Listing(order=order)))

    assert "3021" == names("title")
    assert "1203" == names("-title")


def test_a_column_that_names_another_record_sorts_by_what_that_is_called(tmp_path):
    kinds = projections(use={"material": str}, material={"title": str, "issued": str})
    store = SqliteStore(connect(tmp_path / "store.db"), kinds)
    for name, title, issued in [("x", "B", "2012"), ("y", "A", "2013"), ("z", "A", "2011")]:
        key = Key("c2", "material", name)
        store.save([record(key, title=title, issued=issued)])
        store.save([record(Key("c1", "use", f"of {name}"), material=name)])
    store.save([record(Key("c1", "use", "of nothing"), material="not here")])
    order = Listing(order=("material",), through={"material": ("material", ("title", "issued"))})

    assert ["of nothing", "of z", "of y", "of x"] == [
        row["_id"] for row in find(store.db, [], "use", order)
    ]
