import re

from client_agent.web.records.search import ASKED, reading
from reporting.query.address import LAST, page
from schemas.addresses import marked
from schemas.areas import CENTRE
from schemas.record import families, fields, record_types
from schemas.records.activity import Activity
from schemas.records.centre_profile import CentreProfile
from schemas.records.coordination_plan import CoordinationPlan
from schemas.records.evaluation import Evaluation
from schemas.records.retention_count import RetentionCount


def test_an_open_period_has_an_open_end():
    search = reading(Activity, {"from": "1/7/2012"}, "a1")

    assert {"held_from": ("2012-07-01", None)} == search.selection.between


def test_what_was_asked_stays_in_the_address_of_the_next_page():
    search = reading(Activity, {"q": "cam", "category": "xmc", "page": "2"}, "a1")

    assert {"q": "cam", "f.category": "xmc", "page": "3"} == search.with_(page=3)
    assert {"q": "cam", "f.category": "xmc", "sort": "title"} == search.sorted_by("title")


def test_the_newest_comes_first_where_there_is_a_day_or_a_year():
    assert "-held_from" == reading(Activity, {}, "a1").order
    assert "-year" == reading(Evaluation, {}, "a1").order
    assert "name" == reading(CentreProfile, {}, "a1").order


def test_a_school_year_is_asked_for_as_people_write_it():
    asked = ("2012", " 2012-2013 ", "2012–2013")
    found = [
        reading(CoordinationPlan, {"school_year": year}, "p").selection.equal for year in asked
    ]

    assert [{"school_year": 2012}] * 3 == found
    assert {} == reading(CoordinationPlan, {"school_year": " "}, "p").selection.equal


def test_no_address_asks_for_a_page_that_a_database_cannot_count():
    assert [1, 1, 1, 2] == [page({"page": text}) for text in ("x", "-3", "²", "2")]
    assert LAST == page({"page": "9" * 30})


def test_no_field_is_taken_for_what_a_page_asks():
    """Of no type, whatever its fields are called; and each that narrows a list does."""
    clashes, deaf = [], []
    for name, schema in record_types().items():
        listed = reading(schema, {}, "a1")
        clashes += [(name, n) for n in fields(schema) if marked(n) in ASKED or "." in n]
        for field, choice in listed.choices.items():
            search = reading(schema, {marked(field): next(iter(choice.codes.options))}, "a1")
            deaf += [] if field in search.selection.equal else [(name, field)]

    assert [] == clashes
    assert [] == deaf


def test_a_field_with_the_name_of_a_parameter_is_asked_by_its_mark_alone():
    search = reading(RetentionCount, {"f.period": "hoc_ky_1", "page": "2"}, "a1")

    assert {"period": "hoc_ky_1"} == search.selection.equal
    assert "hoc_ky_1" == search.chosen("period")
    assert 2 == search.page


def test_no_form_has_a_name_of_its_own_that_a_field_bears(browser):
    every = {name for schema in record_types().values() for name in fields(schema)}
    wrong = []
    for kind, schema in record_types().items():
        if schema.lives_in == CENTRE and not families(schema):
            browser.get(f"/records/{kind}/new")
            names = set(re.findall(r'<(?:input|button|select)[^>]* name="([^"]+)"', browser.text))
            wrong += [(kind, name) for name in (names - fields(schema).keys()) & every]

    assert [] == wrong
