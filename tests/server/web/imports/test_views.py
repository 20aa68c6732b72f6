"""Bringing in a register at an office, by the pages: choose, look, confirm, take back."""

import csv
import io
import re
import time
from html import unescape

import pytest

from schemas import forms
from schemas.forms.widgets import is_fillable
from schemas.record import families, get, owners_of, record_types
from server import create_app
from server.security import MOST_TABLE
from server.users import users
from server.users.users import Account
from sync.stores.imports import KEPT
from tests.registers import filled_in, questions

from ..conftest import PASSWORD, token_of
from ..records.test_writing import Office

HEADS = ["Số, ký hiệu", "Ngày ban hành", "Loại", "Trích yếu", "Cơ quan ban hành"]


def row(number, kind="Công văn", abstract=None):
    return [f"{number}/CV", "24/7/2012", kind, abstract or f"Về việc {number}", "Sở"]


def table(*rows, heads=HEADS):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([heads, *rows])
    return text.getvalue().encode()


class Desk(Office):
    """A person at an office who brings in tables."""

    def bring(self, data, kind="directive", name="so.csv"):
        home = f"/records/{kind}/intake/"
        self.get(home)
        sent = {"file": (io.BytesIO(data), name), "csrf_token": token_of(self.text)}
        return self.follow(self.client.post(home, data=sent, follow_redirects=True))

    def do(self, deed, path="", **typed):
        path = path or self.path
        sent = {"csrf_token": token_of(self.text), **typed}
        return self.follow(self.client.post(f"{path}/{deed}", data=sent, follow_redirects=True))

    def words(self):
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())


@pytest.fixture
def desk(land):
    return lambda name="tinh": Desk(land, name)


def living(land, record_type="directive"):
    store, area = land.province.store(), land.province.area_of(get(record_type))
    found = store.load(list(store.fingerprints([area], record_type)))
    return [its for its in found.values() if not its.deleted]


def abstracts(land):
    return sorted(its.values["abstract"] for its in living(land))


def wait(app):
    while app.extensions["imports"]:
        time.sleep(0.02)


def test_a_register_is_read_looked_at_and_confirmed(land, desk):
    office = desk().bring(table(row(1), row(2, kind="Tờ rơi")))
    assert "Thêm mới: 1" in office.words()
    assert "Cần trả lời: 1" in office.words()
    assert "«Tờ rơi» ở cột «Loại» là gì?" in office.words()
    assert ">Công văn</option>" in office.text
    assert [] == living(land)

    office.do("confirm")
    assert "Đã nhập 1 dòng từ «so.csv»" in office.words()
    assert ["Về việc 1"] == abstracts(land)


def test_what_was_brought_in_goes_down_to_the_centres_in_the_name_of_who_brought_it(land, desk):
    desk().bring(table(row(1))).do("confirm")
    (found,) = living(land)
    (entry,) = land.province.store().history([found.key])

    assert "tinh" == entry.change.author
    assert found.key.area == land.province.published


@pytest.mark.parametrize("name", ["directive.csv", "directive.xlsx"])
def test_the_file_that_was_taken_out_is_known_when_it_comes_back(land, desk, name):
    office = desk().bring(table(row(1), row(2), row(3)))
    office.do("confirm")
    taken = office.client.get(f"/records/{name}?period=all").data
    office.bring(taken, name=name)

    assert "Đã có, không đổi: 3" in office.words()
    assert "Không có dòng nào để nhập" in office.words()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_any_register_takes_out_is_known_when_it_comes_back(land, desk, kind):
    unit = land.units["150"].id
    users.add(land.db, Account("hoi.db", PASSWORD, users.DISTRICT_ASSOCIATION, unit))
    offices = dict(zip(users.ROLES, map(desk, ("tinh", "hoi", "da.bac", "hoi.db")), strict=True))
    brought, strange = 0, []
    for name, schema in record_types().items():
        roles = {role for role in owners_of(schema) if role in offices and not families(schema)}
        values = schema.example()
        values |= {"unit": "Huyện Đà Bắc"} if "unit" in values else {}
        if roles and is_fillable(schema):
            area = land.province.area_of(schema) or land.da_bac[0]
            land.write(area, name, **values)
        for role in roles if is_fillable(schema) else ():
            taken = offices[role].client.get(f"/records/{name}.{kind}?period=all").data
            offices[role].bring(taken, name, f"so.{kind}")
            same = "Đã có, không đổi: 1" in offices[role].words()
            brought, strange = brought + 1, strange + ([] if same else [(name, role)])

    assert brought > 30
    assert [] == strange


