from contextlib import contextmanager

import pytest
from flask_login import login_user

from schemas import owners
from schemas.record import get
from server.auth import permissions
from server.users import users
from server.users.users import User


@contextmanager
def logged_in(app, role):
    """A request of somebody with that role, who works for no unit."""
    with app.test_request_context():
        login_user(User("x", role, "", "", True))
        yield


@pytest.mark.parametrize(
    ("record_type", "roles"),
    [
        ("directive", {users.PROVINCE}),
        ("plan_target", {users.PROVINCE, users.ASSOCIATION}),
        ("obstacle", {users.PROVINCE, users.ASSOCIATION, users.DISTRICT}),
        ("activity", set()),  # the centre's alone
        ("evaluation", set()),  # one row cannot hold what criteria it has
        ("criteria_set", set()),  # no form fills it in
    ],
)
def test_a_table_is_brought_in_by_those_who_fill_in_such_records(app, record_type, roles):
    permitted = set()
    for role in users.ROLES:
        with logged_in(app, role):
            permitted |= {role} if permissions.may_bring(get(record_type)) else set()

    assert roles == permitted


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (users.PROVINCE, (True, True, True)),
        (users.ASSOCIATION, (True, False, True)),
        (users.DISTRICT, (True, True, False)),
        (owners.DISTRICT_ASSOCIATION, (True, False, False)),
    ],
)
def test_what_the_offices_keep_of_persons_is_for_those_who_fill_it_in_and_the_province(
    app, role, expected
):
    schemas = map(get, ("conference", "evaluator", "research_topic"))

    with logged_in(app, role):
        assert expected == tuple(map(permissions.may_read, schemas))
