"""Entries of a fund's book are made once for all."""

import pytest

from schemas import forms
from schemas.record import get
from schemas.reversing import reversal
from sync.changes import Key

ENTRY = get("fund_transaction")
KEY = Key("a1", "fund_transaction", "entry0000001")
PATH = "/records/fund_transaction/entry0000001"


@pytest.fixture
def entry(agent):
    fund = Key("a1", "fund", ENTRY.example()["fund"])
    agent.replica().write(fund, get("fund").example(), "Lan")
    agent.replica().write(KEY, ENTRY.example(), "Lan")


def test_an_entry_has_no_button_that_would_change_it(entry, browser):
    browser.get(PATH)

    assert "ghi thêm một bút toán đảo" in browser.text
    assert f"{PATH}/edit" not in browser.text
    assert f"{PATH}/delete" not in browser.text


@pytest.mark.parametrize("deed", ["edit", "delete"])
def test_an_entry_is_not_changed_however_it_is_asked(agent, entry, browser, deed):
    browser.get("/records/activity/new")  # a form whose hidden fields are ours
    browser.fill({**forms.texts(ENTRY, ENTRY.example()), "voucher": "PT 99"}, f"{PATH}/{deed}")

    assert 1 == len(agent.store().history([KEY]))


def test_the_form_of_an_entry_shows_the_entry(entry, browser):
    browser.get(f"{PATH}/edit")

    assert PATH == browser.path
    assert "Đã ghi thì không sửa, không xóa" in browser.text


def test_a_copy_of_it_is_a_further_entry(entry, browser):
    browser.get(f"{PATH}/copy")

    assert 200 == browser.status
    assert browser.path.endswith("/edit")


def test_an_entry_is_taken_back_by_a_form_that_is_filled_in_already(agent, entry, browser):
    browser.get(PATH)
    assert "Ghi bút toán đảo" in browser.words()

    browser.get("/records/fund_transaction/new?reverse=entry0000001")
    path = browser.path
    values = forms.texts(ENTRY, reversal(ENTRY, KEY.record_id, ENTRY.example())[1])
    assert 'value="5.000.000"' in browser.text
    assert 'value="Đảo PT 07"' in browser.text

    browser.fill(values, path)
    made = reversal(ENTRY, KEY.record_id, {})[0]
    found = agent.store().load([KEY._replace(record_id=made)])[KEY._replace(record_id=made)]
    assert ("entry0000001", 5_000_000) == (found.values["reverses"], found.values["expense_amount"])


def test_what_was_taken_back_is_not_taken_back_twice(agent, entry, browser):
    made, values = reversal(ENTRY, KEY.record_id, ENTRY.example())
    agent.replica().write(KEY._replace(record_id=made), values, "Lan")
    browser.get("/records/fund_transaction/new?reverse=entry0000001")

    assert f"/records/fund_transaction/{made}" == browser.path
    assert "Đã ghi thì không sửa, không xóa" in browser.text


def test_what_can_be_changed_is_not_reversed(browser, held):
    held("r1")
    browser.get("/records/activity/new?reverse=r1")

    assert 'value="Đảo' not in browser.text
