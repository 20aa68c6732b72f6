"""What people at the province do about conflicts and parked changes."""

import re
from html import unescape

import pytest

from schemas.record import get
from sync.bounds import OUT_OF_BOUNDS
from sync.changes import DELETED, Change, Entry, Key
from sync.clock import Timestamp
from sync.decisions import DECLINED, RELEASED, Answer, answer, is_waiting
from sync.review import conflict_key, park, parked_key
from sync.unit_of_work import Work


class Person:
    """Somebody at the province's pages, without scripts."""

    def __init__(self, land, name):
        self.land, self.client = land, land.logged_in(name)

    def get(self, path):
        return self._seen(self.client.get(path, follow_redirects=True))

    def press(self, path, **typed):
        """Send a form of the page that is open."""
        data = {name: self.hidden(name) for name in ("csrf_token", "_opened")}
        return self._seen(self.client.post(path, data={**data, **typed}, follow_redirects=True))

    def hidden(self, name):
        found = re.findall(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(found[-1]) if found else ""

    def _seen(self, answer):
        self.text, self.status = answer.text, answer.status_code
        self.words = " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())
        return self


@pytest.fixture
def officer(land):
    return Person(land, "tinh")


def load(land, key):
    return land.province.store().load([key])[key]


def page_of(notice, what="conflict"):
    return f"/attention/{what}/{notice.area}/{notice.record_id}"


@pytest.fixture
def venue(land):
    """A conflict about where a lesson was; what stands came from "Hai"."""
    one = land.activity(land.da_bac[0], title="Trồng đào")
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))
    land.record = Key(land.da_bac[0], "activity", one)
    return conflict_key(land.record, "venue")


@pytest.fixture
def parked(land):
    """A change of a device that is no longer in use."""
    one = land.activity(land.da_bac[0], title="Trồng đào", venue="Ở xã")
    land.record = Key(land.da_bac[0], "activity", one)
    land.wall.pass_hours(1)
    land.park(land.da_bac[0], land.record, "device not active", venue="Ở xóm", partner_body="Hội")
    (entry,) = land.db.execute("select record_id from records where record_type = 'parked_change'")
    return Key(land.da_bac[0], "parked_change", entry[0])


def choice(land, notice, value):
    return next(at for at, v in load(land, notice).values["writes"].items() if v == value)


def test_a_conflict_has_a_page_with_all_that_is_known_of_every_value(land, venue, officer):
    officer.get("/attention")
    listed = officer.text
    officer.get(page_of(venue))

    assert f'href="{page_of(venue)}"' in listed
    assert "“Địa điểm”: giá trị nào đúng?" in officer.words
    assert "Ở xóm đang dùng Hai · nhập trên máy chủ" in officer.words
    assert "Ghi lúc 24/07/2012 12:00" in officer.words
    assert officer.words.index("Ở xóm") < officer.words.index("Ở xã")


def test_the_value_that_is_chosen_stands_in_the_name_of_who_chose_it(land, venue, officer):
    officer.get(page_of(venue))
    officer.press(page_of(venue), choose=choice(land, venue, "Ở xã"))
    last = land.province.store().history([land.record])[-1].change

    assert ("Ở xã", "tinh") == (load(land, land.record).values["venue"], last.author)
    assert not is_waiting(load(land, venue))
    assert "tinh đã quyết định" in officer.words
    assert "Ở xã đang dùng" in officer.words

    officer.get("/attention")
    assert "Đã xem" in officer.words
    assert '<b class="pr-count">' not in officer.text


def test_what_came_while_somebody_decided_keeps_the_conflict_open(land, venue, officer):
    officer.get(page_of(venue))
    opened = load(land, land.record)
    stale = opened.__class__(opened.key, {})
    land.province.hub().write(land.record, {"venue": "Ở huyện"}, "Ba", stale)
    officer.press(page_of(venue), choose="keep")

    assert is_waiting(load(land, venue))
    assert "có giá trị mới đến" in officer.words
    assert "Ở huyện" in officer.words
    assert "Ở huyện" == load(land, land.record).values["venue"]


def test_a_deleted_record_lives_again_when_somebody_says_so(land, officer):
    one = land.activity(land.da_bac[0])
    hub, key = land.province.hub(), Key(land.da_bac[0], "activity", one)
    opened = load(land, key)
    hub.write(key, {DELETED: True}, "Một", opened)
    hub.write(key, {"venue": "Ở xã"}, "Hai", opened)
    notice = conflict_key(key, DELETED)
    officer.get(page_of(notice))
    asked = officer.words
    officer.press(page_of(notice), choose="restore")

    assert "Xóa hay giữ bản ghi này?" in asked
    assert "Sửa bản ghi Địa điểm Ở xã" in asked
    assert not load(land, key).deleted
    assert not is_waiting(load(land, notice))


