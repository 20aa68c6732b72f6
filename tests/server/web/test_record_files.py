"""A file of records holds what the list shows, of each column in its own way, and no more."""

import csv
import io

from openpyxl import load_workbook

from schemas.record import get
from server.web.record_files import AT_ONCE

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
