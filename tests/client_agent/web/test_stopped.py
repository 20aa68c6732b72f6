"""The program is killed while a page is open: the page says so, keeps what was typed, saves once.

Screenshots go to the folder that KHUYENHOC_ARTEFACTS names, else to the test's own.
"""

import os
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from demo.processes import Processes, free_port

from .conftest import PEOPLE
from .test_browser import CHROMIUM, DESK, FLAGS, PHONE, type_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STOPPED = "đang không chạy"


class Program:
    """The agent as a process, on one port for good."""

    def __init__(self, processes, folder):
        self.processes, self.folder, self.port = processes, folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self):
        arguments = ("--folder", str(self.folder), "run", "--port", str(self.port), "--no-browser")
        address = f"{self.url}/login"
        self.process = self.processes.serve("agent", address, "client_agent.cli", *arguments)

    def kill(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def chromium():
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def program(agent, staff, criteria, tmp_path):
    with Processes(tmp_path) as processes:
        program = Program(processes, agent.folder)
        program.start()
        yield program


@pytest.fixture
def page(chromium, program):
    context = chromium.new_context(viewport=DESK)
    page = context.new_page()
    page.set_default_timeout(20_000)
    log_in(page, program)
    yield page
    context.close()


@pytest.fixture
def shoot(tmp_path):
    folder = Path(os.environ.get("KHUYENHOC_ARTEFACTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=folder / f"stopped-{name}.png")


def log_in(page, program):
    page.goto(f"{program.url}/login")
    page.get_by_text(PEOPLE[0]).click()
    page.fill("#pin", "1234")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{program.url}/")


def press_save(page):
    page.locator(".kh-actions .btn-primary").click()


def kept_by_the_browser(page):
    return page.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, (await caches.keys()).length]"
    )


def test_a_form_filled_in_while_the_program_is_dead_is_saved_once_it_is_back(
    page, program, form, activities, shoot
):
    page.goto(f"{program.url}/records/activity/new")
    program.kill()
    type_in(page, form(title="Gõ khi chương trình đã tắt"))
    press_save(page)
    expect(page.locator("#program")).to_contain_text(STOPPED)
    expect(page.locator("#program")).to_contain_text("trang này tự lưu, đúng một lần")
    expect(page.locator("[name=title]")).to_have_value("Gõ khi chương trình đã tắt")
    shoot(page, "desk")
    page.set_viewport_size(PHONE)
    shoot(page, "phone")
    assert [0, 0, 0, 0] == kept_by_the_browser(page)
    assert [] == activities()
    program.start()
    expect(page.get_by_text("Đã lưu trên máy này").first).to_be_visible()

    assert ["Gõ khi chương trình đã tắt"] == [record.values["title"] for record in activities()]


def test_a_save_whose_answer_was_lost_is_not_doubled(page, program, form, agent, activities):
    page.goto(f"{program.url}/records/activity/new")
    type_in(page, form())
    lost = []

    def lose(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)  # the program has it
            program.kill()
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/edit", lose)
    press_save(page)
    expect(page.locator("#program")).to_contain_text(STOPPED)
    program.start()
    expect(page.get_by_text("từ lần gửi trước").first).to_be_visible()

    assert [200] == lost
    assert 1 == len(activities())
    assert 1 == len(list(agent.store().db.query("select 1 from log where record_type='activity'")))


def test_the_sheet_is_signed_once_and_links_lead_nowhere_meanwhile(page, program, agent, shoot):
    page.goto(f"{program.url}/evaluation/2012")
    for field in page.locator("[name^='self_score.']").all():
        field.fill("2")
    program.kill()
    page.get_by_role("link", name="Sổ ghi").click()
    expect(page.locator("#program")).to_contain_text("Những gì bạn nhập ở trang này chưa được lưu")
    assert page.url.endswith("/evaluation/2012")
    page.locator("button[name=do][value=sign]").click()
    expect(page.locator("#program")).to_contain_text("tự lưu, đúng một lần")
    program.start()
    expect(page.locator(".signed")).to_be_visible()
    rows = list(agent.store().db.query("select status, signed_times from evaluation"))

    assert [{"status": "self_assessed", "signed_times": 1}] == rows


def test_an_open_page_says_by_itself_that_the_program_stopped_and_that_it_is_back(page, program):
    program.kill()
    expect(page.locator("#program")).to_contain_text(STOPPED)
    expect(page.locator("#program")).not_to_contain_text("chưa được lưu", use_inner_text=True)
    program.start()
    expect(page.locator("#program-back")).to_be_visible()
    expect(page.locator("#program")).to_be_hidden()


def test_the_session_ended_meanwhile_and_the_draft_is_offered(page, program, form, activities):
    page.goto(f"{program.url}/records/activity/new")
    program.kill()
    type_in(page, form(title="Hết phiên giữa chừng"))
    press_save(page)
    expect(page.locator("#program")).to_contain_text(STOPPED)
    page.context.clear_cookies()
    program.start()
    expect(page.get_by_text("đã được giữ trong bản nháp")).to_be_visible()
    page.get_by_text(PEOPLE[0]).click()
    page.fill("#pin", "1234")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Tiếp tục nhập").click()
    expect(page.locator("[name=title]")).to_have_value("Hết phiên giữa chừng")
    press_save(page)
    expect(page.get_by_text("Đã lưu trên máy này").first).to_be_visible()

    assert 1 == len(activities())


def test_a_form_that_has_no_draft_waits_on_its_page_for_the_log_in(page, program, agent):
    page.goto(f"{program.url}/staff")
    page.fill("#name", "Quách Văn Dũng")
    page.fill("#pin", "4321")
    page.fill("#pin_again", "4321")
    page.context.clear_cookies()
    page.get_by_role("button", name="Thêm cán bộ").click()
    expect(page.locator("#program")).to_contain_text("Phiên làm việc đã hết hạn")
    expect(page.locator("#name")).to_have_value("Quách Văn Dũng")
    with page.context.expect_page() as opened:
        page.locator("#program a").click()
    log_in(opened.value, program)
    expect(page.get_by_text("Đã thêm Quách Văn Dũng")).to_be_visible()

    assert 1 == agent.staff.names().count("Quách Văn Dũng")


@pytest.mark.parametrize(
    ("address", "field", "record_type"),
    [
        ("/records/activity/new", "title", "activity"),
        ("/evaluation/2012", "reason.1.1", "evaluation"),
    ],
)
def test_of_somebody_who_never_stops_typing_a_draft_is_on_the_disk_in_three_seconds(
    page, program, agent, chromium, address, field, record_type
):
    page.goto(f"{program.url}{address}")
    box = page.locator(f"[name='{field}']")
    if not box.is_visible():
        page.locator("details summary").first.click()
    begun = time.monotonic()
    while not agent.drafts.list(PEOPLE[0]) and time.monotonic() - begun < 6:
        box.press_sequentially("chữ ", delay=40)  # no pause is ever long enough for a lull
    took = time.monotonic() - begun
    program.kill()
    page.context.close()  # and the browser goes with it
    (draft,) = agent.drafts.list(PEOPLE[0])

    assert took < 3
    assert record_type == draft.record_type
    assert draft.form[field].startswith("chữ chữ")
