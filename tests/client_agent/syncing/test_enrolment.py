import os
import stat

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.errors import CodeWrong, EnrolmentFailed, OtherCentre
from client_agent.syncing.enrolment import addresses, check_words
from client_agent.texts import sentence
from sync.errors import Busy
from sync.session import State
from sync.wire import seal
from tests.enrolling import enrol

from ..province import served

CODE = "cau den gao lua"


@pytest.fixture
def new(tmp_path, province):
    province.codes[CODE] = "a1"
    agent = Agent(tmp_path / "new")
    yield agent
    agent.close()


@pytest.mark.parametrize("typed", ["cầu đèn gạo lúa", "CAU-DEN-GAO-LUA", " Cầu,đèn  gạo  lúa. "])
def test_the_words_may_be_typed_as_they_were_heard(new, address, typed):
    enrol(new, address, typed)

    assert ("d1", "a1", "published") == (new.settings.device, new.area, new.published)
    assert "TTHTCĐ xã Mường Bi" == new.settings.centre
    assert State.SETTLED is new.sync().state


def test_the_key_is_made_here_and_is_for_its_owner_alone(new, address, province):
    enrol(new, address, CODE)
    key = new.folder / "device.key"

    assert province.keys["d1"] == seal.public_key(key.read_bytes())
    assert os.name == "nt" or 0o600 == stat.S_IMODE(key.stat().st_mode)
    assert not (new.folder / "device.key.new").exists()


def test_a_wrong_code_changes_nothing(new, address):
    with pytest.raises(CodeWrong):
        enrol(new, address, "sai sai sai sai")

    assert not new.enrolled


def test_a_code_is_good_for_one_machine(new, address, tmp_path):
    enrol(new, address, CODE)
    with pytest.raises(CodeWrong):
        enrol(Agent(tmp_path / "second"), address, CODE)


def test_an_answer_that_was_lost_is_asked_for_again_with_the_same_code(new, province):
    def losing(environ, start_response):
        body = province(environ, start_response)
        return [body[0][:20]]

    with served(losing) as url, pytest.raises(EnrolmentFailed):
        enrol(new, url, CODE)
    with served(province) as url:
        enrol(new, url, CODE)

        assert State.SETTLED is new.sync().state


def test_a_code_of_another_centre_does_not_mix_their_work(new, address, province, write):
    enrol(new, address, CODE)
    write(new)
    province.codes["khac"] = "a2"
    before = new.settings, (new.folder / "device.key").read_bytes()
    with pytest.raises(OtherCentre):
        enrol(new, address, "khác")

    assert before == (new.settings, (new.folder / "device.key").read_bytes())


def test_lost_settings_do_not_let_another_centre_in(new, address, province):
    enrol(new, address, CODE)
    (new.folder / "settings.ini").unlink()
    province.codes["khac"] = "a2"

    with pytest.raises(OtherCentre):
        enrol(new, address, "khác")


def test_enrolled_again_the_machine_sends_what_waited(new, address, province, write):
    enrol(new, address, CODE)
    write(new)
    province.codes["moi"] = "a1"
    enrol(new, address, "mới")
    report = new.sync()

    assert ("d2", State.SETTLED, 1) == (new.settings.device, report.state, report.sent)


def test_a_machine_of_this_office_needs_no_scheme(new, address):
    enrol(new, f" {address.removeprefix('http://')}/ ", CODE)

    assert address == new.settings.server


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khuyenhoc.hoabinh.example", ["https"]),
        ("khuyenhoc.hoabinh.example:8760", ["https"]),
        ("14.225.1.2", ["https"]),
        ("localhost:8760", ["http", "https"]),
        ("maychu", ["https"]),
        ("192.168.1.5:8760", ["http", "https"]),
        ("[::1]:8760", ["http", "https"]),
    ],
)
def test_names_are_secure_addresses_unless_somebody_types_otherwise(typed, meant):
    assert [f"{way}://{typed}" for way in meant] == addresses(f"{typed}/")
    assert [f"http://{typed}"] == addresses(f"http://{typed}")


def test_a_failure_names_every_address_that_was_tried(new):
    with pytest.raises(EnrolmentFailed) as failed:
        enrol(new, "127.0.0.1:9", CODE)

    assert "http://127.0.0.1:9, https://127.0.0.1:9" in sentence(failed.value)
    assert not new.enrolled


def test_too_many_codes_say_how_long_to_wait(new, address, province):
    province.refuses = Busy(seconds=1700)
    with pytest.raises(EnrolmentFailed) as failed:
        enrol(new, address, CODE)

    assert "29 phút" in sentence(failed.value)


def test_what_failed_before_is_over_once_enrolled(new, address):
    new.sync()
    assert new.status().last_error
    enrol(new, address, CODE)

    assert (None, 0) == (new.status().last_error, new.status().last_attempt)
    assert new.scheduler.next_attempt() <= new.wall()


def test_check_words_say_which_key_it_is():
    one, other = config.key_text(b"a" * 32), config.key_text(b"b" * 32)

    assert check_words(one) == check_words(one) != check_words(other)
    assert 3 == len(check_words(one).split())
