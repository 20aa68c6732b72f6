"""What the rows of an office's table are about: whose, which record, and whether it may."""

import csv
import io

import pytest

from schemas import forms
from schemas.record import get
from server.users import users
from server.users.users import Account
from sync.changes import Key

from ..conftest import PASSWORD
from .test_views import Desk, living, table

OBSTACLE, LOCAL = get("obstacle"), get("local_plan")
RAISED = {n: OBSTACLE.example()[n] for n in ("title", "kind", "raised_on")}


@pytest.fixture
def desk(land):
    return lambda name="tinh": Desk(land, name)


@pytest.fixture
def raised(land):
    """An obstacle of the centre in Xã Cao Sơn, or of another."""

    def raised(area="", **values):
        area = area or land.da_bac[0]
        made = land.write(area, "obstacle", **{**RAISED, **values})
        return Key(area, "obstacle", made)

    return raised


def handler(land, key):
    return land.province.store().load([key])[key].values.get("handler")


def name_of(land, area):
    return next(
        row["name"] for row in land.db["centre"].rows_where("area = ?", [area])
    ).removeprefix("TTHTCĐ ")


def answers(*rows):
    title, told = (OBSTACLE._declared_fields[n].label.vi for n in ("title", "handler"))
    return table(*rows, heads=["Trung tâm", title, told])


def edited(taken, said):
    """A file that was taken out, with other words in some columns."""
    heads, *rows = csv.reader(io.StringIO(taken, newline=""))
    heads = [head.removeprefix("\ufeff") for head in heads]
    assert said.keys() <= set(heads)
    changed = [[said.get(h, cell) for h, cell in zip(heads, row, strict=True)] for row in rows]
    return table(*changed, heads=heads)


def test_the_file_that_was_taken_out_is_answered_and_brought_back(land, desk, raised):
    key, other = raised(), raised(land.kim_boi[0])
    office = desk()
    taken = office.client.get("/records/obstacle.csv?period=all").text
    title, told = (OBSTACLE._declared_fields[n].label.vi for n in ("title", "handler"))
    answered = edited(taken, {title: "Tên khác", told: "Phòng Kế hoạch"})  # one is the centre's
    office.bring(answered, "obstacle")
    assert "Sửa bản đã có: 2" in office.words()

    office.do("confirm")
    assert ["Phòng Kế hoạch"] * 2 == [handler(land, key), handler(land, other)]
    assert RAISED["title"] == land.province.store().load([key])[key].values["title"]


@pytest.mark.parametrize("called", ["{}", "TTHTCĐ {}", "{}, Huyện Đà Bắc", "04831", "4831"])
def test_a_record_is_known_by_its_centre_and_its_title(land, desk, raised, called):
    key, twin = raised(), raised(land.kim_boi[0])
    centre = called.format(name_of(land, land.da_bac[0]))
    desk().bring(answers([centre, RAISED["title"], "Sở"]), "obstacle").do("confirm")

    assert ("Sở", None) == (handler(land, key), handler(land, twin))


def test_a_centre_can_be_chosen_for_all_rows(land, desk, raised):
    key = raised()
    office = desk().bring(answers(["", RAISED["title"], "Sở"]), "obstacle")
    assert "Chưa biết dòng này của trung tâm nào" in office.words()

    columns = {"column-0": "_centre", "column-1": "title", "column-2": "handler"}
    office.do("columns", area=land.da_bac[0], **columns).do("confirm")
    assert "Sở" == handler(land, key)


@pytest.mark.parametrize(
    ("name", "centre", "said"),
    [
        ("tinh", "Xã Sao Hỏa", "Không có trung tâm nào là «Xã Sao Hỏa»"),
        ("tinh", "Xã", "có thể là nhiều trung tâm"),
        ("kim.boi", "04831", "không thuộc phạm vi của bạn"),
    ],
)
def test_a_centre_that_is_not_known_or_not_yours_is_reported_in_words(
    land, desk, raised, name, centre, said
):
    key = raised()
    field = "handler" if name == "tinh" else "district_note"
    label = OBSTACLE._declared_fields[field].label.vi
    title = OBSTACLE._declared_fields["title"].label.vi
    rows = table([centre, RAISED["title"], "Sở"], heads=["Trung tâm", title, label])
    office = desk(name).bring(rows, "obstacle")

    assert said in office.words()
    assert "Không có dòng nào để nhập" in office.words()
    assert handler(land, key) is None


def test_a_district_answers_in_its_own_centres_alone(land, desk, raised):
    mine, others = raised(), raised(land.kim_boi[0])
    heads = ["Mã bản ghi", OBSTACLE._declared_fields["district_note"].label.vi]
    rows = table([mine.record_id, "Đã xem"], [others.record_id, "Đã xem"], heads=heads)
    office = desk("da.bac").bring(rows, "obstacle")
    assert "Sửa bản đã có: 1" in office.words()
    assert "Không thấy bản ghi nào như vậy" in office.words()

    office.do("confirm")
    found = land.province.store().load([mine, others])
    said = {key: its.values.get("district_note") for key, its in found.items()}
    assert {mine: "Đã xem", others: None} == said


def test_no_office_adds_a_record_for_a_centre(land, desk):
    office = desk().bring(answers(["04831", "Chưa ai nêu", "Sở"]), "obstacle")

    assert "không thêm bản mới" in office.words()
    assert "Không có dòng nào để nhập" in office.words()


