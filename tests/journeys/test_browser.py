"""Chromium from end to end: a clerk enters, evaluates, syncs; an officer finds it again.

Screenshots go to the folder that KHUYENHOC_ARTEFACTS names, else to the test's own.
"""

import pytest
from playwright.sync_api import expect

from demo.province import OFFICER, PASSWORD
from schemas import forms
from schemas.records.activity import Activity

from .conftest import CLERK

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TITLE = "Trồng bưởi đỏ theo hướng hữu cơ"


def test_from_the_clerk_s_form_to_the_officer_s_drill_down(centre, processes, province, sit_down):
    centre.open(processes)
    clerk = sit_down()
    log_in_at_the_centre(clerk, centre)
    enter_an_activity(clerk, centre)
    evaluate(clerk, centre)
    sync(clerk, centre)
    officer = sit_down()
    log_in_at_the_province(officer, province)
    drill_down(officer, province, centre)

    assert [] == clerk.complaints + officer.complaints


def log_in_at_the_centre(page, centre):
    page.goto(centre.url)
    page.shoot("1-centre-log-in")
    page.get_by_text(CLERK.name).click()
    page.fill("[name=pin]", CLERK.pin)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{centre.url}/")
    page.shoot("2-centre-home")


def enter_an_activity(page, centre):
    page.goto(f"{centre.url}/records/activity/new")
    values = {**Activity.example(), "title": TITLE, "attendance_count": 173}
    for name, text in forms.texts(Activity, values).items():
        field = page.locator(f"[name='{name}']")
        if text and field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(text)
        elif text:
            field.fill(text)
    page.shoot("3-centre-form")
    page.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(page.get_by_text("Đã lưu trên máy này").first).to_be_visible()
    page.shoot("4-centre-saved")


def evaluate(page, centre):
    """Half of the points of every criterion: the sheet adds them up as they are typed."""
    page.goto(f"{centre.url}/evaluation/2012")
    for field in page.locator("[name^='self_score.']").all():
        field.fill(f"{float(field.get_attribute('data-max')) / 2:g}".replace(".", ","))
    expect(page.locator("[data-sum=all]")).to_have_text("50")
    expect(page.locator("[data-rank]")).to_have_text("Trung bình")
    page.shoot("5-centre-evaluation")
    page.locator("button[name=do][value=sign]").click()
    expect(page.locator(".signed")).to_be_visible()
    page.shoot("6-centre-signed")


def sync(page, centre):
    page.goto(f"{centre.url}/sync/")
    page.shoot("7-centre-waiting")
    page.locator("form[action='/sync/'] button").click()
    expect(page.locator(".receipt")).to_contain_text("2 trong 2", timeout=30_000)
    page.shoot("8-centre-synced")


def log_in_at_the_province(page, province):
    page.goto(province.url)
    page.fill("[name=name]", OFFICER)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{province.url}/")
    page.shoot("9-province-home")


def drill_down(page, province, centre):
    """From the centre's figure to the records behind it, and to the one that was entered."""
    page.goto(f"{province.url}/totals/activity?period=2012&by=unit&unit={centre.area}")
    page.shoot("10-province-totals")
    page.get_by_role("link", name="173", exact=True).first.click()
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    page.shoot("11-province-records")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    page.shoot("12-province-record")
    page.goto(f"{province.url}/evaluations?unit={centre.area}&year=2012")
    expect(page.get_by_role("cell", name="50/100")).to_be_visible()
    page.shoot("13-province-evaluations")
