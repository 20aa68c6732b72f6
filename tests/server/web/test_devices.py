from dataclasses import replace

import pytest

from server.devices import devices
from sync.changes import DIVERGENCE, Key
from sync.check_words import check
from sync.repair import Difference
from sync.replay import divergence
from sync.review import FROM_NO_PROGRAM


def test_a_device_shows_what_was_last_heard_of_it(land):
    land.device("aaaaaaaa", land.da_bac[0], waiting=17, clock_offset=7 * 3_600_000)
    page = land.logged_in("tinh").get("/devices").text

    assert "24/07/2012 12:00" in page
    assert "nhanh 7 giờ" in page
    assert "17 thay đổi chờ gửi" in page


def test_silence_is_marked_and_a_centre_without_a_machine_is_not_forgotten(land):
    land.device("aaaaaaaa", land.da_bac[0], last_contact=land.wall() - 30 * 86_400_000)
    page = land.logged_in("da.bac").get("/devices").text

    assert "im lặng</b>" in page
    assert 2 == page.count("chưa ghi danh máy nào")


def test_the_csv_has_the_same_lines(land):
    land.device("aaaaaaaa", land.da_bac[0], label="=Máy")
    lines = land.logged_in("da.bac").get("/devices.csv").text.splitlines()

    assert 4 == len(lines)
    assert "'=Máy" in lines[1]


def test_the_words_of_the_last_receipt_can_be_read_out(land):
    area = land.da_bac[0]
    land.device("aaaaaaaa", area)
    told = {"device": "aaaaaaaa", "wall": land.wall(), "head": 1214, "digest": "07" * 16}
    land.db["proof"].insert(told)
    officer = land.logged_in("tinh")
    words = check(int("07" * 16, 16))

    for path in ("/devices", "/devices.csv", "/admin/devices/aaaaaaaa"):
        assert words in officer.get(path).text
    assert "1.214 thay đổi, 24/07/2012 12:00" in officer.get("/devices").text


def test_a_machine_whose_records_differed_is_marked(land):
    land.device("aaaaaaaa", land.da_bac[0])
    replica = replace(land.province.hub(), notice_area=land.da_bac[0], device="aaaaaaaa")
    divergence.report(replica, Difference({"activity": 1}, {"activity": 2}, {}, {}))
    page = land.logged_in("tinh").get("/devices").text

    assert "đã khác 24/07/2012 12:00" in page


def test_a_machine_whose_word_on_a_difference_cannot_be_read_is_marked(land):
    land.device("aaaaaaaa", land.da_bac[0])
    key = Key(land.da_bac[0], DIVERGENCE, "aaaaaaaa")
    land.province.hub().write(key, {"at": 10**4000, "times": "x", "types": {}}, "")
    client = land.logged_in("tinh")

    assert "Báo khác dữ liệu: không đọc được" in client.get("/devices").text
    assert "không đọc được" in client.get("/devices.csv").text


def test_a_machine_that_named_a_place_that_never_was_is_marked(land):
    land.device("aaaaaaaa", land.da_bac[0], restarts=2, restarted=land.wall())
    page = land.logged_in("tinh").get("/devices").text

    assert "đọc lại từ đầu 24/07/2012 12:00" in page
    assert "2 lần. Dữ liệu không bị ảnh hưởng" in page


@pytest.mark.parametrize("reason", sorted(FROM_NO_PROGRAM))
def test_a_machine_that_sends_what_no_sound_one_does_is_named_until_somebody_answers(land, reason):
    land.device("dabac", land.da_bac[0])
    land.park(land.da_bac[0], Key(land.da_bac[0], "activity", "x"), "outside the scope", venue="x")
    client = land.logged_in("tinh")
    before = client.get("/devices").text
    land.park(land.da_bac[0], Key(land.da_bac[0], "activity", "x"), reason, venue="x")
    page = client.get("/devices").text

    assert "máy lành" not in before
    assert 1 == page.count("gửi điều máy lành không gửi")
    assert "1 thay đổi, đã giữ lại" in page


@pytest.mark.parametrize("change", ["state = 'activf'", "areas = '[]'", "certificate = 77"])
def test_a_machine_whose_row_is_damaged_is_named_and_the_page_is_shown(land, change):
    machine = {"key": "k", "label": "Máy 1", "software": "0.1", "enrolled": 1}
    devices.enrol(land.db, land.da_bac[0], land.province.published, machine)
    land.db.execute(f"update device set {change}")
    page = land.logged_in("tinh").get("/devices")

    assert 200 == page.status_code
    assert "dòng của máy bị hỏng" in page.text