def test_records_of_one_name_are_distinguished_by_their_day_or_their_id(land, desk, raised):
    first, second = raised(raised_on="2012-03-01"), raised(raised_on="2012-04-01")
    row = ["04831", RAISED["title"], "Sở"]
    office = desk().bring(answers(row), "obstacle")
    assert "Có 2 bản ghi như vậy" in office.words()

    names = ("title", "handler", "raised_on")
    labels = [OBSTACLE._declared_fields[name].label.vi for name in names]
    rows = table([*row, "1/4/2012"], heads=["Trung tâm", *labels])
    office.bring(rows, "obstacle").do("confirm")
    assert (None, "Sở") == (handler(land, first), handler(land, second))


def test_a_row_that_does_not_tell_its_record_says_what_it_needs(land, desk, raised):
    raised()
    office = desk().bring(answers(["04831", "", "Sở"]), "obstacle")

    assert "cần mã bản ghi hoặc mục" in office.words()


def test_the_other_office_fills_in_its_half_of_what_is_published(land, desk):
    land.write(land.province.published, "plan_target", **get("plan_target").example())
    note = get("plan_target")._declared_fields["association_note"].label.vi
    office = desk("hoi")
    taken = office.client.get("/records/plan_target.csv?period=all").text
    office.bring(edited(taken, {note: "Hội phối hợp", "Mã bản ghi": ""}), "plan_target")
    office.do("confirm")
    (found,) = living(land, "plan_target")

    assert "Hội phối hợp" == found.values["association_note"]


def test_what_has_another_natural_key_is_not_taken_for_a_record_of_its_name(land, desk):
    example = get("plan_target").example()
    land.write(land.province.published, "plan_target", **example)
    known = get("plan_target")._declared_fields
    heads = [known[n].label.vi for n in ("indicator", "year", "association_note")]
    rows = table([example["indicator"], str(example["year"] + 1), "Hội"], heads=heads)
    office = desk("hoi").bring(rows, "plan_target")

    assert "Không thấy bản ghi nào như vậy" in office.words()


def test_a_district_writes_for_its_own_unit_and_need_not_say_so(land, desk):
    known, values = LOCAL._declared_fields, LOCAL.example()
    plain = [n for n in values if n != "unit"]
    typed = forms.texts(LOCAL, values)
    heads = [known[n].label.vi for n in plain]
    office = desk("da.bac").bring(table([typed[n] for n in plain], heads=heads), "local_plan")
    office.do("confirm")
    (found,) = living(land, "local_plan")
    assert "Huyện Đà Bắc" == found.values["unit"]

    row = [*(typed[n] for n in plain), "Huyện Kim Bôi"]
    office.bring(table(row, heads=[*heads, known["unit"].label.vi]), "local_plan")
    assert "Bạn chỉ ghi cho đơn vị của mình: Huyện Đà Bắc." in office.words()


def test_a_district_association_fills_in_its_half_for_its_own_unit(land, desk):
    unit = land.units["150"].id
    users.add(land.db, Account("hoi.db", PASSWORD, users.DISTRICT_ASSOCIATION, unit))
    own = {**LOCAL.example(), "unit": "Huyện Đà Bắc"}
    for values in (own, {**own, "unit": "Huyện Kim Bôi"}):
        land.write(land.province.published, "local_plan", **values)
    heads = [
        LOCAL._declared_fields[n].label.vi for n in ("school_year", "unit", "association_note")
    ]
    year = "2012–2013" if own["school_year"] == 2012 else str(own["school_year"])
    rows = table([year, "", "Ký rồi"], [year, "Huyện Kim Bôi", "Ký rồi"], heads=heads)
    office = desk("hoi.db").bring(rows, "local_plan")

    assert "Sửa bản đã có: 1" in office.words()
    assert "Bản ghi này không phải của bạn" in office.words()


def test_a_deleted_record_comes_back_when_its_row_does(land, desk):
    office = desk().bring(table(["1/CV", "24/7/2012", "Công văn", "Về việc", "Sở"], heads=[
        "Số, ký hiệu", "Ngày ban hành", "Loại", "Trích yếu", "Cơ quan ban hành"
    ]))  # fmt: skip
    office.do("confirm")
    taken = office.client.get("/records/directive.csv?period=all").data
    office.do("undo")
    assert [] == living(land)

    office.bring(taken).do("confirm")
    assert ["Về việc"] == [its.values["abstract"] for its in living(land)]


def test_of_persons_whom_the_offices_keep_a_district_is_shown_its_own_alone(land, desk):
    """Else a table would tell whether another district has that person, too."""
    schema = get("evaluator")
    values = schema.example()
    typed = {n: text for n, text in forms.texts(schema, values).items() if text and n != "unit"}
    rows = table([*typed.values()], heads=[schema._declared_fields[n].label.vi for n in typed])
    land.write(land.province.internal, "evaluator", **{**values, "unit": "Huyện Kim Bôi"})
    assert "Thêm mới: 1" in desk("da.bac").bring(rows, "evaluator").words()

    land.write(land.province.internal, "evaluator", **{**values, "unit": "Huyện Đà Bắc"})
    assert "Có thể trùng: 1" in desk("da.bac").bring(rows, "evaluator").words()