def test_a_row_that_was_changed_in_the_file_changes_its_record(land, desk):
    office = desk().bring(table(row(1), row(2)))
    office.do("confirm")
    taken = office.client.get("/records/directive.csv?period=all").data
    office.bring(taken.replace("Về việc 2".encode(), "Đã sửa".encode()))
    assert "Sửa bản đã có: 1" in office.words()

    office.do("confirm")
    assert ["Về việc 1", "Đã sửa"] == abstracts(land)


def test_what_others_changed_after_the_look_is_not_written_over(land, desk):
    office = desk()
    office.bring(table(row(1))).do("confirm")
    office.bring(table(row(1, abstract="Của tôi"), row(2)))
    (found,) = living(land)
    land.province.hub().write(found.key, {"abstract": "Của người khác"}, "Ai")
    office.do("confirm")

    assert "1 dòng không ghi vì bản ghi đã có người sửa" in office.words()
    assert ["Của người khác", "Về việc 2"] == abstracts(land)


def test_where_all_rows_may_be_there_twice_one_says_so_before_anything_is_written(land, desk):
    topic = get("research_topic")
    typed = {n: text for n, text in forms.texts(topic, topic.example()).items() if text}
    rows = table([*typed.values()], heads=[topic._declared_fields[n].label.vi for n in typed])
    office = desk().bring(rows, "research_topic").do("confirm")
    office.bring(rows, "research_topic")
    path = office.path
    assert "Có thể trùng: 1" in office.words()

    assert "Chưa chọn dòng nào để nhập" in office.do("confirm").words()
    assert 1 == len(living(land, "research_topic"))
    office.do("confirm", path, twins="1")
    assert 2 == len(living(land, "research_topic"))


def test_a_table_belongs_to_who_brought_it(land, desk):
    path = desk().bring(table(row(1))).path
    other = desk("tinh2")

    assert 404 == other.get(path).status
    assert 404 == other.client.get(f"{path}/wrong.csv").status_code
    other.get("/records/directive/intake/")
    for deed in ("confirm", "columns", "discard", "undo", "go-on"):
        assert 404 == other.do(deed, path).status
    assert "so.csv" not in other.get("/records/directive/intake/").text
    assert [] == living(land)


def test_a_server_that_began_again_still_has_what_was_looked_at(land, desk):
    path = desk().bring(table(row(1))).path
    land.app = create_app(land.province.config)
    office = desk().get(path)
    assert "Thêm mới: 1" in office.words()

    office.do("confirm")
    land.app.extensions["province"].close()
    assert ["Về việc 1"] == abstracts(land)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("hoi", "directive"), ("da.bac", "directive"), ("tinh", "activity"), ("da.bac", "evaluation")],
)
def test_nobody_brings_in_what_another_fills_in(desk, name, kind):
    office = desk(name)

    assert 403 == office.get(f"/records/{kind}/intake/").status
    assert "không nhập sổ này từ tệp" in office.text
    assert "/intake/" not in office.get(f"/records/{kind}").text


def test_a_list_leads_to_its_intake_for_those_who_may(desk):
    assert '/records/directive/intake/"' in desk().get("/records/directive").text
    assert 404 == desk().get("/records/nothing/intake/").status
    assert 404 == desk().get("/records/directive/intake/none").status


def test_a_table_larger_than_any_form_comes_in_and_one_beyond_all_bounds_does_not(land):
    client = land.logged_in("tinh")
    token = token_of(client.get("/records/directive/intake/").text)

    def sent(text):
        part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'.format
        head = part("csrf_token", "") + token + "\r\n" + part("file", '; filename="x.csv"')
        body = head.encode() + text + b"\r\n--x--\r\n"
        kind = "multipart/form-data; boundary=x"
        return client.post("/records/directive/intake/", data=body, content_type=kind)

    assert 302 == sent((b"x" * 1000 + b"\r\n") * 3000).status_code
    assert "nhiều nhất 50.000 dòng" in sent(b"a,b\r\n" * 60_000).text
    too_much = sent(b"x" * (MOST_TABLE + 1))
    assert 413 == too_much.status_code
    assert "quá lớn" in too_much.text


