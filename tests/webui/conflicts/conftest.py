"""Conflicts and parked changes, with somebody in each application who decides about them."""

import re
import uuid
from html import unescape

import pytest

from schemas.record import get
from server.centres import centres
from sync.changes import Key
from sync.review import conflict_key, parked_key

from ..conftest import NAME


class Desk:
    """One application, and its records that need a person."""

    def __init__(self, site, replica, area, rule):
        self.site, self.replica, self.area, self.rule = site, replica, area, rule

    def record(self, record_type="activity", **values):
        key = Key(self.area, record_type, uuid.uuid4().hex)
        self.replica().write(key, {**get(record_type).example(), **values}, "Ai")
        return key

    def conflict(self, **values):
        """Two people wrote the venue of one record; what the second wrote is in use."""
        key = self.record(venue="Ở xã", **values)
        second = self.replica().write(key, {"venue": "Ở xóm"}, "Hai")
        first = self.store.history([key])[0].change
        writes = {str(first.at): "Ở xã", str(second.at): "Ở xóm"}
        return self.notice(conflict_key(key, "venue"), record=key, field="venue", writes=writes)

    def parked(self, key, reason="device not active", **fields):
        at = self.replica().clock(self.load(key).at)
        values = {"reason": reason, "author": "Ai", "replica": "d7.x", "times": [at.millis, 0]}
        return self.notice(parked_key(self.area, at), record=key, fields=fields, **values)

    def notice(self, notice, record, **values):
        self.replica().write(notice, {"record": list(record), **values}, "")
        return notice

    @property
    def store(self):
        return self.replica().store

    def load(self, key):
        return self.store.load([key])[key]

    def page_of(self, notice):
        kind = "conflict" if notice.record_type == "conflict" else "parked"
        return f"/attention/{kind}/" + self.rule.format(*notice)

    def get(self, path):
        return self._seen(self.site.client.get(path, follow_redirects=True))

    def press(self, path, **typed):
        """Send a form of the page that is open."""
        data = {name: self.hidden(name) for name in ("csrf_token", "_opened")}
        return self._seen(
            self.site.client.post(path, data={**data, **typed}, follow_redirects=True)
        )

    def hidden(self, name):
        values = re.findall(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(values[-1]) if values else ""

    def _seen(self, answer):
        self.text, self.status = answer.text, answer.status_code
        self.words = " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())
        return self


@pytest.fixture
def at_centre(centre):
    with centre.client.session_transaction() as session:
        session["staff"] = NAME
    agent = centre.app.extensions["agent"]
    return Desk(centre, agent.replica, agent.area, "{2}")


@pytest.fixture
def at_province(province):
    bound = province.app.extensions["province"]
    if not centres.centres(bound.db()):
        centres.add(bound.db(), centres.communes_without(bound.db(), "2012-07-24")[0], "2008-01-01")
    return Desk(province, bound.hub, centres.centres(bound.db())[0].area, "{0}/{2}")


@pytest.fixture(params=["at_centre", "at_province"])
def desk(request):
    return request.getfixturevalue(request.param)
