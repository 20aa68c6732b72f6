"""A captured request tells nothing new; a machine that was retired hears of its own alone."""

import pytest

from server.bundles import importing
from server.devices import administration, devices
from server.devices.devices import ACTIVE
from server.sync.resume_cache import ResumeCache
from sync import errors, wire
from sync.changes import PARKED, Key
from sync.messages import Question, Refusal, Reply
from sync.review import parked_key
from sync.session import Session, State
from sync.wire import seal
from sync.wire.seal import refusal_context

HOUR = 3_600_000


@pytest.fixture
def computer(enrol):
    return enrol()


def refused(computer, answer):
    context = refusal_context(computer.about.nonce_text)
    return wire.decode(Refusal, seal.opened(answer.data, computer.key, context))


def known(province, computer):
    return devices.find(province.db(), computer.certificate.device)


def restart(app):
    """A restarted server has an empty cache."""
    app.extensions["resume_cache"] = ResumeCache()


def test_the_same_bytes_get_the_same_answer_and_none_after_it_is_forgotten(app, computer):
    computer.settle()
    first = computer.post(computer.request())
    captured = computer.enveloped(wire.encode(computer.asked))
    again = computer.send_bytes(captured)
    computer.write(title="bí mật")
    computer.settle()
    later = computer.send_bytes(captured)
    restart(app)
    restarted = computer.send_bytes(captured)

    assert (200, first.data) == (again.status_code, again.data)
    assert first.data == later.data  # nothing that came since
    assert 409 == restarted.status_code


def test_a_request_of_another_day_is_refused_with_the_time_and_nothing_is_taken_in(
    computer, province, wall
):
    computer.write()
    for off in (-25 * HOUR, 25 * HOUR, -13 * 365 * 24 * HOUR):
        answer = computer.post(computer.request(wall=wall() + off))
        told = refused(computer, answer)

        assert (409, "stale", wall()) == (answer.status_code, told.code, told.wall)
        assert 0 == province.store().head(computer.replica.name).number
        assert off == known(province, computer).clock_offset


def test_a_wrong_clock_is_no_reason_if_its_error_is_known(computer, province, wall):
    off = -13 * 365 * 24 * 3600
    computer.write()
    answer = computer.post(computer.request(wall=wall() + off * 1000, offset=off))

    assert 200 == answer.status_code
    assert off * 1000 == known(province, computer).clock_offset


def test_a_replay_does_not_change_the_clock_that_is_shown(app, computer, wall):
    province = app.extensions["province"]
    computer.post(computer.request())
    captured = computer.enveloped(wire.encode(computer.asked))
    restart(app)

    assert 409 == computer.send_bytes(captured).status_code
    assert 0 == known(province, computer).clock_offset


@pytest.mark.parametrize("years", [-13, 38])
def test_a_session_of_a_machine_with_a_wrong_clock_ends_well(computer, province, wall, years):
    computer.write()
    computer.replica.wall = lambda: wall() + years * 365 * 24 * HOUR
    session, codes = Session(computer.replica), []
    while request := session.next_request():
        wall.now += 1000
        answer = computer.post(request)
        if answer.status_code == 200:
            session.received(computer.opened(answer), 100)
        else:
            told = refused(computer, answer)
            codes.append(told.code)
            session.refused(errors.refused(told.code, told.seconds, told.wall))

    assert (State.SETTLED, ["stale"]) == (session.state, codes)


def test_a_captured_question_is_answered_no_second_time(computer, wall):
    computer.settle()
    asked = Question(computer.replica.name, wall=wall())
    first = computer.post(asked, path="questions")
    again = computer.send_bytes(computer.enveloped(wire.encode(asked)), path="questions")

    assert (200, 409) == (first.status_code, again.status_code)


def test_a_stick_that_lay_in_a_drawer_for_years_is_taken_in(computer, province, wall, tmp_path):
    computer.write(title="trong ngăn kéo")
    (path,) = computer.export(tmp_path / "old.khb")
    wall.pass_hours(3 * 365 * 24)
    *_, last = importing.take_in(province, [path], tmp_path)

    assert ("", 1) == (last.result.fault, last.result.new)


def test_a_retired_machine_hears_what_became_of_its_own_changes_and_nothing_else(
    enrol, add_centre, province
):
    centre = add_centre()
    retired, other = enrol(centre), enrol(centre)
    retired.settle(), other.settle()
    administration.end(province, retired.certificate.device)
    other.write(record_id="secret", title="bí mật")
    other.write(
        "criteria_set", "mine", title="không được", area=other.certificate.names["published"]
    )
    other.settle()
    change = retired.write(record_id="late", title="gửi muộn")
    retired.settle()
    store, area = retired.replica.store, retired.area

    assert {} == {k: 1 for k in store.fingerprints([area], "activity")}
    assert [parked_key(area, change.at)] == list(store.fingerprints([area], PARKED))
    assert 0 == store.checkpoint().receipt.digest
    answer = retired.post(Question(retired.replica.name, wall=retired.wall()), path="questions")
    assert {} == retired.opened(answer, Reply).digests


def test_a_machine_that_is_taken_back_reads_all_that_came_meanwhile(enrol, add_centre, province):
    centre = add_centre()
    one, other = enrol(centre), enrol(centre)
    one.settle()
    administration.end(province, one.certificate.device)
    other.write(record_id="meanwhile", title="trong lúc đó")
    other.settle()
    one.settle()
    administration.take_back(province, one.certificate.device)
    one.settle()
    key = Key(one.area, "activity", "meanwhile")

    assert ACTIVE == known(province, one).state
    assert "trong lúc đó" == one.replica.store.load([key])[key].values["title"]
    assert one.replica.store.digests([one.area]) == province.store().digests([one.area])
