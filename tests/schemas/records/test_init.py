"""A new record type is one file: whatever uses record types uses it, with no other edit."""

import sys

import pytest

from schemas import forms, measures, record, records
from schemas.export import openapi
from schemas.importing.intake import read_csv
from schemas.tables import tabular
from schemas.tables.columns import projections

SOURCE = '''
"""Outings, declared here and nowhere else."""

from schemas import registers
from schemas.fields import Choice, Count, Day, Label, PerCriterion, Score, Text
from schemas.record import Derived, RecordSchema


class Outing(RecordSchema):
    record_type = "outing"
    label = Label("Chuyến đi", "Outing")
    help = Label("Mỗi chuyến một bản ghi.", "One record for each.")
    register = registers.EVENTS
    natural_key = ("name",)
    title_field = "name"
    day_field = "held_on"
    list_fields = ("name", "kind", "guests", "twice")
    derived = {
        "twice": Derived(Label("Gấp đôi", "Twice"), int, lambda values: values["guests"] * 2)
    }

    name = Text("Tên", "Name", help, required=True)
    kind = Choice("Loại", "Kind", {"week": Label("Tuần lễ", "Week")}, help)
    held_on = Day("Ngày", "Day", help)
    guests = Count("Khách", "Guests", help, owner="province", adds="flow")
    women = Count("Trong đó nữ", "Of whom women", help, of="guests", adds="as_whole")
    marks = PerCriterion("Điểm", "Marks", Score("Điểm", "Mark", adds="level"), help=help)
'''
VALUES = {"name": "Tuần lễ học tập", "kind": "week", "held_on": "2012-10-02", "guests": 1250}


@pytest.fixture
def outing(registry, tmp_path, monkeypatch):
    """The type that one more file in the folder of record types declares."""
    (tmp_path / "outing_of_a_test.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(records, "__path__", [*records.__path__, str(tmp_path)])
    record.reload_types()
    yield record.get("outing")
    record.reload_types()
    del sys.modules["schemas.records.outing_of_a_test"]


def test_it_has_columns(outing):
    row = projections()["outing"].row(VALUES)

    assert "tuan le hoc tap" in row.pop("search_text")
    assert "" == row.pop("_unreadable")
    assert {**VALUES, "women": None, "twice": 2500} == row


def test_what_cannot_be_worked_out_is_left_empty(outing):
    row = projections()["outing"].row({"name": "A"})

    assert row["twice"] is None
    assert ["A", "", "", ""] == tabular.cells(outing, {"name": "A"}, "vi")


def test_it_has_a_form_that_reads_what_it_shows(outing):
    names = [widget.name for group in forms.form(outing, "vi") for widget in group.widgets]
    typed = {**forms.texts(outing, VALUES), "women": "2"}

    assert ["name", "kind", "held_on", "women", "guests"] == names  # others' fields come last
    assert {**VALUES, "women": 2} == {"guests": 1250} | forms.read(outing, typed, before=VALUES)


def test_it_has_lists_and_files(outing):
    text = "".join(tabular.write_csv(outing, [{**VALUES, "marks.1": 4.5}], "vi"))
    line = next(read_csv(outing, text))

    assert ["Tuần lễ học tập", "Tuần lễ", "1.250", "2.500"] == tabular.cells(outing, VALUES, "vi")
    assert "Điểm 1" in text.splitlines()[0]
    assert {**VALUES, "marks.1": 4.5} == {"guests": 1250} | line.values


def test_it_has_measures(outing):
    assert ["guests", "women"] == list(measures.sums(outing))
    assert ["kind"] == list(measures.groups(outing))
    assert "held_on" == measures.day(outing)


def test_it_is_in_the_description_of_the_api(outing):
    found = openapi.components()["schemas"]["outing"]

    assert ["name"] == found["required"]
    assert "province" == found["properties"]["guests"]["x-owner"]


def test_it_has_owners_and_ids(outing):
    assert "province" == record.owner_of(outing, "guests")
    assert record.natural_id(outing, "a", VALUES)


def test_it_is_gone_after_the_test():
    assert "outing" not in record.record_types()