def test_a_page_that_we_did_not_make_for_this_person_decides_nothing(land, venue, officer):
    district = Person(land, "da.bac").get(page_of(venue))
    officer.get(page_of(venue))
    answers = [
        officer.press(page_of(venue), choose="keep", _opened=token).status
        for token in ("", "x", district.hidden("_opened"))
    ]

    assert [422] * 3 == answers
    assert is_waiting(load(land, venue))


def test_a_post_needs_the_token_of_the_page(land, venue, officer):
    officer.get(page_of(venue))
    answer = officer.press(page_of(venue), choose="keep", csrf_token="")

    assert 400 == answer.status
    assert is_waiting(load(land, venue))


@pytest.mark.parametrize(
    ("name", "status", "offered", "sent"),
    [("kim.boi", 404, False, 404), ("hoi", 200, False, 403), ("da.bac", 200, True, 200)],
)
def test_a_district_decides_for_its_own_centres_and_the_association_only_looks(
    land, venue, name, status, offered, sent
):
    person = Person(land, name).get(page_of(venue))
    seen = (person.status, 'name="choose"' in person.text)
    answered = person.press(page_of(venue), choose="keep").status

    assert (status, offered, sent) == (*seen, answered)
    assert offered == (not is_waiting(load(land, venue)))


def test_the_association_may_not_open_a_decision_again(land, venue, officer):
    officer.get(page_of(venue))
    officer.press(page_of(venue), choose="keep")
    person = Person(land, "hoi").get(page_of(venue))

    assert 403 == person.press(f"{page_of(venue)}/reopen").status
    assert not is_waiting(load(land, venue))


def test_a_parked_change_shows_why_all_it_said_and_what_stands(land, parked, officer):
    officer.get(page_of(parked, "parked"))

    assert "Lý do: Máy gửi đã ngừng sử dụng." in officer.words
    assert "Địa điểm Ở xóm Ở xã" in officer.words
    assert "Đơn vị phối hợp Hội để trống" in officer.words
    assert "Ai · dabac Ghi lúc 24/07/2012 13:00 Tỉnh nhận lúc 24/07/2012 13:00" in officer.words


def test_what_is_released_is_written_in_both_names(land, parked, officer):
    officer.get(page_of(parked, "parked"))
    officer.press(f"{page_of(parked, 'parked')}/release")
    last = land.province.store().history([land.record])[-1].change

    assert {"venue": "Ở xóm", "partner_body": "Hội"} == dict(last.fields)
    assert "tinh (Ai)" == last.author
    assert Answer(RELEASED) == answer(load(land, parked))
    assert "Đã nhận" in officer.words
    assert "Tỉnh đã nhận nội dung này (tinh)" in officer.words


def test_what_is_declined_needs_a_reason_that_the_centre_can_read(land, parked, officer):
    officer.get(page_of(parked, "parked"))
    empty = officer.press(f"{page_of(parked, 'parked')}/decline", why="  ").status
    long = officer.press(f"{page_of(parked, 'parked')}/decline", why="x" * 501).status
    kept = "x" * 501 in officer.text
    officer.press(f"{page_of(parked, 'parked')}/decline", why="Đã nhập ở máy mới")

    assert (422, 422, True) == (empty, long, kept)
    assert Answer(DECLINED, "Đã nhập ở máy mới") == answer(load(land, parked))
    assert "Ở xã" == load(land, land.record).values["venue"]
    assert "Tỉnh không nhận (tinh)" in officer.words

    officer.press(f"{page_of(parked, 'parked')}/reopen")
    assert is_waiting(load(land, parked))


def test_who_comes_second_writes_nothing(land, parked, officer):
    officer.get(page_of(parked, "parked"))
    Person(land, "tinh").get(page_of(parked, "parked")).press(
        f"{page_of(parked, 'parked')}/decline", why="Trùng"
    )
    officer.press(f"{page_of(parked, 'parked')}/release")

    assert "Ở xã" == load(land, land.record).values["venue"]
    assert DECLINED == answer(load(land, parked)).how
    assert "Người khác vừa xử lý" in officer.words


@pytest.mark.parametrize(("name", "status"), [("da.bac", 403), ("hoi", 403), ("kim.boi", 404)])
@pytest.mark.parametrize("deed", ["release", "decline", "reopen"])
def test_only_the_province_answers_what_was_parked(land, parked, name, status, deed):
    person = Person(land, name).get("/attention")
    sent = person.press(f"{page_of(parked, 'parked')}/{deed}", why="Tôi muốn").status

    assert status == sent
    assert is_waiting(load(land, parked))


@pytest.mark.parametrize("record_type", ["conflict", "parked_change", "criteria_set"])
def test_what_no_centre_owns_cannot_be_released(land, officer, record_type):
    key = Key(land.da_bac[0], record_type, "one")
    land.park(land.da_bac[0], key, "only the server opens these", closed=[1])
    (found,) = land.db.execute("select record_id from records where record_type = 'parked_change'")
    notice = Key(land.da_bac[0], "parked_change", found[0])
    officer.get(page_of(notice, "parked"))
    offered = "/release" in officer.text
    officer.press(f"{page_of(notice, 'parked')}/release")

    assert not offered
    assert 403 == officer.status


