"""Programs with a token read every record type: in pages, by cursor, within their scope."""

import csv
import io
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from schemas.record import get, record_types
from server.api import documentation, paging, personal
from server.tokens import tokens
from server.tokens.tokens import Scope, Wanted
from sync.changes import DELETED, Key
from tests.server.web.conftest import founded, land  # noqa: F401  # a province with centres
from tests.serving import serving

ROOT = "/api/v1/records"


class Reader:
    """A program that has a token."""

    def __init__(self, land, scope=None):  # noqa: F811
        self.client = land.app.test_client()
        name = f"Sở {len(tokens.everyone(land.db))}"
        self.secret = tokens.make(land.db, Wanted(name, scope or Scope(), "quantri"), land.wall())

    def get(self, path, **asked):
        head = {"Authorization": f"Bearer {self.secret}"}
        return self.client.get(f"{ROOT}{path}", query_string=asked, headers=head)

    def everything(self, path, **asked):
        """All pages, one after the other; and the cursor behind the last."""
        found, cursor, more = [], "", True
        while more:
            page = self.get(path, cursor=cursor, **asked).json
            found, cursor, more = [*found, *page["items"]], page["next"], page["more"]
        return found, cursor


@pytest.fixture
def reader(land):  # noqa: F811
    return Reader(land)


def titles(items):
    return [item["values"]["title"] for item in items]


def test_without_a_token_nothing_is_read(land):  # noqa: F811
    client = land.app.test_client()
    answers = [client.get(ROOT), client.get(ROOT, headers={"Authorization": "Bearer kh_none"})]

    assert [401, 401] == [answer.status_code for answer in answers]
    assert "Bearer" in answers[0].headers["WWW-Authenticate"]
    assert "mã truy cập" in answers[0].json["vi"]


def test_a_program_without_a_token_learns_so_from_the_server_that_people_run(land):  # noqa: F811
    with serving(land.app) as address, pytest.raises(HTTPError) as refused:
        urlopen(f"{address}{ROOT}/activity", timeout=30)

    assert 401 == refused.value.code
    refused.value.close()


@pytest.mark.parametrize("name", record_types())
def test_every_record_type_can_be_read(land, name):  # noqa: F811
    reader = Reader(land, Scope(types=frozenset({name})))

    assert {"items", "more", "next"} == set(reader.get(f"/{name}").json)
    assert "_area,_id,_deleted,_changed," in reader.get(f"/{name}", format="csv").text


def test_the_types_are_listed_with_their_labels(reader):
    listed = reader.get("").json["items"]

    told = [n for n, schema in record_types().items() if schema.lives_in != "internal"]

    assert told == [each["type"] for each in listed]
    assert {"vi": "Hoạt động", "en": "Activity"} == listed[0]["label"]


def test_a_record_is_read_with_its_values(reader, land):  # noqa: F811
    name = land.activity(land.da_bac[0], title="Trồng đào")
    (item,) = reader.get("/activity").json["items"]
    one = reader.get(f"/activity/{land.da_bac[0]}/{name}").json

    assert "Trồng đào" == item["values"]["title"]
    assert item == one


def test_pages_follow_each_other_without_gap_or_repetition(reader, land):  # noqa: F811
    for number in range(7):
        land.activity(land.da_bac[0], title=f"{number}")
    found, _ = reader.everything("/activity", limit=3)

    assert [str(number) for number in range(7)] == titles(found)


def test_who_keeps_the_cursor_learns_what_changed_since(reader, land):  # noqa: F811
    area = land.da_bac[0]
    names = [land.activity(area, title=f"{number}") for number in range(3)]
    _, cursor = reader.everything("/activity")
    assert [] == reader.get("/activity", cursor=cursor).json["items"]

    land.write(area, record_id=names[0], title="sửa")
    land.write(area, record_id=names[1], **{DELETED: True})
    since = reader.get("/activity", cursor=cursor).json["items"]
    assert [("sửa", False), ("1", True)] == [(i["values"]["title"], i["deleted"]) for i in since]


def test_a_record_that_changes_while_it_is_read_is_read_again_at_the_end(reader, land):  # noqa: F811
    area = land.da_bac[0]
    names = [land.activity(area, title=f"{number}") for number in range(3)]
    first = reader.get("/activity", limit=2).json
    land.write(area, record_id=names[0], title="sửa")
    rest = reader.get("/activity", cursor=first["next"]).json

    assert ["0", "1"] == titles(first["items"])
    assert ["2", "sửa"] == titles(rest["items"])


def test_a_token_of_a_district_reads_only_its_centres_and_what_is_published(land):  # noqa: F811
    land.activity(land.da_bac[0], title="Đà Bắc")
    other = land.activity(land.kim_boi[0], title="Kim Bôi")
    reader = Reader(land, Scope(unit_id=land.units["150"].id))

    assert ["Đà Bắc"] == titles(reader.get("/activity").json["items"])
    assert [] == reader.get("/activity", area=land.kim_boi[0]).json["items"]
    assert 404 == reader.get(f"/activity/{land.kim_boi[0]}/{other}").status_code
    assert 1 == len(reader.get("/criteria_set").json["items"])


