"""The columns of an office's table: known by their headings, and only those it fills in."""

import pytest
from flask_login import login_user

from schemas.record import get
from server.users import users
from server.web.imports.host import ProvinceImports
from webui.imports.importer import Importer

from .test_views import HEADS

importer = Importer(ProvinceImports())


@pytest.fixture
def as_user(land):
    """Ask in the name of a person, in the middle of a request."""

    def as_user(name, ask):
        user = users.find(land.db, name)
        with land.app.test_request_context():
            login_user(user)
            return ask()

    return as_user


def test_headings_are_known_in_either_language(as_user):
    wanted = ("number", "issued_on", "kind", "abstract", "issued_by")
    english = ["Number", "Issued on", "Kind", "Subject", "Issued by"]

    for heads in (HEADS, english):
        assert (
            wanted
            == as_user("tinh", lambda h=heads: importer.recognised(get("directive"), [h])).columns
        )


def test_what_another_office_fills_in_is_left_out(as_user):
    known = get("plan_target")._declared_fields
    heads = [known[name].label.vi for name in ("indicator", "target", "association_note")]
    province = as_user("tinh", lambda: importer.recognised(get("plan_target"), [heads])).columns
    association = as_user("hoi", lambda: importer.recognised(get("plan_target"), [heads])).columns

    assert ("indicator", "target", "") == province
    assert ("indicator", "", "association_note") == association


@pytest.mark.parametrize("home", [["Đơn vị", "Trung tâm"], ["Unit", "Centre"]])
def test_where_a_record_lies_is_no_field_of_what_is_published(as_user, home):
    """``pilot_programme`` has a field that is called as the column of our own lists is."""
    pilot, centre = get("pilot_programme"), "Trung tâm"
    found = as_user("tinh", lambda: importer.recognised(pilot, [[*home, centre]])).columns
    alone = as_user("tinh", lambda: importer.recognised(pilot, [[centre]])).columns

    assert ("", "", alone[0]) == found
    assert alone[0]


def test_only_what_centres_keep_has_a_column_for_the_centre(as_user):
    names = [
        as_user("tinh", lambda k=k: dict(importer.choices(get(k))))
        for k in ("obstacle", "directive")
    ]

    assert ["_centre" in known for known in names] == [True, False]
    heads = [["Đơn vị", "Trung tâm", "Mã bản ghi"]]
    assert ("", "_centre", "_id") == as_user(
        "tinh", lambda: importer.recognised(get("obstacle"), heads)
    ).columns
