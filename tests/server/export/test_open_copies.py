"""The copy for Datasette explains itself, and has nothing in it that is not to be seen."""

import sqlite3
from contextlib import closing

import pytest

from schemas.record import get, record_types
from server.export import open_copies
from sync.changes import DELETED, Key
from tests.server.export.test_archives import filled  # noqa: F401  # a province with records

OPEN = {name: one for name, one in record_types().items() if one.lives_in != "internal"}


@pytest.fixture
def copy(filled, tmp_path):  # noqa: F811
    path = tmp_path / "tinh.db"
    open_copies.write(filled, path)
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        yield db


def names(db, kind):
    return {row[0] for row in db.execute("select name from sqlite_master where type = ?", [kind])}


def test_it_has_the_record_types_units_centres_and_codes_and_nothing_else(copy):
    assert {*OPEN, "unit", "unit_link", "centre", "code"} == names(copy, "table")


def test_what_is_internal_to_the_offices_is_not_in_it(copy):
    told = open_copies.metadata("tinh")["databases"]["tinh"]["tables"]

    assert OPEN.keys() < record_types().keys()
    assert {*told, *names(copy, "table")}.isdisjoint(record_types().keys() - OPEN.keys())


def test_every_record_type_has_a_view_in_plain_vietnamese(copy):
    (row,) = copy.execute('select * from "Hoạt động"')

    assert {schema.label.vi for schema in OPEN.values()} == names(copy, "view")
    assert "Khuyến nông (trồng trọt, chăn nuôi, thú y)" == row["Lĩnh vực"]
    assert row["Trung tâm"].startswith("TTHTCĐ ")
    assert "Xã Yên Mông, Thành phố Hòa Bình, Tỉnh Hòa Bình" == row["Đơn vị"]
    assert 86 == row["Lượt người học"]


def test_a_small_count_of_a_sensitive_kind_is_not_in_it_and_the_row_says_so(filled, tmp_path):  # noqa: F811
    (area,) = _areas(filled)
    filled.hub().write(Key(area, "activity", "one"), {"disabled_count": 3}, "Hoa")
    open_copies.write(filled, tmp_path / "tinh.db")
    with closing(sqlite3.connect(tmp_path / "tinh.db")) as db:
        found = db.execute("select disabled_count, _withheld from activity where _deleted = 0")
        (row,), (said,) = found, db.execute('select "Trong đó khuyết tật" from "Hoạt động"')

    assert (None, "disabled_count") == row
    assert ("<5",) == said


def test_yes_and_no_are_reported_in_words(copy):
    (row,) = copy.execute('select * from "Hồ sơ trung tâm"')

    assert ("Không", "Có") == (row["Trụ sở riêng"], row["Con dấu"])


def test_the_metadata_says_what_every_column_means():
    told = open_copies.metadata("tinh")["databases"]["tinh"]["tables"]

    assert "Hoạt động" == told["activity"]["title"]
    for name, schema in OPEN.items():
        assert open_copies.kept(schema) <= told[name]["columns"].keys()


def test_what_is_personal_is_left_out(monkeypatch):
    schema = get("centre_profile")
    monkeypatch.setattr(schema._declared_fields["director"], "personal", "why", raising=False)

    assert "director" not in open_copies.kept(schema)
    assert "name" in open_copies.kept(schema)


def test_a_copy_is_written_in_place_of_the_one_before(filled, tmp_path):  # noqa: F811
    path = tmp_path / "tinh.db"
    open_copies.write(filled, path)
    key = next(iter(filled.store().fingerprints(_areas(filled), "activity")))
    filled.hub().write(key, {DELETED: True}, "Hoa")
    open_copies.write(filled, path)

    with closing(sqlite3.connect(path)) as db:
        assert 0 == db.execute('select count(*) from "Hoạt động"').fetchone()[0]
    assert ["tinh.db", "tinh.metadata.json"] == sorted(p.name for p in tmp_path.glob("tinh*"))


def _areas(province):
    return [row["area"] for row in province.db()["centre"].rows]
