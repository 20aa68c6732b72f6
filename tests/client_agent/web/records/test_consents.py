"""A consent that is taken back at the centre."""

import pytest

from schemas.record import get
from sync.changes import Key
from sync.review import conflict_key
from tests.imported import import_table, kept

NAME = "Bùi Thị Hoa Mai"


@pytest.fixture
def named(agent):
    """Put a record that names a person into the store; return its address."""

    def named(kind="award", **values):
        told = {**get(kind).example(), "consented_on": "2012-07-01", **values}
        agent.replica().write(Key("a1", kind, "record000001"), told, "Lan")
        return f"/records/{kind}/record000001"

    return named


def test_with_one_button_the_name_is_gone_from_every_page_and_file(agent, browser, named):
    path = named(recipient=NAME)
    browser.get(path)
    words = browser.words()
    browser.post(f"{path}/withdraw")
    after = browser.text
    texts = [browser.get(f"/records/award{end}").data.decode() for end in ("", ".csv", "/print")]

    assert "Bấm nút này thì bị xóa ở máy này và ở tỉnh: " in words
    assert "Nhật ký và các bản sao lưu cũ còn giữ" in words
    assert "Đã xóa" in after
    assert "(đã xóa, không hiện lại)" in after
    assert [] == [text for text in (after, *texts) if NAME in text]
    assert f"{path}/withdraw" not in after
    assert 2 == len(agent.store().history([Key("a1", "award", "record000001")]))


def test_no_name_is_left_in_what_is_kept_to_take_a_table_back(agent, browser, named):
    path, key = named(recipient=NAME), Key("a1", "award", "record000001")
    import_table(agent.replica(), agent.folder, key, recipient="Xa Văn Lạ")
    before = kept(agent.store().db)
    browser.get(path)
    browser.post(f"{path}/withdraw")

    assert [True] == [NAME in text for text in before]
    assert [] == kept(agent.store().db)


def test_an_entry_of_a_fund_that_is_never_changed_loses_its_donor_and_keeps_its_figures(
    agent, browser, named
):
    path = named("fund_transaction", donor=NAME)
    browser.get(path)
    browser.post(f"{path}/withdraw")
    key = Key("a1", "fund_transaction", "record000001")
    found = agent.store().load([key])[key].values

    assert NAME not in browser.text
    assert (None, None) == (found["donor"], found["consented_on"])
    assert get("fund_transaction").example()["voucher"] == found["voucher"]


def test_a_record_that_names_nobody_has_no_such_button(browser, named):
    path = named(consented_on=None)
    browser.get(path)

    assert "withdraw" not in browser.text


def test_what_nothing_rests_on_is_not_changed(agent, browser, named):
    path = named(consented_on=None)
    browser.get(path)
    browser.post(f"{path}/withdraw")

    assert 1 == len(agent.store().history([Key("a1", "award", "record000001")]))


def test_a_quarrel_about_the_name_does_not_show_it_again(agent, browser, named):
    path, key = named(recipient=NAME), Key("a1", "award", "record000001")
    ours = agent.replica().write(key, {"recipient": f"{NAME} B"}, "Tuấn")
    theirs = agent.store().history([key])[0].change
    writes = {str(theirs.at): NAME, str(ours.at): f"{NAME} B"}
    told = {"record": list(key), "field": "recipient", "writes": writes}
    notice = conflict_key(key, "recipient")
    agent.replica().write(notice, told, "")
    address = f"/attention/conflict/{notice.record_id}"
    before = browser.get(address).data.decode()
    browser.get(path)
    browser.post(f"{path}/withdraw")
    after = browser.get(address).data.decode()

    assert NAME in before
    assert NAME not in after
    assert "(đã xóa, không hiện lại)" in after


def test_of_what_the_province_publishes_a_centre_takes_nothing_back(browser):
    browser.get("/records/activity/new")
    browser.post("/records/directive/record000001/withdraw")

    assert 404 == browser.status
