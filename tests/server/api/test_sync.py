import secrets
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from schemas.record import get
from server.devices import devices
from sync import wire
from sync.changes import Key
from sync.errors import NotSigned
from sync.exchange import Outcome
from sync.messages import Question, Refusal, Reply, Response
from sync.review import parked_key
from sync.wire import envelope, frame, resume, seal
from sync.wire.prefixes import TextCache, digest
from sync.wire.resume import Rest


@pytest.fixture
def computer(enrol):
    return enrol()


def test_what_a_centre_wrote_is_in_the_provinces_tables_after_one_post(computer, db):
    computer.write(title="Tập huấn ủ chua thức ăn")
    outcome = computer.exchange()

    assert Outcome.SETTLED == outcome
    assert ["Tập huấn ủ chua thức ăn"] == [row["title"] for row in db["activity"].rows]


def test_a_new_centre_is_given_what_the_province_publishes(computer):
    computer.exchange()
    found = computer.replica.store.fingerprints(
        [computer.certificate.names["published"]], "criteria_set"
    )

    assert 1 == len(found)


def test_a_centre_is_never_given_what_another_wrote(enrol):
    one, other = enrol(), enrol()
    one.write()
    one.exchange()
    other.exchange()

    assert {} == other.replica.store.fingerprints([one.area], "activity")


def test_two_computers_of_a_centre_see_each_others_records(enrol, add_centre):
    centre = add_centre()
    one, other = enrol(centre), enrol(centre)
    one.write(title="Chung")
    one.exchange()
    other.exchange()

    key = Key(one.area, "activity", "one")
    assert "Chung" == other.replica.store.load([key])[key].values["title"]


def test_what_was_heard_of_a_device_is_kept(computer, db, wall):
    for number in range(3):
        computer.write(record_id=str(number))
    computer.wall = computer.replica.wall = lambda: wall() + 5000
    asked = computer.request(waiting=7)
    computer.post(asked)
    (device,) = devices.everyone(db)

    assert (wall(), 7, 5000) == (device.last_contact, device.waiting, device.clock_offset)


def test_a_machine_that_names_a_place_beyond_the_end_begins_again_alone(enrol, province, caplog):
    liar, other = enrol(), enrol()
    liar.settle(), other.settle()
    epoch, feed = province.hub().epoch, other.replica.store.checkpoint().feed
    far = [liar.request(cursor=1 << 40, mac=mac) for mac in (bytes(8), b"")]
    first, second = ((each := liar.post(asked), liar.opened(each)) for asked in far)
    liar.settle(), other.settle()
    known = devices.find(province.db(), liar.certificate.device)

    assert f"Máy {liar.certificate.device} nêu một chỗ" in caplog.text
    assert (200, 0) == (first[0].status_code, first[1].since)
    assert (200, 1) == (second[0].status_code, known.restarts)  # the feed that it named is no more
    assert (epoch, feed) == (province.hub().epoch, other.replica.store.checkpoint().feed)


def test_a_machine_that_does_so_again_is_slowed_down(computer, province):
    for status in (200, 503):
        computer.settle()
        answer = computer.post(computer.request(cursor=1 << 40, mac=bytes(8)))

        assert status == answer.status_code
    assert "60" == answer.headers["Retry-After"]


def test_a_machine_whose_sibling_lied_about_the_place_is_neither_named_nor_slowed_down(
    computer, province, caplog
):
    for _ in range(3):
        computer.settle()
        answer = computer.post(computer.request(cursor=1 << 40, mac=b""))
        known = devices.find(province.db(), computer.certificate.device)

        assert (200, 0, "") == (answer.status_code, known.restarts, caplog.text)


def test_a_server_that_was_put_back_by_a_snapshot_says_so_once(
    computer, province, tmp_path, caplog
):
    computer.settle()
    province.store().backup(tmp_path / "snapshot.db")
    computer.write(title="sau")
    computer.settle()
    epoch = province.hub().epoch
    with closing(sqlite3.connect(tmp_path / "snapshot.db")) as snapshot:
        snapshot.backup(province.db().conn)
    computer.settle()

    assert epoch != province.hub().epoch
    assert 1 == caplog.text.count("mà không dùng lệnh restore")
    assert 0 == devices.find(province.db(), computer.certificate.device).restarts


def test_the_answer_is_signed_over_the_nonce_of_its_request(computer):
    answer = computer.post(computer.request())

    assert isinstance(computer.opened(answer), Response)
    with pytest.raises(NotSigned):
        computer.opened(answer, nonce="abd")


@pytest.mark.parametrize("form", [envelope.PLAIN, envelope.SEALED])
def test_an_answer_comes_in_the_form_of_its_request(computer, form):
    computer.write()
    answer = computer.post(computer.request(), form=form)
    found = computer.opened(answer)

    assert 1 == found.head
    assert (form == envelope.PLAIN) == (answer.data[seal.SIGNATURE] == frame.VERSION)


