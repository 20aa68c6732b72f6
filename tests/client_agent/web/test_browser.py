"""A person at Chromium: the log-in, a draft that survives, the sheet that adds itself up.

Screenshots go to the folder that KHUYENHOC_ARTEFACTS names, else to the test's own.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from client_agent.agent import Agent
from client_agent.web import create_app
from tests.registers import register
from tests.serving import serving

from .conftest import PEOPLE

pytestmark = pytest.mark.browser

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


def served(folder, clock):
    """The pages of the centre; leaving is pulling the plug."""
    return serving(create_app(Agent(folder, wall=clock)))


@pytest.fixture(scope="module")
def chromium():
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def address(agent, staff, criteria, clock):
    with served(agent.folder, clock) as url:
        yield url


@pytest.fixture
def sit_down(chromium):
    """Open a browser of one's own and log in; the browser is closed at the end."""
    open_ones = []

    def sit_down(address, viewport=DESK, **kwargs):
        context = chromium.new_context(viewport=viewport, **kwargs)
        open_ones.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda m: m.type == "error" and page.complaints.append(m.text))
        page.goto(address)
        page.get_by_text(PEOPLE[0]).click()
        page.fill("#pin", "1234")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/")
        return page

    yield sit_down
    for context in open_ones:
        context.close()