def test_the_list_can_be_narrowed_to_one_type(land, venue, officer):
    land.park(land.da_bac[0], Key(land.da_bac[0], "evaluation", "one"), year=2012)
    officer.get("/attention?kind=evaluation")

    assert "Trồng đào" not in officer.words
    assert "Tỉnh đã nhận, chưa tính" in officer.words


@pytest.mark.parametrize("path", ["/", "/totals/activity", "/records/activity"])
def test_a_figure_that_rests_on_an_open_conflict_leads_to_it(land, venue, officer, path):
    officer.get(f"{path}?period=2012")
    links = {unescape(link) for link in re.findall(r'href="(/attention[^"]+)"', officer.text)}
    pages = [officer.get(link).text for link in links]

    assert links
    assert [] == [page for page in pages if "Trồng đào" not in page]


def test_a_record_with_an_open_conflict_leads_to_it(land, venue, officer):
    officer.get(f"/records/activity/{land.record.area}/{land.record.record_id}?period=all")

    assert f'href="{page_of(venue)}"' in officer.text


@pytest.mark.parametrize("what", ["conflict", "parked"])
def test_what_is_not_there_has_no_page(land, officer, what):
    assert 404 == officer.get(f"/attention/{what}/{land.da_bac[0]}/none").status
    assert 404 == officer.get(f"/attention/{what}/nowhere/none").status


def test_the_pages_speak_english(land, venue, officer):
    land.park(land.da_bac[0], land.record, "device not active", venue="x")
    officer.client.set_cookie("lang", "en")
    (found,) = land.db.execute("select record_id from records where record_type = 'parked_change'")
    officer.get(page_of(venue))
    conflict = officer.words
    officer.get(page_of(Key(land.da_bac[0], "parked_change", found[0]), "parked"))

    assert "which one is right?" in conflict
    assert "Keep what is in use" in conflict
    assert "Take this over" in officer.words


@pytest.fixture
def summary(land):
    """A conflict about what no centre keeps: two people of the province wrote one directive."""
    return clash_above(land, "directive", "abstract")


def clash_above(land, record_type, field, **more):
    hub, schema = land.province.hub(), get(record_type)
    key = Key(land.province.area_of(schema), record_type, "one")
    hub.write(key, {**schema.example(), **more}, "Ai")
    opened = load(land, key)
    for author, text in (("Một", "Một ý"), ("Hai", "Hai ý")):
        hub.write(key, {**opened.values, field: text}, author, opened)
    return conflict_key(key, field)


def test_who_publishes_a_record_settles_a_conflict_about_it(land, summary, officer):
    listed = officer.get("/attention").words
    officer.get(page_of(summary))
    officer.press(page_of(summary), choose=choice(land, summary, "Một ý"))

    assert "Hai ý" in listed
    assert "Một ý" == load(land, Key(*load(land, summary).values["record"])).values["abstract"]
    assert not is_waiting(load(land, summary))


def test_a_conflict_about_what_no_centre_keeps_concerns_nobody_else(land, summary):
    district = Person(land, "da.bac")

    assert "Hai ý" not in district.get("/attention").words
    assert 404 == district.get(page_of(summary)).status


def test_a_district_sees_a_conflict_about_its_own_people_and_no_others(land):
    own = {"unit": "Huyện Đà Bắc"}
    mine = clash_above(land, "evaluator", "post", **own)
    district = Person(land, "da.bac")
    seen = district.get(page_of(mine)).status
    land.province.hub().write(
        Key(*load(land, mine).values["record"]), {"unit": "Huyện Mai Châu"}, "Ai"
    )

    assert (200, 404) == (seen, district.get(page_of(mine)).status)


def test_of_what_is_long_the_page_has_the_beginning_and_a_file_has_all(land, officer):
    key, text = Key(land.da_bac[0], "activity", "long"), "Ở xóm. " * 50_000
    change = Change(key, {"venue": text}, Timestamp(land.wall(), 0, "x"), {}, "Ai", "dabac.r")
    hub, entry = land.province.hub(), Entry(change, "", OUT_OF_BOUNDS, land.wall(), 0)
    with hub.store.transaction():
        work = Work(hub.store, [], hub.clock)
        work.log(entry)
        park(work, land.da_bac[0], entry)
        work.done()
    path = page_of(parked_key(land.da_bac[0], change.at), "parked")
    officer.get(path)
    page = officer.text
    refused = officer.press(f"{path}/release").status
    officer.get(f"{path}/whole")

    assert len(page) < 40_000
    assert f'href="{path}/whole"' in page
    assert f"Địa điểm:\n{text}\n" == officer.text
    assert 403 == refused  # it would be out of bounds again