@pytest.mark.parametrize("other", [{"replica": "x.y"}, {"feed": "x/1"}, {"cursor": 9}])
def test_what_an_answer_leaves_out_is_signed_all_the_same(computer, other):
    answer = computer.post(computer.request())
    computer.asked = replace(computer.asked, **other)

    with pytest.raises(NotSigned):
        computer.opened(answer)


def test_an_answer_carries_no_header_that_a_slow_link_could_do_without(computer):
    answer = computer.post(computer.request())

    assert {"Content-Length"} == set(answer.headers.keys())


def test_an_unknown_device_is_refused(computer):
    answer = computer.post(computer.request(), device="deadbeef")

    assert (403, "not-enrolled") == (answer.status_code, refused(computer, answer).code)


def test_a_device_does_not_speak_for_another(computer, enrol):
    answer = computer.post(replace(computer.request(), replica=enrol().replica.name))

    assert (403, "not-enrolled") == (answer.status_code, refused(computer, answer).code)


def test_what_the_device_did_not_sign_is_refused_and_does_not_say_that_nobody_knows_it(computer):
    answer = computer.post(computer.request(), seed=seal.new_seed())

    assert (400, "unreadable") == (answer.status_code, refused(computer, answer).code)


def test_a_lost_device_is_refused(computer, db):
    devices.retire(db, computer.certificate.device, lost=True)
    answer = computer.post(computer.request())

    assert (403, "revoked") == (answer.status_code, refused(computer, answer).code)


def test_what_a_retired_device_sends_is_parked(computer, db):
    change = computer.write()
    devices.retire(db, computer.certificate.device)
    computer.exchange()
    notice = parked_key(computer.area, change.at)

    assert [] == list(db["activity"].rows)
    assert "device not active" == computer.replica.store.load([notice])[notice].values["reason"]


@pytest.mark.parametrize("body", [b"", b"GET / HTTP/1.1", b"x" * 64, b"\x01\x00\x08" + b"d" * 15])
def test_what_cannot_be_read_is_refused_and_signed(computer, client, body):
    answer = client.post("/api/v1/sync", data=body)

    assert (400, "unreadable") == (answer.status_code, refused(computer, answer, "").code)


def test_a_body_that_is_too_large_is_refused_before_it_is_read(computer, client):
    answer = client.post("/api/v1/sync", data=b"x" * (wire.MOST + 1))

    assert (413, "too-large") == (answer.status_code, refused(computer, answer, "").code)


def question(computer, **changes):
    return replace(Question(computer.replica.name, wall=computer.wall()), **changes)


def test_a_device_may_ask_where_its_records_differ(computer):
    computer.write()
    computer.exchange()
    answer = computer.post(question(computer), path="questions")
    reply = computer.opened(answer, Reply)

    assert {"activity", "criteria_set", "enrolled_device"} == set(reply.digests)


def test_a_change_that_may_not_be_is_parked_and_holds_up_no_other(computer, db):
    published = computer.certificate.names["published"]
    computer.write("criteria_set", "mine", title="Của tôi", area=published)
    computer.write()
    computer.exchange()
    (parked,) = db["records"].rows_where("record_type = 'parked_change'")

    assert 1 == db["activity"].count
    assert computer.area == parked["area"]


def test_what_the_offices_keep_is_never_given_to_a_centre_nor_taken_from_one(computer, province):
    kept = Key(province.internal, "conference", "one")
    province.hub().write(kept, {"title": "Giao ban"}, "tinh")
    computer.write("conference", "mine", title="Của tôi")
    computer.write("conference", "one", title="Đoán được", area=province.internal)
    computer.settle()
    parked = province.store().fingerprints([computer.area], "parked_change")
    found = province.store().load(parked).values()

    assert [] == [e for e in computer.replica.store.history([kept]) if e.change.author == "tinh"]
    assert province.internal not in computer.certificate.areas
    assert "Giao ban" == province.store().load([kept])[kept].values["title"]
    assert {"internal to the offices", "outside the scope"} == {r.values["reason"] for r in found}


def test_a_consent_taken_back_at_either_end_is_so_at_the_other_also_in_a_book_of_entries(
    computer, db, province
):
    gone = {"donor": None, "consented_on": None}
    keys = [Key(computer.area, "fund_transaction", name) for name in ("here", "there")]
    for key in keys:
        told = {**get(key.record_type).example(), "donor": "Ông Nam", "consented_on": "2012-07-01"}
        computer.write(key.record_type, key.record_id, **told)
    computer.settle()
    computer.write("fund_transaction", "here", **gone)
    province.hub().write(keys[1], gone, "tinh")
    computer.settle()
    computer.settle()
    ends = computer.replica.store.load(keys), province.store().load(keys)

    assert [None] * 4 == [end[key].values["donor"] for end in ends for key in keys]
    assert [] == list(db["records"].rows_where("record_type = 'parked_change'"))


