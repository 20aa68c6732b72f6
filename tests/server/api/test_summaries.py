"""Programs with a token read the summaries: the numbers of the page, small counts withheld."""

import pytest

from schemas.privacy.small_counts import FEW
from server.tokens.tokens import Scope, Wanted, make
from tests import worked

EVERYTHING = Scope(personal=True)


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    land = worked.province(tmp_path_factory.mktemp("worked") / "province")
    land.activity(land.bo, held_from="2010-05-05", ethnic_minority_count=3)
    land.activity(land.town, held_from="2010-05-06", ethnic_minority_count=30)
    yield land
    land.province.close()


@pytest.fixture(scope="module")
def read(land):
    """What a token of that scope reads there."""
    client, secrets = land.app.test_client(), {}

    def read(path, scope=EVERYTHING, **asked):
        if scope not in secrets:
            wanted = Wanted(f"thử {len(secrets)}", scope, "x")
            secrets[scope] = make(land.db, wanted, 1)
        head = {"Authorization": f"Bearer {secrets[scope]}"}
        return client.get(f"/api/v1/summaries{path}", query_string=asked, headers=head)

    return read


def values(rows, name):
    """The values of a column, of whole units, by their names."""
    whole = [row for row in rows if row["part"] is None]
    return {row["label"]["vi"]: row["cells"][name]["value"] for row in whole}


def test_a_program_reads_the_numbers_of_the_page(read):
    rows = read("/b1", period="2012-H1").json["rows"]
    cell = rows[-4]["cells"]["association_attendance_count"]

    assert {"Huyện Đà Bắc": 320, "Thị trấn Đà Bắc": 270, "Xã Giáp Đắt": 50} == {
        name: value
        for name, value in values(rows, "attendance_count").items()
        if value and "tỉnh" not in name.casefold()
    }
    assert [184, "given", 2, 3, 2] == [
        cell[name] for name in ("value", "state", "reported", "expected", "records")
    ]
    assert ["xmc", "phap_luat", "khuyen_nong"] == [row["part"] for row in rows[-3:]]


def test_small_sensitive_counts_are_withheld_from_a_token_without_leave(read):
    rows = read("/b1", Scope(), period="2010").json["rows"]
    shown = values(rows, "ethnic_minority_count")

    assert FEW == shown["Thị trấn Bo"]
    assert 30 not in shown.values()  # or the few would follow from the total
    assert {"…"} == {r["cells"]["ethnic_minority_count"]["value"] for r in rows if r["part"]}
    assert 3 in values(read("/b1", period="2010").json["rows"], "ethnic_minority_count").values()


def test_a_token_of_a_district_reads_its_own(read, land):
    rows = read("/b1", Scope(unit_id=land.units["153"].id), period="2012-H2").json["rows"]

    assert {80} == set(values(rows, "attendance_count").values())


@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        ("/b1", {"period": "2012-H3"}, 422),
        ("/b1", {"period": "1900"}, 404),
        ("/b99", {}, 404),
        ("/b1", {"unit": "x"}, 404),
    ],
)
def test_what_there_is_not_is_refused(read, path, asked, status):
    assert status == read(path, **asked).status_code


def test_a_token_for_other_types_reads_no_summary_of_these(read):
    scope = Scope(types=frozenset({"activity"}))

    assert 403 == read("/b1", scope).status_code
    assert [] == read("", scope).json["items"]
