"""A consent that is taken back at the province."""

import pytest

from schemas.record import get
from sync.changes import Key
from tests.imported import import_table, kept

from ..conftest import token_of

AWARD = get("award")
NAME = "Bùi Thị Hoa Mai"
NAMED = {**AWARD.example(), "consented_on": "2012-07-01", "recipient": NAME}


@pytest.fixture
def key(land):
    return Key(land.da_bac[0], "award", land.write(land.da_bac[0], "award", **NAMED))


def address(key):
    return f"/records/award/{key.area}/{key.record_id}"


def withdraw(client, key):
    sent = {"csrf_token": token_of(client.get(address(key)).text)}
    return client.post(f"{address(key)}/withdraw", data=sent, follow_redirects=True)


def test_with_one_button_the_name_is_gone_from_every_page_and_file(land, key):
    client = land.logged_in("tinh")
    before = client.get(address(key)).text
    after = withdraw(client, key).text
    paths = [address(key), *(f"/records/award{end}?period=all" for end in ("", ".csv", "/print"))]
    texts = [client.get(path).text for path in paths]

    assert NAME in before
    assert f"{address(key)}/withdraw" in before
    assert "Đã xóa. Trung tâm xóa theo" in after
    assert [] == [path for path, text in zip(paths, texts, strict=True) if NAME in text]
    assert "(đã xóa, không hiện lại)" in texts[0]
    assert AWARD.example()["title"] in texts[0]
    assert f"{address(key)}/withdraw" not in texts[0]


def test_a_name_that_crossed_the_withdrawal_leaves_in_no_file(land, key):
    land.province.hub().write(key, {"consented_on": None}, "Lan")
    client = land.logged_in("tinh")
    files = [client.get(f"/records/award{end}?period=all").text for end in (".csv", "/print")]

    assert [] == [text for text in files if NAME in text]
    assert f"{address(key)}/withdraw" in client.get(address(key)).text


def test_no_name_is_left_in_what_is_kept_to_take_a_table_back(land, key):
    import_table(land.province.hub(), land.province.config.folder, key, recipient="Xa Văn Lạ")
    before = kept(land.db)
    withdraw(land.logged_in("tinh"), key)

    assert [True] == [NAME in text for text in before]
    assert [] == kept(land.db)


@pytest.mark.parametrize("name", ["hoi", "da.bac"])
def test_nobody_but_the_province_does_it_at_the_server(land, key, name):
    client = land.logged_in(name)

    assert f"{address(key)}/withdraw" not in client.get(address(key)).text
    assert 403 == withdraw(client, key).status_code
    assert NAME == land.province.store().load([key])[key].values["recipient"]


def test_a_quarrel_about_the_name_does_not_show_it_again(land, key):
    hub, opened = land.province.hub(), land.province.store().load([key])[key]
    for author, name in (("Một", f"{NAME} A"), ("Hai", f"{NAME} B")):
        hub.write(key, {"recipient": name}, author, opened)
    client = land.logged_in("tinh")
    before = client.get("/attention").text
    withdraw(client, key)
    page = client.get("/attention").text

    assert NAME in before
    assert NAME not in page
    assert "(đã xóa, không hiện lại)" in page


def test_a_record_that_is_not_there_has_no_consent(land, key):
    client = land.logged_in("tinh")

    assert 404 == withdraw_at(client, key, f"{address(key)}x/withdraw")
    assert 404 == withdraw_at(client, key, f"/records/nothing/{key.area}/x/withdraw")


def withdraw_at(client, key, path):
    sent = {"csrf_token": token_of(client.get(address(key)).text)}
    return client.post(path, data=sent).status_code
