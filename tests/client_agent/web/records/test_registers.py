"""The shelf of registers at the centre."""

import re

from schemas.record import families, record_types

KNOWN = {name: one for name, one in record_types().items() if one.lives_in != "internal"}


def test_every_record_type_is_on_the_shelf(browser):
    browser.get("/registers/")
    plain = [name for name, schema in KNOWN.items() if not families(schema)]

    assert [] == [name for name in plain if f'"/records/{name}"' not in browser.text]
    assert '"/evaluation/"' in browser.text


def test_every_list_and_every_new_form_opens(browser):
    wrong = []
    for name in KNOWN:
        wrong += [name] if browser.get(f"/records/{name}").status_code != 200 else []
    for address in re.findall(r'class="kh-new" href="([^"]+)"', browser.get("/registers/").text):
        wrong += [address] if browser.get(address).status_code != 200 else []

    assert [] == wrong


def test_what_is_published_can_be_read_and_not_added_to(browser):
    browser.get("/registers/?q=van+ban+chi+dao")

    assert "Cấp trên ban hành" in browser.text
    assert "/records/directive/new" not in browser.text
    assert 404 == browser.get("/records/directive/new").status_code


def test_a_centre_has_nothing_to_do_with_what_the_offices_keep(browser):
    kept = record_types().keys() - KNOWN.keys()
    shelf = browser.get("/registers/").get_data(as_text=True)

    assert kept
    assert [] == [name for name in kept if f'"/records/{name}"' in shelf]
    assert {404} == {browser.get(f"/records/{name}").status_code for name in kept}


def test_a_register_is_found_by_a_word(browser):
    browser.get("/registers/?q=hoc+bong")

    assert '"/records/scholarship"' in browser.text
    assert '"/records/facility"' not in browser.text
    assert "Không có sổ nào" in browser.get("/registers/?q=xyz").text


def test_it_counts_what_is_in_each(browser, held):
    held("r1")
    held("r2")
    browser.get("/registers/?q=lop+chuyen+de")

    assert "2" == browser.text.split('"kh-count">')[1][0]
