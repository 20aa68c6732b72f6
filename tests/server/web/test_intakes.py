"""Bringing in a register at an office, by the pages: choose, look, confirm, take back."""

import csv
import io
import time

import pytest

from schemas.record import get

from .conftest import token_of
from .test_writing import Office

DIRECTIVE = get("directive")
HEADS = ["Số, ký hiệu", "Ngày ban hành", "Loại", "Trích yếu", "Cơ quan ban hành"]


def row(number, **changes):
    typed = {"kind": "Công văn", "abstract": f"Về việc {number}", "issued_by": "Sở", **changes}
    return [f"{number}/CV", "24/7/2012", typed["kind"], typed["abstract"], typed["issued_by"]]


def table(*rows, heads=HEADS):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([heads, *rows])
    return text.getvalue().encode()


class Desk(Office):
    """A person at an office who brings in tables."""

    def bring(self, data, kind="directive", name="so.csv"):
        home = f"/records/{kind}/intake/"
        self.get(home)
        file = (io.BytesIO(data), name)
        sent = {"file": file, "csrf_token": token_of(self.text)}
        return self._seen(self.client.post(home, data=sent, follow_redirects=True))

    def do(self, deed, **typed):
        path = self.path
        sent = {"csrf_token": token_of(self.text), **typed}
        self._seen(self.client.post(f"{path}/{deed}", data=sent, follow_redirects=True))
        return self

    def words(self):
        import re
        from html import unescape

        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())


@pytest.fixture
def desk(land):
    return lambda name="tinh": Desk(land, name)


def directives(land):
    store, area = land.province.store(), land.province.published
    found = store.load(list(store.fingerprints([area], "directive")))
    return [its for its in found.values() if not its.deleted]


def test_a_register_is_read_looked_at_and_confirmed(land, desk):
    office = desk().bring(table(row(1), row(2, abstract="")))
    assert "Thêm mới: 1" in office.words()
    assert "Có lỗi, không nhập: 1" in office.words()
    assert [] == directives(land)

    office.do("confirm")
    assert "Đã nhập 1 dòng từ «so.csv»" in office.words()
    assert ["Về việc 1"] == [its.values["abstract"] for its in directives(land)]


def test_a_long_file_is_gone_through_and_written_behind(land, desk):
    office = desk().bring(table(*map(row, range(450))))
    path = office.path
    assert "Đang xem tệp" in office.words()
    wait(land)
    assert "Thêm mới: 450" in office.get(path).words()
    office.do("confirm")
    wait(land)
    assert "Đã nhập 450 dòng" in office.get(path).words()
    assert 450 == len(directives(land))


def wait(land):
    while land.app.extensions["intakes"]:
        time.sleep(0.02)
