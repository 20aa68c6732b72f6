"""A file of records holds what the list shows, of each column in its own way, and no more."""

import csv
import io
import shutil
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from schemas.fields import Choice
from schemas.record import families, fields, get, record_types
from schemas.tables.columns import column_type
from schemas.tables.tabular import write_csv
from server.web.files import record_files
from server.web.files.record_files import AT_ONCE
from sync.changes import Key
from sync.clock import Timestamp
from sync.merge import Cell, Record

from ..conftest import Land

AWARD = {**get("award").example(), "consented_on": "2012-07-01", "recipient": "Bùi Thị Hoa"}


def table(client, address):
    text = client.get(address).get_data(as_text=True).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def book(client, address):
    heads, *rows = load_workbook(io.BytesIO(client.get(address).data)).worksheets[0].values
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_a_name_whose_consent_was_taken_back_is_in_no_file(land):
    given = land.write(land.da_bac[0], "award", **AWARD)
    taken = land.write(land.da_bac[0], "award", **AWARD)
    land.write(land.da_bac[0], "award", taken, consented_on=None)
    client = land.logged_in("tinh")
    expected = {given: "Bùi Thị Hoa", taken: ""}

    for rows in (
        table(client, "/records/award.csv?period=2012"),
        book(client, "/records/award.xlsx?period=2012"),
    ):
        assert expected == {row["Mã bản ghi"]: row["Người được khen"] or "" for row in rows}


def test_each_kind_of_column_goes_out_in_its_own_way(land):
    values = {"title": "=1+1", "attendance_count": 1250, "venue": "-", "material_used": "+84 218"}
    land.activity(land.da_bac[0], record_id="-1", **values)
    (row,) = table(land.logged_in("tinh"), "/records/activity.csv?period=2012")

    assert ["'=1+1", "'-", "'+84 218", "'-1"] == [
        row[name] for name in ("Tên hoạt động", "Địa điểm", "Tài liệu đã dùng", "Mã bản ghi")
    ]
    assert ["1250", "2012-07-24", "Tập huấn", ""] == [
        row[name] for name in ("Lượt người học", "Ngày bắt đầu", "Hình thức", "Trong đó nữ")
    ]


def test_a_long_file_has_every_record_once_in_the_order_of_the_list(land):
    area = land.da_bac[0]
    for number in range(AT_ONCE + 2):
        land.activity(area, title=f"Lớp {number}")
    client = land.logged_in("tinh")
    expected = [f"Lớp {number}" for number in range(AT_ONCE + 2)]

    for rows in (
        table(client, "/records/activity.csv?period=2012&sort=title"),
        book(client, "/records/activity.xlsx?period=2012&sort=title"),
    ):
        assert expected == [row["Tên hoạt động"] for row in rows]


texts = st.text(st.sampled_from("=+-@\t\r\n',\"; aĐ5") | st.characters(codec="utf-8"), max_size=9)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str)
whole = st.integers(-(2**63), 2**63 - 1)
points = st.floats(allow_nan=False, allow_infinity=False)
COLUMNS = {str: texts | days, int: whole | st.booleans(), float: points | whole}
TABLES = sorted(name for name, schema in record_types().items() if not families(schema))


def values_of(field):
    """What a record may hold there, also one of a newer version."""
    codes = st.sampled_from(sorted(field.codes.options if isinstance(field, Choice) else ["x"]))
    return st.none() | COLUMNS[column_type(field)] | codes


@st.composite
def records(draw, land):
    """Some of one type, where such records lie."""
    kind = draw(st.sampled_from(TABLES))
    areas = sorted(land.province.areas_of(get(kind))) or land.da_bac
    kept = {name: values_of(f) for name, f in fields(get(kind)).items() if column_type(f)}
    return [
        Record(
            Key(draw(st.sampled_from(areas)), kind, str(number)),
            {name: Cell(draw(values), Timestamp(1, 0, "x")) for name, values in kept.items()},
        )
        for number in range(draw(st.integers(1, 3)))
    ]


@pytest.fixture(scope="module")
def desk(tmp_path_factory, founded):
    """A province, and somebody who looks at it."""
    land = Land(shutil.copytree(founded, tmp_path_factory.mktemp("files") / "province"))
    yield land, land.logged_in("tinh")
    land.province.close()


def cell_by_cell(ask):
    return record_files.by_cell(record_files.sheet(ask))


@settings(max_examples=80, deadline=None)
@given(data=st.data(), lang=st.sampled_from(["vi", "en"]))
def test_the_database_writes_each_line_as_the_csv_writer_does(desk, data, lang):
    land, client = desk
    made = data.draw(records(land))
    kind = made[0].key.record_type
    land.db.execute(f'delete from "{kind}"')
    land.province.store().save(made)
    client.set_cookie("lang", lang)
    address = f"/records/{kind}.csv?period=all"
    by_the_database = client.get(address).data
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(record_files, "_lines", cell_by_cell)
        by_the_writer = client.get(address).data

    assert by_the_database.count(b"\r\n") > len(made)
    assert by_the_writer == by_the_database


def test_decimals_are_written_as_the_centre_writes_them(land):
    target = get("plan_target")
    values = {**target.example(), "baseline": 61.5, "target": 1250.0, "reached": 0.1}
    land.write(next(iter(land.province.areas_of(target)), land.da_bac[0]), "plan_target", **values)
    (row,) = table(land.logged_in("tinh"), "/records/plan_target.csv?period=all")
    (ours,) = csv.DictReader("".join(write_csv(target, [values], "vi")).splitlines())
    heads = [target._declared_fields[name].label.vi for name in ("baseline", "target", "reached")]

    assert ["61,5", "1250", "0,1"] == [row[head] for head in heads]
    assert [ours[head] for head in heads] == [row[head] for head in heads]
