import json

import pytest

from ..conftest import PEOPLE


def keep(browser, **typed):
    hidden = {name: browser.hidden(name) for name in ("_opened", "_back", "csrf_token")}
    headers = {"Accept": "application/json"}
    return browser.client.post("/drafts", data={**hidden, **typed}, headers=headers)


def test_what_is_half_typed_waits_for_its_author(browser, form):
    browser.get("/records/activity/new")
    path = browser.path
    answer = keep(browser, title="Kỹ thuật trồ")
    assert "Đã giữ bản nháp lúc 15:05" == json.loads(answer.data)["message"]

    browser.get(path)
    assert "Bạn có bản nháp chưa lưu từ 22/11/2012 15:05" in browser.words()
    assert "Kỹ thuật trồ" in browser.words()

    browser.get(f"{path}?draft=1")
    assert 'value="Kỹ thuật trồ"' in browser.text


def test_a_page_that_was_open_during_an_update_still_says_that_its_draft_is_kept(app, browser):
    """The script of 0bf7c37 and before shows what the answer has as "said"."""
    browser.get("/records/activity/new")
    kept = keep(browser, title="Kỹ thuật trồng")
    browser.client.delete_cookie(app.config["SESSION_COOKIE_NAME"])
    expired = keep(browser, title="Kỹ thuật trồng cam")

    assert "Đã giữ bản nháp lúc 15:05" == json.loads(kept.data)["said"]
    assert "đã được giữ trong bản nháp" in json.loads(expired.data)["said"]


def test_a_draft_is_found_on_the_first_page(browser):
    browser.get("/records/activity/new")
    path = browser.path
    keep(browser, title="Kỹ thuật trồ")
    browser.get("/")

    assert "Hoạt động: Kỹ thuật trồ" in browser.words()
    assert f'href="{path}"' in browser.text


def test_nobody_else_sees_it(browser, colleague, held):
    held()
    browser.get("/records/activity/r1/edit")
    keep(browser, title="Của Lan")
    colleague.get("/records/activity/r1/edit")

    assert "bản nháp" not in colleague.words()


def test_the_button_keeps_a_draft_without_a_script(browser):
    browser.get("/records/activity/new")
    browser.fill({"title": "Kỹ thuật trồ"}, "/drafts")

    assert "Đã giữ bản nháp" in browser.words()
    assert 'value="Kỹ thuật trồ"' in browser.text


def test_saving_ends_the_draft(agent, browser, form):
    browser.get("/records/activity/new")
    keep(browser, title="Kỹ thuật trồ")
    browser.fill(form())

    assert [] == agent.drafts.list(PEOPLE[0])


def test_a_draft_that_arrives_after_its_save_is_no_draft(agent, browser, form):
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    browser.fill(form())
    browser.text = page
    keep(browser, **form())
    browser.get(path)

    assert "bản nháp chưa lưu" not in browser.words()
    assert [] == agent.drafts.list(PEOPLE[0])


def test_a_draft_carries_what_was_opened(agent, browser, colleague, held, form, activities):
    held()
    browser.get("/records/activity/r1/edit")
    keep(browser, **form(venue="Trụ sở xã"))
    colleague.get("/records/activity/r1/edit")
    colleague.fill(form(title="Tên do Tuấn sửa"))
    browser.get("/records/activity/r1/edit?draft=1")
    browser.fill(form(venue="Trụ sở xã"))

    values = activities()[0].values
    assert ("Tên do Tuấn sửa", "Trụ sở xã") == (values["title"], values["venue"])


def test_a_draft_can_be_thrown_away(agent, browser, held):
    held()
    browser.get("/records/activity/r1/edit")
    keep(browser, title="Không cần")
    browser.get("/records/activity/r1/edit")
    hidden = {"_type": "activity", "_id": "r1", "_back": "/records/activity/r1/edit"}
    browser.post("/drafts/drop", hidden)

    assert "/records/activity/r1/edit" == browser.path
    assert [] == agent.drafts.list(PEOPLE[0])


