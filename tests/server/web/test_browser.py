"""A province officer at a real browser: log-in, dashboard, drill-down, one record."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.serving import serving

from .conftest import PASSWORD
from .imports.test_existing import RAISED, answers
from .imports.test_views import row, table

SIZES = {"pc": (1366, 768), "telephone": (390, 844)}
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def address(land):
    """The pages over a real socket."""
    with serving(land.app) as url:
        yield url


@pytest.fixture(params=SIZES)
def visitor(request, address, tmp_path):
    """A browser without JavaScript, which takes a picture wherever it is told to."""
    width, height = SIZES[request.param]
    folder = Path(os.environ.get("KHUYENHOC_ARTEFACTS", tmp_path)) / "province"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=False
        )
        page = context.new_page()
        page.asked = []
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.shoot = lambda name: page.screenshot(
            path=folder / f"{name}-{request.param}.png", full_page=True
        )
        yield page
        browser.close()


def enter(page, address, name="tinh"):
    page.goto(address)
    page.shoot("login")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("main button")


def test_from_the_log_in_to_the_record_behind_a_figure(land, visitor, address):
    land.activity(land.da_bac[0], title="Kỹ thuật trồng đào Mẫu Sơn", attendance_count=1234)
    land.activity(land.kim_boi[0], title="Chuyên đề khác", category="xmc")
    enter(visitor, address)
    visitor.shoot("dashboard")
    visitor.click("text=Huyện Đà Bắc >> nth=-1")
    visitor.shoot("district")
    visitor.click("tfoot a >> nth=0")
    visitor.shoot("records")
    listed = visitor.inner_text("h1")
    visitor.click("text=Kỹ thuật trồng đào")
    visitor.shoot("record")

    assert "1 bản ghi" in listed
    assert "Kỹ thuật trồng đào Mẫu Sơn" == visitor.inner_text("h1")
    assert "1.234" in visitor.inner_text("main")
    assert [] == [url for url in visitor.asked if not url.startswith(address)]


def test_no_page_is_wider_than_the_screen(land, visitor, address):
    one = land.activity(land.da_bac[0], title="Rất dài " * 20, attendance_count=9_999_999)
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))
    land.device("aaaaaaaa", land.da_bac[0], clock_offset=7 * 3_600_000)
    enter(visitor, address)
    wide = {}
    for path in ("", "totals?figures=all", "records", "evaluations", "devices", "attention"):
        visitor.goto(f"{address}/{path}")
        picture = visitor.shoot(path.partition("?")[0] or "dashboard-full")
        wide[path] = int.from_bytes(picture[16:20], "big")  # of a PNG: all that can be scrolled to

    assert {visitor.viewport_size["width"]} == set(wide.values())


def test_the_head_stands_free_of_its_buttons_and_a_table_takes_all_the_width(
    land, visitor, address
):
    land.activity(land.da_bac[0], attendance_count=30)
    enter(visitor, address)
    visitor.goto(f"{address}/records/activity")
    head, tools = (visitor.locator(at).bounding_box() for at in ("h1", ".pr-tools"))
    visitor.goto(f"{address}/totals/activity")
    lead, table = (visitor.locator(at).bounding_box() for at in (".pr-lead", ".pr-flush"))
    beside = head["x"] + head["width"] <= tools["x"]

    assert beside or head["y"] + head["height"] <= tools["y"]
    assert lead["width"] == table["width"]


def test_the_table_of_machines_need_not_be_moved_sideways(land, visitor, address):
    proof = {"device": "aaaaaaaa", "wall": land.wall(), "head": 1214, "digest": "07" * 16}
    land.device("aaaaaaaa", land.da_bac[0], label="Máy ở phòng họp", clock_offset=7 * 3_600_000)
    land.db["proof"].insert(proof)
    enter(visitor, address)
    visitor.goto(f"{address}/devices")
    table, box = (visitor.locator(at).bounding_box() for at in (".pr-table", ".pr-scroll"))
    visitor.shoot("machines")

    assert table["width"] <= box["width"]
    assert "Đồng hồ" in visitor.content()


def test_a_register_is_brought_in_and_taken_back_by_the_keyboard_alone(land, visitor, address):
    """Without JavaScript, from the list to the list."""
    rows = [row(n) for n in range(1, 60)] + [row(60, kind="Tờ rơi"), row(1)]
    visitor.goto(address)
    enter(visitor, address)
    visitor.goto(f"{address}/records/directive")
    visitor.focus("text=Nhập từ tệp")
    visitor.keyboard.press("Enter")
    visitor.shoot("intake")
    file = {"name": "van-ban-2012.csv", "mimeType": "text/csv", "buffer": table(*rows)}
    visitor.set_input_files("#file", file)
    visitor.focus("text=Đọc tệp")
    visitor.keyboard.press("Enter")
    visitor.wait_for_selector("text=Thêm mới: 59")
    visitor.shoot("intake-preview")
    visitor.click("text=Cần trả lời: 1")
    visitor.shoot("intake-wrong")
    visitor.focus(".kh-actions button >> nth=0")
    visitor.keyboard.press("Enter")
    visitor.wait_for_selector("text=Đã nhập")
    visitor.shoot("intake-done")
    visitor.click("text=Hoàn tác cả lần nhập này")
    visitor.wait_for_selector("text=Đã hoàn tác lần nhập")
    visitor.shoot("intake-undone")
    visitor.click("text=Xem danh sách")

    assert "0 bản ghi" in visitor.inner_text("h1")
    assert [] == [url for url in visitor.asked if not url.startswith(address)]


def test_answers_to_centres_are_looked_at_with_what_is_wrong_in_words(land, visitor, address):
    for area in (land.da_bac[0], land.kim_boi[0]):
        land.write(area, "obstacle", **{**RAISED, "handler": "Chưa rõ"})
    rows = [
        ["Xã Bình Thanh", RAISED["title"], "Phòng Kế hoạch"],
        ["04831", RAISED["title"], "Phòng Kế hoạch – Tài chính, Sở Giáo dục và Đào tạo"],
        ["Xã Sao Hỏa", RAISED["title"], "Sở"],
        ["", RAISED["title"], "Sở"],
    ]
    visitor.goto(address)
    enter(visitor, address)
    visitor.goto(f"{address}/records/obstacle/intake/")
    visitor.shoot("intake-answers")
    file = {"name": "tra-loi.csv", "mimeType": "text/csv", "buffer": answers(*rows)}
    visitor.set_input_files("#file", file)
    visitor.click("text=Đọc tệp")
    visitor.wait_for_selector("text=Cần trả lời: 2")
    visitor.wait_for_selector("text=Có lỗi, không nhập: 1")
    picture = visitor.shoot("intake-answers-preview")

    assert "Không có trung tâm nào là «Xã Sao Hỏa»" in visitor.inner_text("main")
    assert "Đang là: Chưa rõ" in visitor.inner_text("main")
    assert visitor.viewport_size["width"] == int.from_bytes(picture[16:20], "big")


def test_a_criteria_set_is_copied_and_a_row_added_by_keys_alone(land, visitor, address):
    enter(visitor, address)
    visitor.goto(f"{address}/criteria")
    visitor.shoot("criteria")
    visitor.click("text=Chép thành bộ mới")
    visitor.shoot("criteria-edit")
    visitor.focus("button[value='add.groups.0.items']")
    visitor.keyboard.press("Enter")
    visitor.wait_for_selector("[id='groups.0.items.5.name']:focus")
    visitor.keyboard.type("Mở lớp tin học")
    visitor.keyboard.press("Enter")  # saves, and is told what is missing
    visitor.wait_for_selector(".kh-faults")
    picture = visitor.shoot("criteria-faults")
    wide = int.from_bytes(picture[16:20], "big")

    assert "Mở lớp tin học" == visitor.input_value("[id='groups.0.items.5.name']")
    assert "Cần điểm tối đa" in visitor.inner_text(".kh-faults")
    assert visitor.viewport_size["width"] == wide


def test_the_district_verifies_a_sheet_on_a_page_no_wider_than_the_screen(land, visitor, address):
    scores = {"self_score.1.1": 4, "self_score.1.2": 3.5, "reason.1.1": "Thiếu thủ quỹ"}
    made = land.write(
        land.da_bac[0], "evaluation", year=2012, criteria_set="TTHTCD-MAU-01",
        status="self_assessed", **scores,
    )  # fmt: skip
    enter(visitor, address, "da.bac")
    visitor.goto(f"{address}/evaluations/{land.da_bac[0]}/{made}/verify")
    visitor.fill("[id='verified_score.1.1']", "3")
    visitor.keyboard.press("Enter")
    visitor.wait_for_selector(".kh-faults")
    picture = visitor.shoot("verify")
    visitor.fill("[id='verified_reason.1.1']", "Chưa có quyết định")
    visitor.click("button[name=do][value=save] >> nth=-1")
    visitor.goto(f"{address}/evaluations?year=2012")
    visitor.shoot("evaluations-staged")
    staged = visitor.inner_text(".pr-long")
    visitor.goto(f"{address}/records/evaluation/{land.da_bac[0]}/{made}?period=all")
    visitor.shoot("sheet")
    reason = visitor.locator(".pr-sheet td:has-text('Chưa có quyết định')").bounding_box()

    assert visitor.viewport_size["width"] == int.from_bytes(picture[16:20], "big")
    assert "Đang thẩm định" in staged
    assert visitor.viewport_size["width"] >= reason["x"] + reason["width"]
