"""The pages of an office's table: what each says, to whom, and in which language."""

import pytest

from .test_existing import RAISED, answers
from .test_views import Desk, row, table


@pytest.fixture
def desk(land):
    return lambda name="tinh": Desk(land, name)


def test_the_first_page_says_what_to_do_and_that_nothing_was_brought_in_yet(desk):
    office = desk().get("/records/directive/intake/")
    assert "Bạn chưa nhập tệp nào vào sổ này" in office.words()
    assert "sửa trong Excel rồi nhập lại" in office.words()

    office.bring(table(row(1)))
    office.get("/records/directive/intake/")
    assert "so.csv" in office.words()
    assert "Chờ xem và xác nhận" in office.words()


def test_who_answers_what_others_begin_learns_that_nothing_is_added(desk):
    assert "không thêm bản mới" in desk().get("/records/obstacle/intake/").words()


def test_a_person_chooses_among_the_centres_in_their_scope(land, desk):
    land.write(land.da_bac[0], "obstacle", **RAISED)
    mine = desk("da.bac").bring(answers(["04831", RAISED["title"], "Sở"]), "obstacle").text
    everybody = desk().bring(answers(["04831", RAISED["title"], "Sở"]), "obstacle").text

    assert (True, False) == (land.da_bac[0] in mine, land.kim_boi[0] in mine)
    assert land.kim_boi[0] in everybody
    assert 'name="area"' not in desk().bring(table(row(1))).text


def test_a_column_is_offered_what_this_office_fills_in_and_what_tells_records_apart(desk):
    office = desk().bring(answers(["04831", "A", "Sở"]), "obstacle")
    offered = office.text.split('name="column-2"')[1].split("</select>")[0]

    assert '<option value="_centre">' in offered
    assert '<option value="title">' in offered
    assert '<option value="handler" selected>' in offered
    assert "association_note" not in offered


def test_a_row_leads_to_the_record_that_it_changes(land, desk):
    key = land.write(land.da_bac[0], "obstacle", **RAISED)
    office = desk().bring(answers(["04831", RAISED["title"], "Sở"]), "obstacle")

    assert f'href="/records/obstacle/{land.da_bac[0]}/{key}?period=all"' in office.text


def test_every_page_speaks_english_too(desk):
    office = desk()
    office.client.set_cookie("lang", "en")
    office.bring(table(row(1)))
    assert "New: 1" in office.words()

    office.do("confirm")
    assert "1 row of “so.csv” was brought in." in office.words()
