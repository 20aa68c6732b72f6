"""From http to https, by itself and with nobody in between; never the other way."""

import shutil
import ssl
import subprocess
from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.errors import EnrolmentFailed, OtherProvince
from client_agent.syncing import enrolment, secure_address
from client_agent.texts import sentence
from client_agent.transports.ends import Way
from client_agent.transports.http import greet
from sync.errors import PeerUnreachable
from tests.enrolling import enrol

from ..province import served

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="nothing makes a certificate")
CODE = "cau den gao lua"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate for this machine that nobody has vouched for, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    paths = folder / "certificate.pem", folder / "key.pem"
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    words += ["-subj", "/CN=127.0.0.1"]
    words += ["-addext", "subjectAltName=IP:127.0.0.1", "-out", paths[0], "-keyout", paths[1]]
    subprocess.run(["openssl", *words], check=True, capture_output=True)
    return paths


@pytest.fixture
def secure(province, certificate):
    """The address of the province behind TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with served(province, context) as url:
        yield url


def agree(agent, **settings):
    config.save(agent.folder, replace(agent.settings, **settings))


def passed(agent, days):
    now = agent.wall()
    agent.wall = lambda: now + days * secure_address.EVERY


def test_a_certificate_that_nobody_vouched_for_is_trusted_if_the_settings_name_it(
    secure, certificate, province
):
    with pytest.raises(PeerUnreachable, match="certificate") as refused:
        greet(Way(secure))
    with pytest.raises(PeerUnreachable, match="ca-file"):
        greet(Way(secure, ca_file=f"{certificate[0]}.gone"))
    with pytest.raises(PeerUnreachable, match="ca-file"):
        greet(Way(secure, ca_file=__file__))

    said = greet(Way(secure, ca_file=str(certificate[0])))
    assert config.key_text(province.key) == said.server_key
    assert "khuyenhoc-agent trust" in sentence(refused.value)


def test_over_https_nobody_has_to_compare_words_first_and_bodies_are_plain(
    secure, certificate, province, tmp_path
):
    province.codes[CODE] = "a1"
    agent = Agent(tmp_path / "new")
    with pytest.raises(EnrolmentFailed) as failed:
        enrolment.enrol(agent, secure, CODE)
    config.save(agent.folder, replace(agent.settings, ca_file=str(certificate[0])))
    enrolment.enrol(agent, secure, CODE)
    report = agent.sync()
    agent.close()

    assert "--ca-file" in sentence(failed.value)
    assert (secure, None) == (agent.settings.server, report.error)


def test_a_day_after_the_first_sync_and_every_day_https_is_tried(agent, secure, certificate):
    address = secure.replace("https:", "http:")
    agree(agent, ca_file=str(certificate[0]))
    assert agent.sync().error is None
    agree(agent, server=address)
    before = secure_address.try_https(agent)
    passed(agent, 1)
    secure_address.try_https(agent)

    assert ({}, secure) == (before, agent.settings.server)


def test_nothing_changes_where_nobody_answers_securely(agent, address):
    agent.sync()
    passed(agent, 1)

    assert agent.sync().error is None
    assert address == agent.settings.server
    assert agent.wall() == agent.state.get(secure_address.TRIED, 0)


def test_nothing_changes_where_another_province_answers(agent, secure, certificate):
    agent.state.set(**{secure_address.TRIED: agent.wall()})
    other = config.key_text(bytes(32))
    address = secure.replace("https:", "http:")
    agree(agent, ca_file=str(certificate[0]), server=address, server_key=other)
    passed(agent, 1)
    secure_address.try_https(agent)

    assert address == agent.settings.server


@pytest.mark.parametrize(
    ("server", "tried"),
    [
        ("http://tinh.example", ["https://tinh.example"]),
        ("http://10.0.0.5:8760", ["https://10.0.0.5:8760", "https://10.0.0.5"]),
        ("http://[::1]:8760", ["https://[::1]:8760", "https://[::1]"]),
        ("http://[", []),
    ],
)
def test_it_is_looked_for_at_its_own_port_and_at_the_usual_one(server, tried):
    assert tried == secure_address.candidates(server)


def test_another_province_at_the_address_is_sent_no_code(agent, address, province):
    agree(agent, server_key=config.key_text(bytes(32)))
    province.codes[CODE] = "a1"
    with pytest.raises(OtherProvince):
        enrol(agent, address, CODE, config.key_text(bytes(32)))

    assert {} == province.used
