import re
from html import unescape

from server.centres import centres
from server.users import users
from server.users.users import Account
from sync.changes import DELETED, Key

from ..conftest import PASSWORD

IN_2021 = 1_610_000_000_000  # ms


def test_nothing_to_do_is_reported_too(land):
    assert "Không có gì cần xem lại" in land.logged_in("tinh").get("/attention").text


def test_a_conflict_is_reported_in_plain_words_with_both_values_and_who_wrote_them(land):
    one = land.activity(land.da_bac[0], title="Trồng đào")
    land.clash(land.da_bac[0], one, category=("xmc", "ntm"))
    page = land.logged_in("tinh").get("/attention").text

    assert "Ghi khác nhau: Lĩnh vực" in page
    assert "Xóa mù chữ, sau xóa mù chữ" in page
    assert page.index("Xây dựng nông thôn mới") < page.index("đang dùng")
    assert {True} == {name in page for name in ("Một", "Hai", "24/07/2012 12:00")}


def test_a_parked_change_is_told_with_its_reason_and_what_it_said(land):
    key = Key(land.da_bac[0], "evaluation", "one")
    land.park(land.da_bac[0], key, "owned by the district", **{"verified_score.1.1": 4.5})
    page = land.logged_in("tinh").get("/attention").text

    assert "Mục này do huyện nhập." in page
    assert "Điểm thẩm định 1.1" in page
    assert "Điểm thẩm định 1.1: 4,5" in page


def test_a_deletion_that_crossed_an_edit_shows_both(land):
    one = land.activity(land.da_bac[0])
    hub, key = land.province.hub(), Key(land.da_bac[0], "activity", one)
    opened = land.province.store().load([key])[key]
    hub.write(key, {DELETED: True}, "Một", opened)
    hub.write(key, {"venue": "Ở xã"}, "Hai", opened)
    page = land.logged_in("tinh").get("/attention").text

    assert "Xóa bản ghi" in page
    assert "Địa điểm: Ở xã" in page


def test_a_record_type_of_a_newer_version_stops_nothing(land):
    land.park(land.da_bac[0], Key(land.da_bac[0], "tuong_lai", "one"), "lạ", a=[1])
    page = land.logged_in("tinh").get("/attention").text

    assert "tuong_lai" in page
    assert "lạ" in page


def test_the_number_of_things_that_wait_stands_in_the_menu(land):
    one = land.activity(land.da_bac[0])
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))

    assert '<b class="pr-count">1</b>' in land.logged_in("tinh").get("/devices").text
    assert '<b class="pr-count">' not in land.logged_in("kim.boi").get("/evaluations").text


def test_a_record_whose_entry_is_damaged_is_listed_with_what_happens_next(land):
    one = land.activity(land.da_bac[0], title="Trồng đào")
    land.db.execute("update log set author = 'x' where record_id = ?", [one])
    store = land.province.store()
    store.history([Key(land.da_bac[0], "activity", one)])
    with store.transaction():
        pass
    page = land.logged_in("tinh").get("/attention").text

    assert "Bản ghi có thay đổi bị hỏng trên đĩa" in page
    assert "Trồng đào" in page
    assert "Trồng đào" not in land.logged_in("kim.boi").get("/attention").text


def test_what_cannot_be_read_is_listed_until_it_is_filled_in_again(land):
    one = land.activity(land.da_bac[0], title="Trồng đào", attendance_count=[1], held_from="x")
    client = land.logged_in("da.bac")
    page = client.get("/attention").text

    assert "Mục không đọc được" in page
    assert "Ngày bắt đầu, Lượt người học" in " ".join(page.split()).replace(" ,", ",")
    assert "không đọc được" in client.get("/records/activity?period=all").text
    assert "Trồng đào" not in land.logged_in("kim.boi").get("/attention").text

    land.write(land.da_bac[0], record_id=one, attendance_count=5, held_from="2012-07-24")
    assert "Mục không đọc được" not in client.get("/attention").text


def test_what_is_listed_can_be_opened_where_a_centre_joined_the_district_later(land):
    """By the units of the record's own year, the centre is another district's."""
    commune, town = land.units["04903"], land.units["148"]  # of Kỳ Sơn, which joined Hòa Bình
    area = centres.add(land.db, commune, "2008-01-01").area
    users.add(land.db, Account("hoa.binh", PASSWORD, users.DISTRICT, town.id))
    land.write(area, "material_use", material="nowhere", used_on="2012-07-01")
    land.clash(area, land.activity(area), category=("xmc", "ntm"))
    land.wall.now = IN_2021
    client = land.logged_in("hoa.binh")

    listed = client.get("/attention").text
    (conflict,) = set(re.findall(r'href="(/attention/conflict/[^"]+)"', listed))
    both = listed + client.get(conflict).text
    links = sorted({unescape(link) for link in re.findall(r'href="(/records/[^"]+)"', both)})
    kinds = [link.split("/")[2] for link in links]
    assert ["activity", "material_use"] == kinds
    assert [200, 200] == [client.get(link).status_code for link in links]
