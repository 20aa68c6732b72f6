"""Cursors name a place in one life of the server's log, and in no other."""

from base64 import urlsafe_b64encode

import pytest
from werkzeug.exceptions import Conflict

from server.api import cursors


def test_a_cursor_names_its_place(province):
    store = province.store()
    province.hub()

    assert 0 == cursors.place(store, "")
    assert 1234 == cursors.place(store, cursors.cursor(store, 1234))


@pytest.mark.parametrize("text", ["x", "í", "AAAA", "=", urlsafe_b64encode(b"server.x 5").decode()])
def test_what_is_no_cursor_of_ours_is_refused(province, text):
    with pytest.raises(Conflict):
        cursors.place(province.store(), text)
