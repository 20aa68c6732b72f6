"""Other records by name."""

import pytest
from marshmallow import ValidationError

from schemas import forms, references, titles
from schemas.context import Context, Named, current, within
from schemas.fields.checks import Unclear
from schemas.importing.intake import read_csv
from schemas.record import get
from schemas.tables import tabular

A, B, C = (f"{n}b1c7e0a-5f0d-5c39-9d3e-7f1e2a4b6c80" for n in "123")
THERE = references.distinct(
    [Named(A, "Bùi Văn Đẳng"), Named(B, "Bùi Thị Hoa"), Named(C, "Bùi Thị Hoa")]
)
ROLE = get("role_assignment")


@pytest.fixture
def people():
    found = {named.record_id: named.name for named in THERE}
    told = Context(names=lambda kind: THERE, name=lambda kind, name: found.get(name, ""))
    with within(told):
        yield


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("bui van dang", A), ("Đẳng", A), ("dang bui", A), (f"Bùi Thị Hoa #{B[:6]}", B), (A, A)],
)
def test_a_name_or_a_part_of_it_means_a_record(people, typed, meant):
    assert meant == references.meant("staff_member", typed)


def test_what_is_typed_may_be_a_name_of_any_list():
    assert A == references.among(THERE, "đẳng")
    assert Unclear(B, ()) == references.among(THERE, B)


@pytest.mark.parametrize(("typed", "likely"), [("Bùi", 3), ("Hoa", 2), ("Nguyễn", 0)])
def test_what_fits_none_or_several_means_nothing(people, typed, likely):
    found = references.meant("staff_member", typed)

    assert isinstance(found, Unclear)
    assert likely == len(found.likely)


def test_a_form_shows_the_name_and_reads_it_back(people):
    before = {**ROLE.example(), "person": B}
    typed = forms.texts(ROLE, before)

    assert f"Bùi Thị Hoa #{B[:6]}" == typed["person"]
    assert before == forms.read(ROLE, typed, before=before)


def test_a_file_shows_the_name_and_reads_it_back(people):
    values = {**ROLE.example(), "person": A}
    text = "".join(tabular.write_csv(ROLE, [values], "vi"))
    (line,) = read_csv(ROLE, text)

    assert "Bùi Văn Đẳng" in text
    assert values == line.values


def test_a_form_offers_the_names(people):
    widgets = {w.name: w for group in forms.form(ROLE, "vi") for w in group.widgets}

    assert "reference" == widgets["person"].kind
    assert [named.name for named in THERE] == [name for name, _ in widgets["person"].options]


def test_a_name_that_is_not_clear_is_reported_beside_the_field_with_those_it_may_be(people):
    typed = forms.texts(ROLE, ROLE.example())
    with pytest.raises(ValidationError) as several:
        forms.read(ROLE, {**typed, "person": "Hoa"})
    with pytest.raises(ValidationError) as none:
        forms.read(ROLE, {**typed, "person": "Nguyễn Văn X"})

    assert THERE[1].name in several.value.messages["person"][0].vi
    assert (
        "No record in the register “Staff member” here has such a name"
        in none.value.messages["person"][0].en
    )


def test_a_record_that_is_not_here_yet_keeps_its_id(people):
    other = "9b1c7e0a-5f0d-5c39-9d3e-7f1e2a4b6c80"
    values = {**ROLE.example(), "person": other}

    assert other == forms.texts(ROLE, values)["person"]
    assert other == forms.read(ROLE, forms.texts(ROLE, values))["person"]


def test_a_record_is_called_by_its_title_and_its_day():
    activity, role = get("activity"), get("role_assignment")

    assert "Kỹ thuật trồng cam Cao Phong theo VietGAP (24/07/2012)" == titles.called(
        "activity", activity.example()
    )
    assert "Phó giám đốc (01/07/2011)" == titles.called("role_assignment", role.example())


def test_outside_a_request_nothing_is_known():
    assert "" == current().name("staff_member", A)
    assert A == references.name_of("staff_member", A)