@pytest.fixture
def shoot(tmp_path):
    folder = Path(os.environ.get("KHUYENHOC_ARTEFACTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return lambda page, name: page.screenshot(path=folder / f"centre-{name}.png", full_page=True)


def type_in(page, form):
    for name, text in form.items():
        field = page.locator(f"[name='{name}']")
        if text and field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        elif text:
            field.fill(text)


def test_a_person_logs_in_by_the_keyboard_and_enters_an_activity(
    address, sit_down, shoot, form, activities
):
    page = sit_down(address)
    shoot(page, "home")
    page.get_by_role("link", name="+ Hoạt động").click()
    type_in(page, form(title="Kỹ thuật trồng cam"))
    shoot(page, "form")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status")).to_contain_text("Đã lưu trên máy này")
    shoot(page, "record")

    assert ["Kỹ thuật trồng cam"] == [record.values["title"] for record in activities()]
    assert [] == page.complaints


def press(page, locator):
    """Go to it and press it by the keyboard alone."""
    locator.focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_register_is_asked_about_mended_and_brought_in_by_keys_alone(
    address, sit_down, shoot, activities, size
):
    page = sit_down(address, viewport=size)
    name = f"register-{size['width']}"
    page.goto(f"{address}/records/activity/intake/")
    page.set_input_files("#file", {"name": "so.xlsx", "mimeType": "", "buffer": register()})
    press(page, page.get_by_role("button", name="Đọc tệp"))
    page.locator(".kh-question select").first.select_option(label="Ngân sách nhà nước")
    shoot(page, f"{name}-asked")
    press(page, page.get_by_role("button", name="Áp dụng các câu trả lời"))
    page.get_by_label("tính bằng gì").select_option("1000")
    press(page, page.get_by_role("button", name="Áp dụng các câu trả lời"))
    expect(page.get_by_role("heading", name="Việc cần làm: xem bảng")).to_be_visible()

    press(page, page.get_by_role("link", name="Sửa dòng 7"))
    first = page.locator(".kh-editing input[type=text]").first
    expect(first).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("40/4/2012")
    shoot(page, f"{name}-mending")
    page.keyboard.press("Enter")
    expect(page.locator("#r7 .kh-error")).to_contain_text("không có trong lịch")
    expect(page.locator("#r7")).to_be_in_viewport()
    shoot(page, f"{name}-wrong")

    press(page, page.get_by_role("button", name="Hoàn tác việc vừa làm"))
    press(page, page.get_by_role("button", name="Nhập 7 dòng"))
    expect(page.get_by_role("heading", name="Đã nhập 7 dòng")).to_be_visible()
    assert 7 == len(activities())
    assert [] == page.complaints


def test_a_double_click_makes_one_record(address, sit_down, form, activities):
    page = sit_down(address)
    page.goto(f"{address}/records/activity/new")
    type_in(page, form())
    page.locator(".kh-actions .btn-primary").dblclick()
    expect(page.get_by_role("status")).to_contain_text("Đã lưu trên máy này")

    assert 1 == len(activities())


def test_what_is_half_typed_survives_a_closed_browser_and_a_power_cut(
    agent, staff, sit_down, shoot, clock
):
    with served(agent.folder, clock) as address:
        page = sit_down(address)
        page.goto(f"{address}/records/activity/new")
        page.fill("[name=title]", "Kỹ thuật trồ")
        page.locator("[name=result_note]").fill("Gõ dở, rồi mất điện")
        expect(page.locator(".draft-note")).to_contain_text("Đã giữ bản nháp")
        page.context.close()
    with served(agent.folder, clock) as address:
        page = sit_down(address)
        page.get_by_role("link", name="Hoạt động: Kỹ thuật trồ").click()
        shoot(page, "draft")
        page.get_by_role("link", name="Tiếp tục nhập").click()

        expect(page.locator("[name=title]")).to_have_value("Kỹ thuật trồ")
        expect(page.locator("[name=result_note]")).to_have_value("Gõ dở, rồi mất điện")
        assert [] == page.complaints


def test_the_word_that_was_being_typed_when_the_page_closed_is_kept(address, agent, sit_down):
    page = sit_down(address)
    page.goto(f"{address}/records/activity/new")
    page.fill("[name=title]", "Chưa kịp dừng")
    page.goto(f"{address}/sync/")
    draft = page.get_by_role("link", name="Hoạt động: Chưa kịp dừng")
    for _ in range(50):  # what a closed page sends, nobody waits for
        page.goto(address)
        if draft.count():
            break
        page.wait_for_timeout(100)

    expect(draft).to_be_visible()


def test_a_save_leaves_no_draft_behind(address, agent, sit_down, form):
    page = sit_down(address)
    page.goto(f"{address}/records/activity/new")
    type_in(page, form())
    page.locator(".kh-actions .btn-primary").click()
    expect(page.get_by_role("status")).to_contain_text("Đã lưu trên máy này")
    page.wait_for_timeout(1500)

    assert [] == agent.drafts.list(PEOPLE[0])


def test_a_wrong_form_leads_to_its_first_fault(address, sit_down, shoot, form):
    page = sit_down(address)
    page.goto(f"{address}/records/activity/new")
    type_in(page, form(female_count="900"))
    page.fill("[name=title]", "")
    page.locator(".kh-actions .btn-primary").click()
    expect(page.locator(".kh-faults")).to_be_focused()
    shoot(page, "wrong")
    page.locator(".kh-faults a").first.click()

    expect(page.locator("[name=title]")).to_be_focused()
    expect(page.locator("[name=female_count]")).to_have_value("900")


def test_what_a_form_asks_is_in_sight_and_one_press_says_yes(address, sit_down, form, activities):
    page = sit_down(address)
    page.goto(f"{address}/records/activity/new")
    type_in(page, form(attendance_count="620000"))
    page.locator(".kh-actions .btn-primary").click()
    expect(page.locator(".asked")).to_be_focused()
    expect(page.locator(".asked .btn")).to_be_in_viewport()
    page.locator(".asked .btn").click()
    expect(page.get_by_role("status")).to_contain_text("Đã lưu trên máy này")

    assert [620_000] == [record.values["attendance_count"] for record in activities()]


def test_the_sheet_adds_itself_up_as_scores_are_typed(address, sit_down, shoot):
    page = sit_down(address)
    page.goto(f"{address}/evaluation/2012")
    total, rank = page.locator("output[data-sum=all]"), page.locator("[data-rank]")
    page.fill("[id='self_score.1.1']", "4,5")
    expect(total).to_have_text("4,5")
    expect(page.locator("[data-left]")).to_have_text("Còn 2 tiêu chí chưa chấm")
    page.fill("[id='self_score.1.2']", "5")
    page.fill("[id='self_score.2.1']", "8")
    expect(total).to_have_text("17,5")
    expect(rank).to_have_text("Tốt")
    expect(page.locator("output[data-sum='1']")).to_have_text("9,5")
    shoot(page, "evaluation")
    page.fill("[id='self_score.2.1']", "1")

    expect(rank).to_have_text("Trung bình")
    page.fill("[id='self_score.2.1']", "999")
    expect(total).to_have_text("9,5")
    expect(page.get_by_text("Điểm từ 0 đến 10, theo bước 0,5")).to_be_visible()
    expect(page.locator("[data-left]")).to_have_text("Còn 1 tiêu chí chưa chấm")
    shoot(page, "evaluation-wrong")
    assert [] == page.complaints


def test_a_signed_sheet_shows_who_signed(address, sit_down, shoot):
    page = sit_down(address)
    page.goto(f"{address}/evaluation/2012")
    for code, score in (("1.1", "4,5"), ("1.2", "5"), ("2.1", "8")):
        page.fill(f"[id='self_score.{code}']", score)
    page.get_by_role("button", name="Ký tự đánh giá").click()
    expect(page.locator(".signed")).to_contain_text("Đã ký tự đánh giá")
    shoot(page, "signed")

    expect(page.locator("input[data-group]")).to_have_count(0)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_fits_the_screen_and_complains_of_nothing(
    address, sit_down, shoot, held, viewport
):
    key = held()
    page = sit_down(address, viewport)
    paths = {
        "list": "/records/activity",
        "read": f"/records/activity/{key.record_id}",
        "edit": f"/records/activity/{key.record_id}/edit",
        "profile": "/records/centre_profile/new",
        "sets": "/records/criteria_set",
        "years": "/evaluation/",
        "sheet": "/evaluation/2012",
        "sync": "/sync/",
        "stick": "/stick/",
        "attention": "/attention/",
        "staff": "/staff",
    }
    for name, path in paths.items():
        page.goto(address + path)
        shoot(page, f"{name}-{viewport['width']}")

        assert viewport["width"] >= page.evaluate("document.documentElement.scrollWidth"), path
    assert [] == page.complaints


def test_entry_works_without_a_script(address, sit_down, form, activities):
    page = sit_down(address, java_script_enabled=False)
    page.goto(f"{address}/records/activity/new")
    for name, text in form(title="Không cần script").items():
        field = page.locator(f"[name='{name}']")
        if name in ("category", "form", "instructor_organisation"):
            field.select_option(text)
        elif text:
            field.fill(text)
    page.locator("[name=title]").press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Đã lưu trên máy này")
    assert ["Không cần script"] == [record.values["title"] for record in activities()]
