"""``encrypt``, ``decrypt`` and ``unlock``, as a person types them."""

import io
import json
import re
import shutil

import pytest

from client_agent.storage.process_lock import alone
from sync.stores import cipher

pytest.importorskip("sqlcipher3")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def words(said):
    return " ".join(re.findall(r"\d+ (\w+)", said.split("the province.\n", 1)[1]))


@pytest.fixture
def typing(monkeypatch):
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_after_encrypt_the_work_goes_on_and_the_state_is_reported(command, agent, write, province):
    key = write(agent)
    agent.close()
    before = json.loads(command("status", "--json")[1])
    code, said = command("encrypt", "--yes")
    after = json.loads(command("status", "--json")[1])

    assert (0, 0) == (code, command("sync")[0])
    assert ("off", "on") == (before["encrypted"], after["encrypted"])
    assert before["saved"] == after["saved"] == 1
    assert key in province.hub.store.fingerprints(["a1"], "activity")
    assert "Encrypted on the disk: yes" in command("status")[1]
    assert 18 == len(words(said).split())


def test_who_has_not_written_the_words_down_is_not_encrypted(command, folder, typing):
    typing("n\n")
    code, said = command("encrypt")
    state = json.loads(command("status", "--json")[1])["encrypted"]
    again = command("encrypt", "--yes")[1]

    assert (130, "off") == (code, state)
    assert "Are all 18 words on paper?" in said
    assert "Nothing was encrypted; the work is as it was" in said
    assert words(said).startswith(words(again))


def test_where_there_is_nothing_to_do_nothing_is_asked(command, typing):
    typing("")
    off = command("decrypt")
    command("encrypt", "--yes")
    on = command("encrypt")

    assert (0, 0) == (off[0], on[0])
    assert "?" not in off[1] + on[1]


def test_the_words_open_it_on_another_computer(command, agent, write, typing, home):
    write(agent)
    agent.close()
    said = command("encrypt", "--yes")[1]
    shutil.rmtree(home)
    locked = command("status")
    typing(f"{words(said).upper()}\n")
    unlocked = command("unlock")

    assert (4, 0) == (locked[0], unlocked[0])
    assert "khuyenhoc-agent unlock" in locked[1]
    assert (0, "on") == (0, json.loads(command("status", "--json")[1])["encrypted"])


def test_wrong_words_are_reported_to_be_wrong_and_nothing_to_be_damaged(
    command, folder, typing, home
):
    right = words(command("encrypt", "--yes")[1])
    shutil.rmtree(home)
    before = (folder / "centre.db").read_bytes()
    typing("laptop " * 18 + "\n")
    unknown = command("unlock")
    typing(f"{' '.join(reversed(right.split()))}\n")
    wrong = command("unlock")

    assert (6, 6) == (unknown[0], wrong[0])
    assert "“laptop” không phải là một từ khôi phục" in unknown[1]
    assert "The work is not damaged" in wrong[1]
    assert before == (folder / "centre.db").read_bytes()


def test_what_was_never_encrypted_asks_for_no_words(command):
    code, said = command("unlock")

    assert (0, True) == (code, "Encrypted on the disk: no" in said)


def test_the_words_of_another_database_do_not_open_this_one(command, folder, typing, home, enrol):
    others = words(command("encrypt", "--yes")[1])
    shutil.rmtree(folder)
    enrol(folder, "http://127.0.0.1:9")
    command("encrypt", "--yes")
    shutil.rmtree(home)
    typing(f"{others}\n")

    assert 6 == command("unlock")[0]


def test_decrypt_takes_it_off_if_the_person_is_sure(command, folder, typing):
    command("encrypt", "--yes")
    typing("n\n")
    unsure = command("decrypt")
    sealed = cipher.head(folder / "centre.db")
    typing("y\n")

    assert (130, 0) == (unsure[0], command("decrypt")[0])
    assert "Nothing was changed: the work is still encrypted" in unsure[1]
    assert sealed.startswith(cipher.MARK)
    assert cipher.is_plain(folder / "centre.db")


def test_what_is_left_readable_is_named_and_is_6(command, agent, write):
    write(agent)
    aside = agent.folder / "damaged-20121122-150500"
    aside.mkdir()
    shutil.copy(agent.folder / "centre.db", aside / "centre.db")
    (aside / "report.txt").write_text("done")
    agent.close()
    code, said = command("encrypt", "--yes")

    assert 6 == code
    assert f"Still readable, not encrypted: {aside / 'centre.db'}" in said
    assert 0 == command("encrypt", "--yes", "--drop-damaged")[0]


def test_a_drive_that_is_not_plugged_in_is_reported(command, folder, tmp_path):
    settings = (folder / "settings.ini").read_text()
    place = f"backup_folder = {tmp_path / 'drive'}"
    (folder / "settings.ini").write_text(re.sub("backup_folder = *", place, settings))
    code, said = command("encrypt", "--yes")

    assert 0 == code
    assert "old copies on it can still be read" in said


def test_while_the_program_runs_it_is_7(command, folder):
    command("staff", "list")
    with alone(folder):
        assert 7 == command("encrypt", "--yes")[0]


def test_where_sqlcipher_is_not_installed_it_is_reported_how_to(command, monkeypatch):
    monkeypatch.setattr(cipher, "find_spec", lambda name: None)
    code, said = command("encrypt", "--yes")

    assert 4 == code
    assert "agent-cipher.lock" in said
