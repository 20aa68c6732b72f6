"""B1 of a small province, worked out by hand: activities by unit and category."""

from schemas.addresses import marked

from .conftest import of_districts

# activities, classes, sessions | attendances, female, minority, poor | instructors
# | of the association: activities, attendances | budget, programme, social, learners
# | plan: activities, %, attendances, % | last year: activities, %, attendances, %
FIRST_HALF = {
    "Huyện Đà Bắc": "4 3 11 320 131 122 20 6 2 184 1750000 - 1000000 0 5 60* 550 49.1* "
    "1 200* 100 170*",
    ("Huyện Đà Bắc", "xmc"): "0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 250 0 0 - 0 -",
    ("Huyện Đà Bắc", "phap_luat"): "1 - 1 120 60 - - 1 1 120 - - - 0 0 - 0 - 0 - 0 -",
    ("Huyện Đà Bắc", "khuyen_nong"): "3 3 10 200 71 122 20 5 1 64 1750000 - 1000000 - "
    "4 50* 300 50* 1 100* 100 50*",
    "Huyện Kim Bôi": "~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ 2 ~ - ~ 1 ~ 40 ~",
    ("Huyện Kim Bôi", "phap_luat"): "~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ 2 ~ - ~ 1 ~ 40 ~",
    "Tổng": "4 3 11 320 131 122 20 6 2 184 1750000 - 1000000 0 7 60* 550 49.1* 2 200* 140 170*",
    ("Tổng", "xmc"): "0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 250 0 0 - 0 -",
    ("Tổng", "phap_luat"): "1 - 1 120 60 - - 1 1 120 - - - 0 2 - - - 1 - 40 -",
    ("Tổng", "khuyen_nong"): "3 3 10 200 71 122 20 5 1 64 1750000 - 1000000 - "
    "4 50* 300 50* 1 100* 100 50*",
}
SECOND_HALF = {
    "Huyện Đà Bắc": "1 1 20 300 210 300 150 1 0 0 3000000 2000000 - 150000 "
    "5 80* 550 103.6* ~ ~ ~ ~",
    "Huyện Kim Bôi": "1 - - 80 33 - - - 0 0 - - - - 2 50 - - ~ ~ ~ ~",
    "Tổng": "2 1 20 380 243 300 150 1 0 0 3000000 2000000 - 150000 7 71.4* 550 103.6* ~ ~ ~ ~",
}


def test_the_first_half_is_as_worked_out_by_hand(ask):
    assert FIRST_HALF == of_districts(ask("b1", "2012-H1"))


def test_the_second_half_is_as_worked_out_by_hand(ask):
    rows = of_districts(ask("b1", "2012-H2"))

    assert SECOND_HALF == {name: row for name, row in rows.items() if isinstance(name, str)}


def test_a_cell_knows_what_it_rests_on_and_which_records(ask, land):
    table = ask("b1", "2012-H1")
    cell = table.total[0].cells["association_attendance_count"]

    assert (184, 2, 3, 2) == (cell.value, cell.reported, cell.expected, cell.records)
    assert ("activity", "attendance_count") == (cell.behind.record_type, cell.behind.figure)
    assert cell.behind.ask["period"] == "2012-H1"
    assert "hoi_khuyen_hoc" == cell.behind.ask[marked("instructor_organisation")]