def test_a_token_of_some_types_reads_no_others(land):  # noqa: F811
    reader = Reader(land, Scope(types=frozenset({"activity"})))

    assert 200 == reader.get("/activity").status_code
    assert 403 == reader.get("/evaluation").status_code
    assert ["activity"] == [each["type"] for each in reader.get("").json["items"]]


def test_what_the_offices_keep_is_read_only_by_who_was_given_it_by_name(land):  # noqa: F811
    land.write(land.province.internal, "conference", **get("conference").example())
    readers = [Reader(land), Reader(land, Scope(types=frozenset({"conference"})))]
    answers = [reader.get("/conference") for reader in readers]

    assert [403, 200] == [answer.status_code for answer in answers]
    assert [land.province.internal] == [item["area"] for item in answers[1].json["items"]]
    assert "conference" not in {each["type"] for each in readers[0].get("").json["items"]}


def test_what_is_parked_or_unknown_is_not_read(reader, land):  # noqa: F811
    land.park(land.da_bac[0], Key(land.da_bac[0], "activity", "x"), title="Lạ")

    assert [] == reader.get("/activity").json["items"]
    assert 404 == reader.get("/nothing").status_code
    assert 404 == reader.get(f"/activity/{land.da_bac[0]}/x").status_code


def test_csv_says_where_the_next_page_begins(reader, land):  # noqa: F811
    land.activity(land.da_bac[0], title="=1+1")
    answer = reader.get("/activity", format="csv")
    (line,) = csv.DictReader(io.StringIO(answer.text))

    assert ("'=1+1", "2012-07-24", "40") == (
        line["title"],
        line["held_from"],
        line["attendance_count"],
    )
    assert [] == reader.get("/activity", cursor=answer.headers["X-Next-Cursor"]).json["items"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [({"limit": 0}, 422), ({"limit": "x"}, 422), ({"format": "xml"}, 422), ({"cursor": "x"}, 409)],
)
def test_a_question_that_is_none_is_refused_in_words(reader, asked, code):
    answer = reader.get("/activity", **asked)

    assert code == answer.status_code
    assert answer.json["vi"]
    assert (code == 422) == ("errors" in answer.json)


def test_a_cursor_of_before_a_restore_is_refused(reader, land):  # noqa: F811
    cursor = reader.get("/activity").json["next"]
    land.province.hub().begin_epoch()

    assert 409 == reader.get("/activity", cursor=cursor).status_code


def test_what_cannot_be_done_says_what_can(reader):
    answer = reader.client.post(f"{ROOT}/activity")

    assert 405 == answer.status_code
    assert "GET" in answer.headers["Allow"]


def test_what_is_personal_is_left_out_for_who_has_no_leave(monkeypatch):
    schema = record_types()["centre_profile"]
    field = schema._declared_fields["director"]
    monkeypatch.setattr(field, "personal", "why", raising=False)
    values = {"director": "Bùi Văn Đẳng", "name": "Trung tâm", "newer": "?"}

    assert {"name": "Trung tâm"} == personal.without(schema, values)


def test_a_name_without_consent_is_read_by_nobody(land):  # noqa: F811
    made = {**get("award").example(), "recipient": "Bùi Thị Hoa Mai"}
    land.write(land.da_bac[0], "award", **made)
    reader = Reader(land, Scope(personal=True))
    (crossed,) = reader.get("/award").json["items"]
    land.write(land.da_bac[0], "award", **made, consented_on="2012-07-01")
    last = reader.get("/award").json["items"][-1]

    assert (None, "Bùi Thị Hoa Mai") == (
        crossed["values"]["recipient"],
        last["values"]["recipient"],
    )


def test_a_small_count_of_a_sensitive_kind_is_read_with_leave_for_what_is_personal_alone(land):  # noqa: F811
    land.activity(land.da_bac[0], disabled_count=2, ethnic_minority_count=38)
    found = [Reader(land, Scope(personal=leave)) for leave in (False, True)]
    (shut,), (open_,) = (reader.get("/activity").json["items"] for reader in found)
    (line,) = csv.DictReader(io.StringIO(found[0].get("/activity", format="csv").text))

    assert ("disabled_count" in shut["values"], ["disabled_count"]) == (False, shut["withheld"])
    assert (2, []) == (open_["values"]["disabled_count"], open_["withheld"])
    assert ("<5", "38") == (line["disabled_count"], line["ethnic_minority_count"])


def test_the_document_tells_of_every_refusal():
    told = documentation.page(record_types()["activity"])["responses"]

    assert {200, 401, 403, 409, 422, 503} == set(told)
    assert paging.USUAL <= paging.MOST
