from contextlib import suppress

import pytest

from server.transaction import at_once
from sync.errors import StoreBusy


def test_all_of_it_or_none(db):
    with suppress(ZeroDivisionError), at_once(db):
        db["setting"].insert({"name": "a", "value": "b"})
        raise ZeroDivisionError

    assert 0 == db["setting"].count_where("name = 'a'")


def test_an_inner_one_joins_the_outer(db):
    with suppress(ZeroDivisionError), at_once(db):
        with at_once(db):
            db["setting"].insert({"name": "a", "value": "b"})
        raise ZeroDivisionError

    assert 0 == db["setting"].count_where("name = 'a'")


def test_a_database_that_is_held_is_busy(db, app):
    inside = app.extensions["province"].db()
    inside.execute("pragma busy_timeout = 20")
    with at_once(db), pytest.raises(StoreBusy), at_once(inside):
        pass
