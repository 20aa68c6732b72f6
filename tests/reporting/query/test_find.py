"""A list is the filtered, sorted rows of a type, a page at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.query.listing import Window, count, find
from reporting.query.selection import Selection
from schemas.tables.columns import projections
from sync.changes import DELETED, Key
from sync.stores.sqlite import SqliteStore, connect
from tests.contracts.entries import record

ROWS = [
    ("c1", "1", {"title": "Trồng nấm rơm", "female_count": 3}),
    ("c1", "2", {"title": "Dệt thổ cẩm", "female_count": 20}),
    ("c2", "3", {"title": "Nuôi ong 100%", "female_count": 7}),
    ("c2", "4", {"title": "Xóa mù chữ năm 2012"}),
    ("c2", "5", {"title": "Đã xóa", "female_count": 1, DELETED: True}),
]
SEARCHED = ["trong nam rom", "det tho cam", "nuoi ong 100%", "xoa mu chu nam 2012", "da xoa"]


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    store = SqliteStore(connect(tmp_path_factory.mktemp("l") / "store.db"), projections())
    for area, record_id, values in ROWS:
        store.save([record(Key(area, "activity", record_id), **values)])
    return store.db


def asked(areas=None, record_type="activity", **narrowed):
    return Selection(record_type, areas, **narrowed)


@pytest.mark.parametrize(
    ("selection", "order", "window", "expected"),
    [
        (asked(), (), Window(), "1234"),
        (asked({"c2"}), (), Window(), "34"),
        (asked([]), (), Window(), ""),
        (asked(equal={"title": "Nuôi ong 100%"}), (), Window(), "3"),
        (asked(equal={"female_count": None}), (), Window(), "4"),
        (asked(equal={"female_count": ""}), (), Window(), "4"),
        (asked(equal={"female_count": "7"}), (), Window(), "3"),
        (asked(equal={"female_count": "07"}), (), Window(), ""),
        (asked(equal={"female_count": "viele"}), (), Window(), ""),
        (asked(equal={"_id": "2"}), (), Window(), "2"),
        (asked(between={"female_count": (7, 20)}), (), Window(), "23"),
        (asked(between={"female_count": (None, 7)}), (), Window(), "13"),
        (asked(between={"female_count": (7, None)}), (), Window(), "23"),
        (asked(text="nam"), (), Window(), "14"),
        (asked(text="Rơm nấm"), (), Window(), "1"),
        (asked(text="100%"), (), Window(), "3"),
        (asked(text="_"), (), Window(), ""),
        (asked(deleted=True), (), Window(), "5"),
        (asked(), ("-female_count",), Window(), "2314"),
        (asked(), ("title",), Window(), "2314"),  # keys: Dệt, Nuôi, Trồng, Xóa
        (asked(), (), Window(2), "12"),
        (asked(), (), Window(2, 3), "4"),
    ],
)
def test_what_a_list_shows(db, selection, order, window, expected):
    rows = find(db, selection, ["title"], order, window)

    assert expected == "".join(row["_id"] for row in rows)


def test_a_row_has_the_hidden_columns_and_those_that_were_asked_for(db):
    (first,) = find(db, asked(), ["female_count", "_id"], window=Window(1))

    hidden = {"_area": "c1", "_id": "1", "_deleted": 0, "_unreadable": ""}
    assert {**hidden, "female_count": 3} == first


def test_the_count_is_that_of_all_pages(db):
    assert 2 == count(db, asked(text="nam"))


@pytest.mark.parametrize(
    ("columns", "order", "selection"),
    [
        (['title" from log --'], (), asked()),
        ([], (), asked(record_type="log")),
        ([], (), asked(record_type="nothing")),
        ([], ("-rowid; drop table log",), asked()),
        ([], ("_key_title",), asked()),
        ([], (), asked(equal={"1 = 1 or x": 1})),
        ([], (), asked(between={"y": (1, 2)})),
    ],
)
def test_what_is_no_table_or_no_column_is_no_part_of_a_query(db, columns, order, selection):
    with pytest.raises(KeyError):
        find(db, selection, columns, order)


@given(
    areas=st.none() | st.sets(st.sampled_from(["c1", "c2", "c3"])),
    ends=st.tuples(st.none() | st.integers(0, 21), st.none() | st.integers(0, 21)),
    text=st.lists(st.sampled_from(["nam", "o", "xoa", "z"]), max_size=2).map(" ".join),
    deleted=st.booleans(),
)
def test_a_list_shows_what_a_person_would_choose(db, areas, ends, text, deleted):
    low, high = ends
    selection = asked(areas, between={"female_count": ends}, text=text, deleted=deleted)

    def wanted(area, values, words):
        women = values.get("female_count")
        return (
            (areas is None or area in areas)
            and (ends == (None, None) or women is not None)
            and (low is None or women >= low)
            and (high is None or women <= high)
            and all(word in words for word in text.split())
            and bool(values.get(DELETED)) == deleted
        )

    both = zip(ROWS, SEARCHED, strict=True)
    expected = [name for (area, name, values), words in both if wanted(area, values, words)]
    assert expected == [row["_id"] for row in find(db, selection, [])]
    assert len(expected) == count(db, selection)


def test_a_column_that_names_another_record_sorts_by_what_that_is_called(tmp_path):
    store = SqliteStore(connect(tmp_path / "store.db"), projections())
    titles = [("x", "B", "2012-01-01"), ("y", "A", "2013-01-01"), ("z", "A", "2011-01-01")]
    for name, title, issued in titles:
        store.save([record(Key("c2", "material", name), title=title, issued_on=issued)])
        store.save([record(Key("c1", "material_use", f"of {name}"), material=name)])
    store.save([record(Key("c1", "material_use", "of nothing"), material="not here")])

    upward = [row["_id"] for row in find(store.db, asked(None, "material_use"), [], ["material"])]
    assert ["of nothing", "of z", "of y", "of x"] == upward