def test_a_form_sent_after_the_session_ended_is_kept(app, staff, browser, form):
    browser.get("/records/activity/new")
    browser.client.delete_cookie(app.config["SESSION_COOKIE_NAME"])
    path = browser.path
    browser.fill(form(title="Gõ xong thì hết phiên"))
    assert "/login" == browser.path
    assert "đã được giữ trong bản nháp" in browser.words()

    browser.post("/login", {"name": PEOPLE[0], "pin": "1234", "next": browser.hidden("next")})
    assert path == browser.path
    assert "Gõ xong thì hết phiên" in browser.words()


def test_a_draft_that_cannot_be_kept_is_not_said_to_be(agent, browser):
    browser.get("/records/activity/new")
    agent.store().db.conn.execute(f"pragma max_page_count = {pages(agent)}")
    answer = keep(browser, title="x" * 200_000)

    assert 507 == answer.status_code


def pages(agent):
    return agent.store().db.conn.execute("pragma page_count").fetchone()[0]


@pytest.mark.parametrize("token", ["", "forged"])
def test_a_draft_of_nothing_is_refused(browser, token):
    browser.get("/records/activity/new")
    answer = browser.client.post(
        "/drafts", data={"_opened": token, "csrf_token": browser.hidden("csrf_token")}
    )

    assert 400 == answer.status_code


def test_a_form_opened_before_somebody_logged_in_again_is_kept(app, staff, browser, form):
    browser.get("/records/activity/new")
    path, page = browser.path, browser.text
    with browser.client.session_transaction() as session:
        session.clear()
    browser.sit_down(PEOPLE[0])
    browser.text = page
    browser.fill(form(title="Gõ ở cửa sổ cũ"))

    assert path == browser.path
    assert "Gõ ở cửa sổ cũ" in browser.words()
    assert "Bạn có bản nháp chưa lưu" in browser.words()


def test_a_wrong_form_that_is_left_is_found_again(browser, form):
    browser.get("/records/activity/new")
    browser.fill(form(title="Chưa xong", attendance_count="nhiều"))
    assert 422 == browser.status

    browser.get("/")
    assert "Hoạt động: Chưa xong" in browser.words()


def test_the_button_for_a_new_record_leads_back_to_what_was_begun(agent, browser):
    for _ in range(3):
        browser.get("/records/activity/new")
        if "bản nháp" not in browser.words():
            keep(browser, title="Kỹ thuật trồ")
    assert "Tiếp tục nhập" in browser.words()
    assert 1 == len(agent.drafts.list(PEOPLE[0]))

    browser.get("/records/activity/new?another=1")
    assert "bản nháp" not in browser.words()


def test_what_is_begun_after_a_draft_was_thrown_away_is_another_record(agent, browser):
    browser.get("/records/activity/new")
    first = browser.path
    keep(browser, title="Kỹ thuật trồ")
    browser.get("/records/activity/new")
    hidden = {name: browser.hidden(name) for name in ("_type", "_id", "_back")}
    browser.post("/drafts/drop", hidden)

    assert [] == agent.drafts.list(PEOPLE[0])
    assert first != browser.path
    assert browser.path.endswith("/edit")


def test_a_draft_of_a_record_that_exists_does_not_stand_in_the_way_of_a_new_one(browser, held):
    held()
    browser.get("/records/activity/r1/edit")
    keep(browser, title="Sửa dở")
    browser.get("/records/activity/new")

    assert "bản nháp" not in browser.words()


def test_one_press_on_the_first_page_throws_a_draft_away(agent, browser):
    browser.get("/records/activity/new")
    keep(browser, title="Không cần nữa")
    browser.get("/")
    hidden = {name: browser.hidden(name) for name in ("_type", "_id", "_back")}
    browser.post("/drafts/drop", hidden)

    assert "/" == browser.path
    assert "Không cần nữa" not in browser.words()
    assert [] == agent.drafts.list(PEOPLE[0])


def test_a_draft_that_comes_after_the_session_s_end_is_kept_and_that_is_reported(
    app, agent, browser
):
    browser.get("/records/activity/new")
    browser.client.delete_cookie(app.config["SESSION_COOKIE_NAME"])
    answer = keep(browser, title="Hết phiên")

    assert 401 == answer.status_code
    assert "đã được giữ trong bản nháp" in json.loads(answer.data)["message"]
    assert ["Hết phiên"] == [draft.form["title"] for draft in agent.drafts.list(PEOPLE[0])]