def refused(computer, answer, nonce=None):
    return computer.opened(answer, Refusal, nonce)


def followed(computer, number, before):
    """The answer to a batch that is packed with that text."""
    message = computer.request(waiting=1, schema=f"{number}" + "a" * 400)
    body = frame.pack(*wire.plain(message), before)
    computer.asked = message
    return message, computer.send(body)


def test_a_batch_that_follows_on_what_the_device_sent_before_is_read(computer):
    first, answer = followed(computer, 1, b"")
    name = computer.opened(answer).holds
    _, answer = followed(computer, 2, wire.plain(first)[0])

    assert digest(wire.plain(first)[0]) == name
    assert computer.opened(answer).holds not in (0, name)


def test_what_follows_on_a_text_that_is_not_held_is_refused_so_that_it_is_said_again(computer):
    _, answer = followed(computer, 1, b"said to the server that was here before")

    assert "unreadable" == refused(computer, answer).code


def test_what_somebody_else_signed_is_not_held(computer):
    message = computer.request(waiting=1)
    computer.post(message, seed=seal.new_seed())
    _, answer = followed(computer, 1, wire.plain(message)[0])

    assert "unreadable" == refused(computer, answer).code


def test_the_last_answer_says_all_by_itself_and_the_others_need_not(computer, province):
    for number in range(100):
        province.hub().write(
            Key(province.published, "directive", f"{number}"), {"title": "a"}, "Sở"
        )
    held, begins, asked = TextCache(1 << 20), [], computer.request(budget=200)
    while asked:
        answer = computer.post(asked)
        nonce = computer.about.nonce_text
        data = seal.opened(answer.data, computer.key, computer.context(Response, nonce))
        page, text = wire.read(Response, data, held, asked)
        begins.append(data[0])
        place = {"feed": page.feed, "cursor": page.cursor, "holds": held.keep(text)}
        asked = computer.request(budget=200, **place) if page.more else None

    first, *middle, last = begins
    assert (frame.VERSION, frame.VERSION) == (first, last)
    assert {frame.FOLLOWING} == set(middle)


@pytest.fixture
def cache(app):
    return app.extensions["resume_cache"]


@pytest.fixture
def cut(computer):
    """A batch of a record, signed, and how to say what goes on with it."""
    computer.write(title="Lớp tin học", result_note=secrets.token_hex(2000))
    computer.about = computer.header()
    body = computer.enveloped(wire.encode(computer.request()))

    def go_on(came=0, start=0, end=0):
        said = Rest(resume.name(body), came, start, body[start:end]).pack()
        return computer.client.post("/api/v1/sync/rest", data=said)

    return body, go_on


def test_the_rest_of_an_answer_is_given_without_taking_anything_in_again(computer, cut, db):
    body, go_on = cut
    whole = computer.client.post("/api/v1/sync", data=body).data
    before = db["log"].count
    rest_of_it = go_on(came=50)

    assert (200, whole[50:]) == (rest_of_it.status_code, rest_of_it.data)
    assert before == db["log"].count


def test_the_rest_of_a_request_makes_it_whole(cut, db, cache):
    body, go_on = cut
    cache.add_part(Rest(resume.name(body), piece=body[:1100]))
    asked, answered = go_on(), go_on(start=1100, end=len(body))

    assert (202, 1100) == (asked.status_code, int.from_bytes(asked.data, "big"))
    assert 200 == answered.status_code
    assert ["Lớp tin học"] == [row["title"] for row in db["activity"].rows]


def test_what_is_not_here_is_reported_to_be_not_here(cut, cache):
    body, go_on = cut
    nothing = [go_on(), go_on(came=9), go_on(start=60, end=len(body))]
    assert [(202, bytes(4))] * 3 == [(answer.status_code, answer.data) for answer in nothing]
    cache.add_part(Rest(resume.name(body), piece=body[:1050]))
    gap = go_on(start=1060, end=len(body))

    assert (202, (1050).to_bytes(4, "big")) == (gap.status_code, gap.data)


def test_a_rest_that_is_not_of_what_was_signed_is_unreadable(cut, cache, db):
    body, go_on = cut
    cache.add_part(Rest(resume.name(body), piece=body[:1100] + b"?"))
    answer = go_on(start=1101, end=len(body))

    assert 400 == answer.status_code
    assert 0 == db["activity"].count


def test_what_is_no_rest_at_all_is_unreadable(computer):
    assert 400 == computer.client.post("/api/v1/sync/rest", data=b"short").status_code
