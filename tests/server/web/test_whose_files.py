"""What leaves the offices as a file or on paper says whose it is, by the units of its day."""

import csv
import io

import pytest
from werkzeug.http import parse_options_header

from schemas.record import get, record_types
from schemas.tables import grids
from sync.changes import Key

from .evaluation.test_verifying import scored

CENTRES_OWN = [name for name, schema in record_types().items() if schema.lives_in == "centre"]


def read(client, address):
    text = client.get(address).data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def workbook(client, address):
    head, *rows = grids.grid(client.get(address).data)
    return [dict(zip(head, row, strict=False)) for row in rows]


@pytest.fixture
def client(land):
    return land.logged_in("tinh")


def test_records_of_one_list_stand_under_the_units_of_their_own_days(land, client):
    land.activity(land.da_bac[0], title="Cũ", held_from="2012-07-24")
    land.activity(land.da_bac[0], title="Mới", held_from="2025-07-01")
    address = "/records/activity.{}?period=all"
    expected = {
        "Cũ": "Thị trấn Đà Bắc, Huyện Đà Bắc",
        "Mới": "Xã Đà Bắc, Tỉnh Phú Thọ",
    }

    for rows in (read(client, address.format("csv")), workbook(client, address.format("xlsx"))):
        assert expected == {row["Tên hoạt động"]: row["Đơn vị"] for row in rows}
        assert {"TTHTCĐ Thị trấn Đà Bắc"} == {row["Trung tâm"] for row in rows}


@pytest.mark.parametrize("kind", CENTRES_OWN)
def test_every_type_of_a_centre_names_it_in_each_file_and_on_paper(land, client, kind):
    land.write(land.da_bac[0], kind, **get(kind).example())
    address = f"/records/{kind}{{}}?period=all"
    rows = [read(client, address.format(".csv"))[0], workbook(client, address.format(".xlsx"))[0]]
    paper = client.get(address.format("/print")).text

    assert ["TTHTCĐ Thị trấn Đà Bắc"] * 2 == [row["Trung tâm"] for row in rows]
    assert all("Đà Bắc, " in row["Đơn vị"] for row in rows)
    assert "TTHTCĐ Thị trấn Đà Bắc" in paper


def test_paper_and_page_are_headed_by_the_province_of_the_period(land, client):
    land.activity(land.da_bac[0])
    place = f"unit={land.da_bac[0]}"
    for period, province, other in (
        ("2012", "Tỉnh Hòa Bình", "Tỉnh Phú Thọ"),
        ("2026", "Tỉnh Phú Thọ", "Tỉnh Hòa Bình"),
    ):
        for path in ("print", ""):
            address = f"/records/activity/{path}".rstrip("/")
            page = client.get(f"{address}?period={period}&{place}").text
            head = page[: page.index("<h1")]

            assert province in head
            assert other not in head


def test_the_name_of_a_file_says_whose_it_is_and_of_when(land, client):
    address = f"/records/activity.csv?period=2012&unit={land.da_bac[0]}"
    kind, named = parse_options_header(client.get(address).headers["Content-Disposition"])

    assert "attachment" == kind
    assert "activity-tthtcd-thi-tran-da-bac-2012.csv" == named["filename"]


def test_an_evaluation_leaves_with_its_rank_decision_and_all_scores(land, client):
    one = scored(land, land.da_bac[0], decision="12/QĐ-PGD", decided_on="2012-12-30")
    key = Key(land.da_bac[0], "evaluation", one)
    values = land.province.store().load([key])[key].values
    verified = {n.replace("self", "verified"): v for n, v in values.items() if "self_score" in n}
    land.write(land.da_bac[0], "evaluation", one, **{**verified, "verification": "recognised"})
    land.write(land.da_bac[0], "evaluation", one, **{"verified_score.1.1": 3})

    for rows in (
        read(client, "/records/evaluation.csv?year=2012"),
        workbook(client, "/records/evaluation.xlsx?year=2012"),
        [row for row in read(client, "/evaluations.csv?year=2012") if row["Điểm tự chấm"]],
    ):
        assert 1 == len(rows)
        assert ("4", "3") == (rows[0]["Điểm tự chấm 1.1"], rows[0]["Điểm thẩm định 1.1"])
        assert "12/QĐ-PGD" == rows[0]["Quyết định công nhận"]
        assert "Khá" == rows[0]["Tự xếp loại"]
