"""What the first page asks for. It is 22/11/2012."""

import re
from html import unescape

import pytest

from client_agent.web import create_app
from schemas.record import get, natural_id
from sync.changes import Key

from .conftest import PEOPLE, Browser

DAY = 86_400_000


@pytest.fixture
def there(agent):
    """Put a record into the store, the province's or the centre's own; return its id."""

    def there(record_type, **values):
        schema = get(record_type)
        area = "a1" if schema.lives_in == "centre" else "published"
        values = {**schema.example(), **values}
        name = natural_id(schema, area, values) or f"r{agent.store().end()}"
        agent.replica().write(Key(area, record_type, name), values, "province")
        return name

    return there


@pytest.fixture
def tasks(browser):
    """The tasks on the first page: how urgent, and their words."""

    def tasks():
        browser.get("/")
        items = re.findall(r'<li class="todo-(\w+)" data-task>(.*?)</li>', browser.text, re.DOTALL)
        return [(kind, " ".join(unescape(re.sub("<[^>]+>", " ", t)).split())) for kind, t in items]

    return tasks


def period(there, **values):
    return there("report_period", starts_on="2012-07-01", ends_on="2012-12-31", **values)


@pytest.mark.parametrize(
    ("due", "urgency", "said"),
    [
        ("2012-12-22", "plain", "Hạn 22/12/2012: còn 30 ngày"),
        ("2012-11-30", "plain", "Hạn 30/11/2012: còn 8 ngày"),
        ("2012-11-29", "wait", "Hạn 29/11/2012: còn 7 ngày"),
        ("2012-11-22", "wait", "Hạn 22/11/2012: hôm nay là ngày cuối"),
        ("2012-11-20", "bad", "Hạn 20/11/2012: đã quá 2 ngày"),
    ],
)
def test_a_period_that_is_due_is_asked_for_in_the_colour_of_its_day(
    there, tasks, due, urgency, said
):
    period(there, centre_due_on=due, title="6 tháng cuối năm")

    assert [(urgency, f"Nộp báo cáo: 6 tháng cuối năm {said} Đã nộp")] == tasks()


@pytest.mark.parametrize(
    "values",
    [{"centre_due_on": "2012-12-23"}, {"is_closed": True}, {"centre_due_on": "2011-11-01"}],
)
def test_a_period_far_ahead_closed_or_long_over_is_not_asked_for(there, tasks, values):
    period(there, **{"centre_due_on": "2012-11-25", **values})

    assert [] == tasks()


def test_one_press_says_that_it_was_handed_in(there, browser, tasks):
    name = period(there, centre_due_on="2012-11-25")
    assert 1 == len(tasks())
    browser.post(f"/tasks/periods/{name}")

    assert "/" == browser.path
    assert [] == tasks()
    assert "Không có việc gì" not in browser.words()  # the profile is missing still


def test_the_day_is_that_of_the_province_and_not_of_a_clock_that_stands_wrong(agent, there, staff):
    """The computer's clock shows 22/11/2012; the province said that it is 20 days behind."""
    period(there, centre_due_on="2012-11-25")
    agent.state.set(clock_offset=-20 * DAY)
    page = Browser(create_app(agent)).sit_down(PEOPLE[0])
    page.get("/")

    assert "Hạn 25/11/2012: đã quá 17 ngày" in page.words()


def test_a_directive_that_nobody_opened_is_there_until_somebody_opens_it(
    agent, there, browser, tasks
):
    name = there("directive", abstract="Tổng kết năm", number="15/HD", issued_on="2012-11-05")
    assert [("plain", "Văn bản chưa xem: Tổng kết năm Số 15/HD ngày 05/11/2012")] == tasks()
    browser.post(f"/tasks/directives/{name}")
    assert f"/records/directive/{name}" == browser.path
    rows = list(
        agent.store().db.query("select directive, received_on, opened_on from directive_receipt")
    )

    assert [{"directive": name, "received_on": "2012-11-22", "opened_on": "2012-11-22"}] == rows
    assert [] == tasks()


def test_what_must_be_carried_out_stays_until_it_is_done(agent, there, browser, tasks):
    name = there("directive", must_act=True, due_on="2012-11-25", abstract="Rà soát")
    assert [
        (
            "wait",
            "Văn bản chưa xem: Rà soát Số 1392/KH-SGD&ĐT-HKH ngày 24/07/2012 · "
            "Hạn 25/11/2012: còn 3 ngày",
        )
    ] == tasks()
    there("directive_receipt", directive=name, opened_on="2012-11-10", done_on=None)
    assert [("wait", "Văn bản cần thực hiện: Rà soát Hạn 25/11/2012: còn 3 ngày")] == tasks()
    there("directive_receipt", directive=name, opened_on="2012-11-10", done_on="2012-11-12")

    assert [] == tasks()


def test_of_many_directives_the_newest_are_shown_and_the_rest_counted(there, tasks):
    for number in range(1, 9):
        there("directive", number=f"{number}/CV", issued_on=f"2012-11-0{number}")
    found = [words for _, words in tasks()]

    assert 4 == len(found)
    assert "Số 8/CV ngày 08/11/2012" in found[0]
    assert "Còn 5 văn bản chưa xem" == found[-1]


def test_a_returned_sheet_of_any_year_is_there_until_it_is_signed_again(agent, there, tasks):
    values = {"status": "self_assessed", "signed_times": 1, "verification": "returned"}
    there(
        "evaluation", year=2009, **values, verified_signature=1, returned_reason="Thiếu minh chứng"
    )
    there("evaluation", year=2011, **{**values, "signed_times": 2}, verified_signature=1)

    assert [
        ("bad", "Phiếu tự đánh giá năm 2009 bị trả lại Lý do: Thiếu minh chứng. Sửa rồi ký lại.")
    ] == tasks()


def test_an_obstacle_that_was_answered_is_there_until_the_centre_is_content(there, tasks):
    there("obstacle", title="Chưa có máy tính", decision="Cấp 2 máy", is_settled=False)
    there("obstacle", title="Chưa có điện", decision="", state="dang_xu_ly")
    there("obstacle", title="Chưa có loa", decision="Đã cấp", is_settled=True)

    assert [("wait", "Vướng mắc đã được trả lời: Chưa có máy tính Cấp 2 máy")] == tasks()


def test_the_most_urgent_comes_first(there, tasks):
    there("directive", abstract="Để biết")
    there("obstacle", decision="Cấp 2 máy")
    period(there, centre_due_on="2012-11-20")

    assert ["bad", "wait", "plain"] == [kind for kind, _ in tasks()]


def test_with_nothing_to_do_the_page_says_what_could_be_done(agent, browser, there):
    there("centre_profile")
    browser.get("/")

    assert "Không có việc gì đang chờ bạn. Trung tâm vừa tổ chức lớp" in browser.words()


def test_what_was_planned_is_called_by_what_it_names_and_not_by_an_id(there, tasks):
    book = there("material", title="Kỹ thuật nuôi ong")
    there("material_use", material=book, used_on="2012-11-20", is_planned=True)
    told = " ".join(words for _, words in tasks())

    assert "Kỹ thuật nuôi ong" in told
    assert book not in told
