"""Why something about a person is kept."""

from schemas import forms
from schemas.export.openapi import component
from schemas.fields.personal import POSTS, RECOGNITION
from schemas.record import get


def test_a_form_says_what_for_and_how_long_and_that_consent_is_needed():
    widgets = {w.name: w for g in forms.form(get("scholarship"), "vi") for w in g.widgets}

    assert widgets["recipient"].help.endswith(
        "Chỉ ghi khi đã đồng ý. Dùng để biểu dương, khen thưởng; lưu 10 năm."
    )


def test_the_consent_is_of_one_purpose():
    needing = RECOGNITION.needing("consented_on")

    assert ("", "consented_on") == (RECOGNITION.consent, needing.consent)
    assert RECOGNITION.purpose == needing.purpose
    assert "Kept to know who is in charge of what; for 5 years." == POSTS.notice().en


def test_the_api_tells_of_it():
    told = component(get("scholarship"))["properties"]["recipient"]

    assert (10, "consented_on") == (told["x-retention-years"], told["x-consent"])


def test_of_pupils_there_are_counts_only():
    for name in ("retention_count", "holiday_activity"):
        assert [] == [f for f in get(name)._declared_fields.values() if f.personal]
