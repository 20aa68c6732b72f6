"""The widgets that fill in a record."""

import pytest

from schemas.fields import Label, Labelled
from schemas.forms.widgets import form, kind
from schemas.record import get, record_types

ACTIVITY = get("activity")


def widgets(schema, *args, **kwargs):
    groups = form(schema, *args, **kwargs)
    return {widget.name: widget for group in groups for widget in group.widgets}


def test_fields_stand_in_their_groups_in_the_order_of_the_paper():
    groups = form(ACTIVITY, "vi")

    assert "Hoạt động gì" == groups[0].label
    assert ["title", "category", "category_other", "form"] == [w.name for w in groups[0].widgets]
    assert len(groups) == len({group.label for group in groups})


@pytest.mark.parametrize("schema", record_types().values(), ids=lambda schema: schema.record_type)
def test_every_field_is_drawn_but_those_with_pages_of_their_own(schema):
    drawn = widgets(schema, "en")
    known = schema._declared_fields

    assert {name for name, field in known.items() if kind(field)} == set(drawn)
    assert all(widget.label for widget in drawn.values())


def test_a_widget_says_what_a_page_needs():
    drawn = widgets(ACTIVITY, "vi")

    assert ("text", "", True) == _told(drawn["title"])
    assert ("date", "ngày/tháng/năm", True) == _told(drawn["held_from"])
    assert ("number", "", True) == _told(drawn["attendance_count"])
    assert ("textarea", "", False) == _told(drawn["result_note"])
    assert ("xmc", "Xóa mù chữ, sau xóa mù chữ") == drawn["category"].options[0]
    assert ("numeric", "đ") == (drawn["budget_amount"].inputmode, drawn["budget_amount"].unit)
    assert "decimal" == widgets(get("criteria_set"), "vi")["step"].inputmode
    assert "flag" == widgets(get("centre_profile"), "vi")["has_seal"].kind


def test_labels_help_and_options_are_in_the_language_of_the_page():
    drawn = widgets(ACTIVITY, "en")

    assert "Title" == drawn["title"].label
    assert "As written in the register." == drawn["title"].help
    assert "Literacy and post-literacy" == drawn["category"].options[0][1]


def test_a_form_that_comes_back_holds_what_was_typed_and_what_is_wrong():
    wrong = {"held_from": [Label("Sai ngày.", "Wrong day.")]}
    drawn = widgets(ACTIVITY, "vi", {"held_from": "hôm qua"}, wrong)

    assert "hôm qua" == drawn["held_from"].text
    assert ("Sai ngày.",) == drawn["held_from"].errors
    assert () == drawn["title"].errors


def test_what_another_level_owns_is_read_only():
    assert not any(widget.read_only for widget in widgets(ACTIVITY, "vi").values())
    assert all(widget.read_only for widget in widgets(ACTIVITY, "vi", role="province").values())
    assert all(widget.read_only for widget in widgets(get("criteria_set"), "vi").values())


def test_a_kind_without_a_rule_is_named():
    with pytest.raises(TypeError, match="Labelled"):
        kind(Labelled("Lạ", "Odd"))


def _told(widget):
    return widget.kind, widget.placeholder, widget.required
