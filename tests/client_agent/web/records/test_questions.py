"""What a form asks before it saves. It is 22/11/2012."""

import re

import pytest

from schemas import forms
from schemas.record import families, fields, natural_id, record_types
from schemas.records.centre_profile import CentreProfile
from sync.changes import Key

DAY = 86_400_000


@pytest.fixture
def profile(agent):
    """The commune has some 4.002 people: 2.668 of them are 15 or older."""
    name = natural_id(CentreProfile, "a1", {})
    values = {**CentreProfile.example(), "population_15_count": 2668}
    agent.replica().write(Key("a1", "centre_profile", name), values, "Lan")


@pytest.fixture
def save(browser):
    """Fill in the form of a new record; what it asks, and one press that says yes to it."""

    def save(typed, path="/records/activity/new"):
        browser.get(path)
        browser.fill(typed)
        return re.findall(r'<li><a href="#field-(\w+)">([^<]+)</a></li>', browser.text)

    return save


def sure(browser, typed):
    browser.fill({**typed, "_sure": browser.hidden("_sure")})


def test_more_people_than_the_commune_has_are_asked_about_and_kept_in_the_form(
    browser, profile, save, form, activities
):
    asked = save(form(attendance_count="620000"))
    assert [
        (
            "attendance_count",
            "Lượt người học: 620.000, trong khi xã có khoảng 4.002 người – đúng không?",
        )
    ] == asked
    assert (422, []) == (browser.status, activities())
    assert 'value="620000"' in browser.text
    sure(browser, form(attendance_count="620000"))

    assert [620_000] == [record.values["attendance_count"] for record in activities()]


def test_yes_to_one_figure_is_no_yes_to_another(browser, profile, save, form, activities):
    save(form(attendance_count="620000"))
    sure(browser, form(attendance_count="6200000"))

    assert [] == activities()
    assert "6.200.000" in browser.words()


@pytest.mark.parametrize("count", ["4002", "173"])
def test_as_many_as_there_are_are_not_asked_about(profile, save, form, activities, count):
    assert [] == save(form(attendance_count=count))
    assert 1 == len(activities())


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ({"attendance_count": "10001"}, "Lượt người học: 10.001 là số rất lớn – đúng không?"),
        ({"budget_amount": "1.000.000.001"}, "1.000.000.001 đ là số rất lớn – đúng không?"),
        ({"attendance_count": "10000", "budget_amount": "1.000.000.000"}, ""),
    ],
)
def test_without_a_profile_there_are_limits_all_the_same(save, form, typed, asked):
    found = save(form(**typed))

    assert asked in "".join(text for _, text in found)
    assert bool(asked) == bool(found)


def test_what_stood_there_before_is_not_asked_about_again(browser, held, form, activities):
    held(attendance_count=620_000)
    browser.get("/records/activity/r1/edit")
    browser.fill(form(attendance_count="620000", venue="Trụ sở xã"))

    assert "Đã lưu trên máy này" in browser.words()
    assert ["Trụ sở xã"] == [record.values["venue"] for record in activities()]


def test_a_day_to_come_is_planned_counts_for_nothing_and_is_asked_after_when_it_has_come(
    agent, browser, clock, save, form, activities
):
    typed = form(title="Hội thảo", held_from="25/11/2012", held_to="")
    ((name, asked),) = save(typed)
    assert ("held_from", "Ngày 25/11/2012 chưa tới") == (name, asked[:24])
    sure(browser, typed)
    assert "Dự kiến: chưa diễn ra" in browser.words()
    assert 'action="/tasks/held' not in browser.text
    browser.get("/")
    assert "1 bản ghi · 0 trong năm 2012" in browser.words()
    assert "Đã diễn ra chưa" not in browser.words()

    clock.now += 4 * DAY
    browser.get("/")
    assert "1 bản ghi · 0 trong năm 2012" in browser.words()
    assert "Đã diễn ra chưa? Hội thảo" in browser.words()
    address = re.search(r'action="(/tasks/held/[^"]+)"', browser.text)[1]
    browser.post(address)
    assert "từ nay tính vào số liệu" in browser.words()
    browser.get("/")

    assert "1 trong năm 2012" in browser.words()
    assert "Đã diễn ra chưa" not in browser.words()
    assert [False] == [record.values["is_planned"] for record in activities()]


def test_what_is_to_come_cannot_be_said_to_be_held(agent, browser, held, activities):
    held(held_from="2012-12-01", held_to=None, is_planned=True)
    browser.get("/records/activity/r1")
    browser.post("/tasks/held/activity/r1")

    assert "chưa tới" in browser.words()
    assert [True] == [record.values["is_planned"] for record in activities()]


def test_a_planned_record_that_is_moved_to_a_day_that_was_is_held(browser, held, form, activities):
    held(held_from="2012-12-01", held_to=None, is_planned=True)
    browser.get("/records/activity/r1/edit")
    browser.fill(form(held_from="20/11/2012", held_to=""))

    assert [False] == [record.values["is_planned"] for record in activities()]


def test_the_day_is_judged_by_the_province_s_clock(agent, browser, save, form):
    """The computer shows 22/11/2012; the province said that it is 20 days behind."""
    agent.state.set(clock_offset=-20 * DAY)

    assert [] == save(form(held_from="10/12/2012", held_to=""))
    assert "Đã lưu trên máy này" in browser.words()


def test_a_year_typed_wrong_is_asked_about_before_it_is_saved(browser, save, form, activities):
    typed = form(held_from="1/1/2090", held_to="")
    assert [("held_from", "Ngày 01/01/2090 ở xa hôm nay – đúng không?")] == save(typed)
    assert [] == activities()
    sure(browser, typed)

    assert ["2090-01-01"] == [record.values["held_from"] for record in activities()]


@pytest.mark.parametrize(
    "same",
    [
        {},
        {"title": "Tên khác hẳn"},  # the same figures on the same day
        {"attendance_count": "90", "female_count": "50"},  # the same name on the same day
    ],
)
def test_the_same_record_again_is_asked_about(browser, held, save, form, activities, same):
    held()
    ((name, asked),) = save(form(**same))
    assert "title" == name
    assert (
        "Giống bản ghi đã có «Kỹ thuật trồng cam Cao Phong theo VietGAP» ngày 24/07/2012" in asked
    )
    sure(browser, form(**same))

    assert 2 == len(activities())


def test_another_day_or_other_figures_under_another_name_are_not_asked_about(held, save, form):
    held()

    assert [] == save(form(title="Tên khác", attendance_count="90", female_count="50"))
    assert [] == save(form(held_from="25/07/2012", held_to=""))


def test_every_type_that_a_centre_fills_in_asks_after_a_day_to_come(browser, save):
    """All but those whose form is not valid here, for they name records that are not there."""
    asking, silent = set(), set()
    for kind, schema in record_types().items():
        if schema.owner != "centre" or not schema.day_field or families(schema):
            continue
        typed = {**forms.texts(schema, schema.example()), schema.day_field: "05/12/2012"}
        typed |= {n: "" for n, f in fields(schema).items() if getattr(f, "after", "")}
        asked = save(typed, f"/records/{kind}/new")
        if "chưa tới" in "".join(text for _, text in asked):
            asking.add(kind)
        elif "kh-faults" not in browser.text:
            silent.add(kind)

    assert set() == silent
    assert {"activity", "literacy_class", "membership_snapshot", "support_item"} <= asking


def test_a_list_says_what_is_planned(browser, held):
    held(held_from="2012-12-01", held_to=None, is_planned=True)
    browser.get("/records/activity")

    assert "01/12/2012 Dự kiến" in browser.words()
