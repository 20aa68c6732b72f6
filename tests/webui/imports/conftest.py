"""Somebody who imports tables, at the centre and at the province."""

import csv
import io
import re
import time
from html import unescape
from uuid import uuid4

import pytest

from client_agent import imports as centre_imports
from server import imports as province_imports
from sync.stores.batches import Batch


def as_csv(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


class Desk:
    """A person at one of the applications, and the records that this test imports.

    The applications are shared by all tests, so titles carry a mark of the test.
    """

    def __init__(self, site):
        site.client.delete_cookie("lang")
        self.site, self.client = site, site.client
        self.mark = uuid4().hex[:8]
        self.text, self.path, self.status = "", "", 0

    @property
    def home(self):
        return f"/records/{self.kind}/intake/"

    def get(self, path):
        return self.read(self.client.get(path, follow_redirects=True))

    def bring(self, *rows, name="so.csv", data=b""):
        """Choose a file of those rows, or with that content."""
        data = data or as_csv([self.heads, *rows]).encode()
        sent = {"file": (io.BytesIO(data), name), "csrf_token": self.token()}
        return self.read(self.client.post(self.home, data=sent, follow_redirects=True))

    def do(self, deed, path="", **typed):
        """Send a form of the page of an import."""
        path, sent = path or self.path, {"csrf_token": self.token(), **typed}
        return self.read(self.client.post(f"{path}/{deed}", data=sent, follow_redirects=True))

    def words(self):
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())

    def wait(self):
        until = time.monotonic() + 60
        while self.works() and time.monotonic() < until:
            time.sleep(0.02)
        assert not self.works()

    def works(self):
        return self.site.app.extensions["imports"]

    def batch(self) -> Batch:
        return self.imports().batches.find(self.path.rsplit("/", 1)[1])

    def records(self):
        """The living records with the test's mark, by title."""
        store = self.replica().store
        keys = [k for k in store.fingerprints([self.area], self.kind)]
        living = [one for one in store.load(keys).values() if not one.deleted] if keys else []
        marked = [one for one in living if self.mark in one.values[self.title]]
        return sorted(marked, key=lambda one: one.values[self.title])

    def titles(self):
        return [one.values[self.title].partition(" ")[0] for one in self.records()]

    def token(self):
        self.get(self.home) if not self.text else None
        return re.search(r'name="csrf_token" value="([^"]+)"', self.text)[1]

    def read(self, answer):
        self.text, self.status = answer.get_data(as_text=True), answer.status_code
        self.path = answer.request.path
        return self


class Centre(Desk):
    kind, title, area = "activity", "title", "a1"
    heads = ("Tên hoạt động", "Lĩnh vực", "Hình thức", "Ngày bắt đầu", "Lượt người học")
    fields = ("title", "category", "form", "held_from", "attendance_count")
    day, code = "held_from", "category"

    def row(self, number, day="1/2/2012", code="xmc"):
        return [f"{number} {self.mark}", code, "Tập huấn", day, "35"]

    def imports(self):
        return centre_imports.of(self.site.app.extensions["agent"])

    def replica(self):
        return self.site.app.extensions["agent"].replica()


class Province(Desk):
    kind, title = "directive", "abstract"
    heads = ("Trích yếu", "Loại", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành")
    fields = ("abstract", "kind", "number", "issued_on", "issued_by")
    day, code = "issued_on", "kind"

    def row(self, number, day="1/2/2012", code="Công văn"):
        return [f"{number} {self.mark}", code, f"{number}-{self.mark}", day, "Sở"]

    @property
    def area(self):
        return self.site.app.extensions["province"].published

    def imports(self):
        return province_imports.of(self.site.app.extensions["province"])

    def replica(self):
        return self.site.app.extensions["province"].hub()


@pytest.fixture
def desk(site, request):
    desk = (Centre if "staff" in session(site) else Province)(site)
    yield desk
    desk.works().clear()
    for batch in desk.imports().batches.of_type(desk.kind, desk.area):
        desk.imports().discard(batch.id)


def session(site):
    with site.client.session_transaction() as session:
        return dict(session)
