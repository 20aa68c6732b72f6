import re

from server.centres import centres
from server.devices import codes


def code_on(page):
    return " ".join(re.findall(r"</small>([^<]+)</li>", page))


def test_a_centre_without_a_machine_is_listed_as_waiting(browser, add_centre, enrol):
    enrol(add_centre("04813"))
    add_centre("04816")
    page = browser.get("/admin/?show=waiting").text

    assert "Sủ Ngòi" in page
    assert "Yên Mông</strong>" not in page


def test_centres_are_found_without_accents(browser, add_centre):
    add_centre("04813")
    add_centre("04816")
    page = browser.get("/admin/?q=su ngoi").text

    assert "TTHTCĐ Xã Sủ Ngòi" in page
    assert "Yên Mông</strong>" not in page


def test_a_code_is_shown_once_and_lets_a_machine_in(browser, add_centre, db, wall):
    centre = add_centre()
    page = browser.post("/admin/", f"/admin/centres/{centre.area}/code").text
    code = code_on(page)

    assert 4 == len(code.split())
    assert code not in browser.get("/admin/").text
    assert centre.area == codes.redeem(db, codes.hashed(db, code), "key", wall())


def test_no_code_is_made_for_a_centre_that_is_not_there(browser, add_centre):
    add_centre()

    assert 404 == browser.post("/admin/", "/admin/centres/nowhere/code").status_code


def test_a_centre_is_founded_in_a_commune_of_today(browser, db):
    page = browser.get("/admin/").text
    unit = re.search(r'<option value="([^"]+)">Xã Yên Mông', page)[1]
    browser.post("/admin/", "/admin/centres", unit=unit, name="Trung tâm Yên Mông")

    assert ["Trung tâm Yên Mông"] == [centre.name for centre in centres.centres(db)]


def test_a_centre_without_a_commune_is_sent_back_with_a_sentence(browser, db):
    answer = browser.post("/admin/", "/admin/centres", unit="", name="Không đâu")

    assert (422, []) == (answer.status_code, centres.centres(db))
    assert "Hãy chọn đơn vị" in answer.text
