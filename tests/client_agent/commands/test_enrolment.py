import io
import shutil

import certifi
import pytest

from client_agent import config
from client_agent.cli import main
from client_agent.syncing.enrolment import check_words


@pytest.fixture
def typed(monkeypatch):
    """What a person types when asked."""

    def typed(text):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    typed("y\n")
    return typed


@pytest.fixture
def enrol(tmp_path, address, province, typed):
    province.codes["cau den"] = "a1"
    folder = ["--folder", str(tmp_path / "new")]

    def enrol(*more, code="cầu đèn"):
        return main([*folder, "enrol", "--server", address, "--code", code, *more])

    return enrol


def words(province):
    return check_words(config.key_text(province.key))


def test_enrolment_names_the_centre_and_the_words_to_compare(enrol, capsys):
    assert 0 == enrol()
    assert "TTHTCĐ xã Mường Bi" in (said := capsys.readouterr().out)
    assert "compare" in said


def test_over_http_no_code_is_sent_before_a_person_compared_the_words(
    enrol, typed, province, capsys
):
    typed("n\n")
    refused = enrol()
    typed("")
    cut = enrol()

    assert 8 == refused
    assert cut
    assert {} == province.used
    assert words(province) in capsys.readouterr().err


def test_the_words_may_be_brought_along_in_writing(enrol, typed, province):
    typed("")
    found = [enrol("--check", "ấm ấm ấm"), enrol("--check", words(province).upper())]

    assert [8, 0] == found


def test_written_words_that_differ_are_shown_beside_those_of_the_server(enrol, province, capsys):
    enrol("--check", "ấm ấm ấm")
    said = capsys.readouterr().err

    assert f"are not the typed ones (ấm ấm ấm): {words(province)}." in said


def test_a_key_that_is_known_needs_no_comparing(enrol, typed, province):
    enrol()
    typed("")
    province.codes["moi"] = "a1"

    assert 0 == enrol(code="mới")


def test_certificates_of_an_office_are_trusted_as_long_as_it_is_said(tmp_path, capsys):
    folder, file = tmp_path / "new", tmp_path / "proxy.pem"
    shutil.copy(certifi.where(), file)
    command = ["--folder", str(folder), "trust"]

    assert 0 == main([*command, str(file)])
    assert str(file) == config.load(folder).ca_file
    assert 0 == main(command)
    assert "" == config.load(folder).ca_file
    assert 64 == main([*command, str(tmp_path / "missing.pem")])


def test_a_wrong_code_is_3_and_says_what_to_do(enrol, capsys):
    assert 3 == enrol(code="sai")
    assert "72 giờ" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_2(tmp_path):
    words = ["enrol", "--server", "http://127.0.0.1:9", "--code", "x"]

    assert 2 == main(["--folder", str(tmp_path / "new"), *words])


def test_the_code_of_another_centre_is_8(enrol, province):
    province.codes.update(one="a1", two="a2")

    assert [0, 8] == [enrol(code="one"), enrol(code="two")]


def test_a_file_without_certificates_is_refused_and_nothing_changes(tmp_path, capsys):
    folder, path = tmp_path / "new", tmp_path / "proxy.pem"
    path.write_text("no certificate", encoding="utf-8")

    assert 6 == main(["--folder", str(folder), "trust", str(path)])
    assert "No certificate was found" in capsys.readouterr().err
    assert "" == config.load(folder).ca_file
