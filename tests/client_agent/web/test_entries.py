"""Entries of a fund's book are made once for all."""

import pytest

from schemas import forms
from schemas.record import get
from sync.changes import Key

ENTRY = get("fund_transaction")
KEY = Key("a1", "fund_transaction", "entry0000001")
PATH = "/records/fund_transaction/entry0000001"


@pytest.fixture
def entry(agent):
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
