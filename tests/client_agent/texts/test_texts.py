"""Every error has a sentence of its own: what happened, is the work safe, what to do."""

import subprocess
import sys

import pytest

from client_agent import errors as ours
from client_agent.texts import NAMES, TEXTS, clock_warning, describe, say, sentence
from sync import errors as engine

SAFE = ("an toàn", "không có gì bị mất", "không có gì được", "chưa có gì thay đổi",
        "không có gì bị thay đổi", "không có gì thay đổi", "vẫn còn trên máy")  # fmt: skip


def family(root):
    yield root
    for child in root.__subclasses__():
        yield from family(child)


ERRORS = [*family(engine.SyncError), *family(ours.AgentError)]
CAUSES = [
    *(engine.PeerUnreachable(reason) for reason in ("connect", "stalled", "cut", "certificate")),
    engine.PeerUnreachable("broken"),
    engine.NotTheProvince("status 302"),
    engine.MessageUnreadable("x"),
    *(engine.refused(code) for code in ("busy", "revoked", "too-large", "unreadable", "new")),
]


def made(kind):
    if kind is ours.EnrolmentFailed:
        return kind(CAUSES[0], "https://x")
    return kind(5) if kind is ours.PinThrottled else kind("x")


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_error_is_said_in_both_languages(kind):
    said = describe(made(kind))

    assert said.vi != said.en
    assert all("{" not in text for text in said)


@pytest.mark.parametrize("kind", ERRORS[2:], ids=lambda kind: kind.__name__)
def test_no_error_is_said_with_words_for_all_of_them(kind):
    said = describe(made(kind))
    unexpected = {engine.SyncError, ours.AgentError}

    assert kind in unexpected or "agent.log" not in said.en


@pytest.mark.parametrize("name", [name for name in TEXTS if name.startswith("error.")])
def test_every_error_says_that_the_work_is_safe_and_what_to_do(name):
    vi, en = TEXTS[name]

    assert any(words in vi.lower() for words in SAFE)
    assert any(words in en.lower() for words in ("safe", "nothing", "still here"))
    assert 2 <= en.count(". ") + en.count("; ")


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_have_the_same_blanks(name):
    import string

    blanks = [{part[1] for part in string.Formatter().parse(text)} - {None} for text in TEXTS[name]]

    assert blanks[0] == blanks[1]


@pytest.mark.parametrize("cause", CAUSES, ids=repr)
def test_who_is_not_enrolled_is_never_told_to_sit_and_wait(cause):
    said = describe(ours.EnrolmentFailed(cause, "http://maychu:8760"))

    assert all("http://maychu:8760" in text for text in said)
    assert not any(words in said.vi for words in ("máy sẽ", "tự động", "Không cần làm gì"))
    assert "by itself" not in said.en


def test_the_reason_of_silence_makes_a_difference():
    said = {sentence(engine.PeerUnreachable(reason), "en") for reason in ("", "stalled", "cut")}

    assert 3 == len(said)
    assert sentence(engine.PeerUnreachable("connect")) == sentence(engine.PeerUnreachable(""))


def test_a_refusal_of_a_newer_server_is_reported_with_its_code():
    assert "moon-phase" in sentence(engine.refused("moon-phase"), "en")


def test_a_busy_server_says_how_long():
    assert "90" in sentence(engine.refused("busy", 90))


def test_names_lead_to_sentences():
    assert all(f"error.{name}" in TEXTS or name == "refused" for name in NAMES.values())


def test_a_clock_that_is_near_is_not_mentioned():
    assert clock_warning(300_000) is None
    assert "nhanh hơn" in clock_warning(3_600_000).vi
    assert "60 minutes behind" in clock_warning(-3_600_000).en
    assert "khoảng 5 giờ" in clock_warning(5 * 3_600_000).vi
    assert "about 1095 days behind" in clock_warning(-3 * 365 * 24 * 3_600_000).en


def test_a_wrong_clock_is_spoken_of_in_our_words_alone():
    program = (
        "import warnings, client_agent.transports.posting; "
        "from urllib3.exceptions import SystemTimeWarning; "
        "warnings.warn('System time is way off', SystemTimeWarning)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert b"" == done.stderr


def test_a_sentence_is_given_in_the_language_asked_for():
    assert say("status.never").en == "never"


def test_a_machine_is_enrolled_by_one_word():
    """Families and people register ("đăng ký"); a machine does as the province's pages say."""
    assert [] == [name for name, label in TEXTS.items() if "đăng ký" in label.vi.lower()]
