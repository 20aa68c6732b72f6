"""A new criteria set, from the province's editor to the verified score at the centre, by Chromium.

The province copies the set for next year and changes it; the centre has it after a sync, with
the program it had; the district verifies with a reason, and the centre reads that.
"""

import pytest
from playwright.sync_api import expect

from client_agent.web import create_app as centre_pages
from server.centres import units
from server.users import users
from server.users.users import Account
from tests.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD, LAN = "một mật khẩu dài", "Bùi Thị Lan"
DECEMBER = 1_387_000_000_000  # 14/12/2013
REASON = "Chưa có danh sách lớp"


@pytest.fixture
def office(office):
    """With somebody at the department, and somebody at the district of the centre."""
    db = office.province.db()
    here = {unit.id: unit for unit in units.in_force(db, "2012-07-24")}
    district = here[office.centre.unit_id].parent_id
    users.add(db, Account("tinh", PASSWORD, users.PROVINCE))
    users.add(db, Account("phong", PASSWORD, users.DISTRICT, district))
    return office


def test_a_changed_set_reaches_the_centre_and_the_verified_score_comes_back(office, sit_down):
    agent = office.machine()
    agent.staff.add(LAN, "1234")
    write_a_set_for_next_year(at_the_province(sit_down(), office, "tinh"), office)
    office.sync(agent)
    office.wall.now = DECEMBER
    with serving(centre_pages(agent)) as url:
        clerk = at_the_centre(sit_down(), url)
        evaluate(clerk, url)
        office.sync(agent)
        verify(at_the_province(sit_down(), office, "phong"), office)
        office.sync(agent)
        read_what_was_verified(clerk, url)

    assert office.is_settled(agent)


def at_the_province(page, office, name):
    page.goto(office.address)
    page.fill("[name=name]", name)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    return page


def at_the_centre(page, url):
    page.goto(url)
    page.get_by_text(LAN).click()
    page.fill("#pin", "1234")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{url}/")
    return page


def write_a_set_for_next_year(page, office):
    """One criterion more, worth the five points that another loses."""
    page.goto(f"{office.address}/criteria")
    page.get_by_role("link", name="Chép thành bộ mới").click()
    page.locator("button[value='add.groups.1.items']").click()
    expect(page.locator("[id='groups.1.items.6.name']")).to_be_focused()
    page.keyboard.type("Lớp tin học cho người lớn")
    page.fill("[id='groups.1.items.6.max']", "5")
    page.fill("[id='groups.1.items.1.max']", "3")
    page.select_option("[name=status]", "official")
    page.shoot("criteria-1-province-edits")
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.get_by_text("2.7 Lớp tin học cho người lớn")).to_be_visible()
    page.shoot("criteria-2-province-published")


def evaluate(page, url):
    page.goto(f"{url}/evaluation/2013")
    expect(page.get_by_text("Lớp tin học cho người lớn")).to_be_visible()
    for field in page.locator("[name^='self_score.']").all():
        field.fill(str(int(float(field.get_attribute("data-max")))))
    expect(page.locator("[data-sum=all]")).to_have_text("100")
    page.shoot("criteria-3-centre-scores")
    page.locator("button[name=do][value=sign]").click()
    expect(page.locator(".signed")).to_be_visible()


def verify(page, office):
    page.goto(f"{office.address}/evaluations?year=2013")
    page.shoot("criteria-4-district-list")
    page.get_by_role("link", name="Thẩm định", exact=True).click()
    page.locator("button[value=fill]").click()
    page.fill("[id='verified_score.2.7']", "3,5")
    page.fill("[id='verified_reason.2.7']", REASON)
    page.fill("#verified_by", "Hà Thị Mai, Phó Trưởng phòng")
    page.shoot("criteria-5-district-verifies")
    page.locator("button[value=finish]").click()
    expect(page.get_by_text("Đã thẩm định xong. Trung tâm")).to_be_visible()
    page.shoot("criteria-6-district-finished")


def read_what_was_verified(page, url):
    page.goto(f"{url}/evaluation/2013")
    expect(page.locator(".signed")).to_contain_text("Hà Thị Mai, Phó Trưởng phòng thẩm định")
    expect(page.locator(".signed")).to_contain_text("Điểm thẩm định: 98,5, xếp loại Tốt")
    expect(page.locator(".verified", has_text=REASON)).to_contain_text("3,5")
    expect(page.get_by_role("button", name="Mở lại để sửa")).to_have_count(0)
    page.shoot("criteria-7-centre-reads")