def test_what_was_sent_by_another_site_is_not_taken(land):
    client = land.logged_in("tinh")
    sent = {"file": (io.BytesIO(table(row(1))), "so.csv")}

    assert 400 == client.post("/records/directive/intake/", data=sent).status_code


def test_what_stands_in_a_file_is_never_run(desk):
    evil = "<script>alert(1)</script>"
    office = desk().bring(table(row(1, abstract=evil), row(evil, kind=evil)), name=f"{evil}.csv")

    assert "<script>" not in office.text
    assert evil in unescape(office.text)
    assert "<script>" not in office.get("/records/directive/intake/").text


def test_a_cell_that_was_not_read_for_certain_is_asked_about_and_not_written(land, desk):
    text = table(row(1), row(2), row(3)).decode().replace("Về việc 2", '"Về việc 2')
    office = desk().bring(text.encode())

    assert "Dấu ngoặc kép ở dòng này đặt sai chỗ" in office.words()
    assert 2 == len(office.client.get(f"{office.path}/wrong.csv").text.splitlines())
    office.do("confirm")
    assert ["Về việc 1", "Về việc 3"] == abstracts(land)


def test_an_empty_table_to_fill_in_is_offered_and_holds_no_rows(desk):
    office = desk()
    blank = office.client.get("/records/directive/intake/blank.xlsx").data
    office.bring(blank, name="blank.xlsx")

    assert "Không có dòng nào để nhập" in office.words()


def test_what_was_never_confirmed_is_removed_after_a_week(land, desk):
    old = desk().bring(table(row(1))).path
    land.wall.now += KEPT + 1
    new = desk().bring(table(row(2))).path

    assert [404, 200] == [desk().get(path).status for path in (old, new)]


def test_every_type_that_an_office_fills_in_has_a_page_to_bring_it_in(desk):
    office = desk()
    for kind in ("material", "plan_target", "obstacle", "recommendation", "code_list"):
        assert get(kind).label.vi in office.get(f"/records/{kind}/intake/").words()


def test_what_is_not_understood_is_asked_once_and_the_office_remembers(land, desk):
    rows = [row(1, kind="Công"), row(2, kind="Công"), row(3)]
    office = desk().bring(table(*rows))
    ((asked, _, options, chosen),) = questions(office.text)
    assert ("«Công» ở cột «Loại» là gì?", "Công văn") == (asked, [*options][1])
    assert [options["Công văn"]] == chosen

    office.do("answers", **filled_in(office.text, {}))
    office.do("confirm")
    assert 3 == len(living(land))
    assert [] == questions(desk("tinh2").bring(table(row(4, kind="Công"))).text)
    assert "Loại: «Công» là «Công văn»" in desk().bring(table(row(4))).words()


def test_a_centre_that_is_not_known_is_chosen_among_those_of_the_office(land, desk):
    heads = [get("obstacle")._declared_fields[name].label.vi for name in ("title", "handler")]
    office = desk().bring(table(["Xã Sao Hỏa", "x", "y"], heads=["Trung tâm", *heads]), "obstacle")
    ((asked, _, options, _),) = questions(office.text)

    assert "«Xã Sao Hỏa» ở cột «Trung tâm» là gì?" == asked
    name = next(its["name"] for its in land.db["centre"].rows_where("area = ?", [land.da_bac[0]]))
    (option,) = [option for option in options if name in option]

    path = office.path
    about = questions(office.text)[0][1]
    office.do("answers", path, **{"about-0": about, "answer-0": options[option]})
    assert "Không thấy bản ghi nào như vậy" in office.words()  # of that centre, by now
    office.bring(table(["Xã Sao Hỏa", "x", "y"], heads=["Trung tâm", *heads]), "obstacle")
    assert [] == questions(office.text)
