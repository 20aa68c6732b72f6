import sys
from pathlib import Path

import pytest

from client_agent import config
from client_agent.config import Settings
from client_agent.encryption.keys import Keys
from client_agent.errors import NotSetUp, SettingsDamaged
from sync.errors import StoreUnusable

FULL = Settings(
    server="https://khuyenhoc.example",
    device="d1",
    area="a1",
    published="p",
    certificate=3,
    server_key="AA==",
    centre="Trung tâm 100 % = “Mường Bi”; số 1",
    port=9000,
)


def test_what_is_saved_comes_back(tmp_path):
    config.save(tmp_path, FULL)

    assert FULL == config.load(tmp_path)


def test_without_a_file_there_are_defaults(tmp_path):
    assert Settings() == config.load(tmp_path)


def test_a_setting_of_a_newer_version_is_left_alone(tmp_path):
    config.settings_file(tmp_path).write_text("[agent]\nport = 9\ncolour = red\n")

    assert Settings(port=9) == config.load(tmp_path)


@pytest.mark.parametrize("text", ["no section", "[agent]\nport = many", "[agent]\nport"])
def test_a_damaged_file_is_reported(tmp_path, text):
    config.settings_file(tmp_path).write_text(text)

    with pytest.raises(SettingsDamaged):
        config.load(tmp_path)


def test_bytes_that_are_no_text_are_reported(tmp_path):
    config.settings_file(tmp_path).write_bytes(b"[agent]\nport = \xff\xfe")

    with pytest.raises(SettingsDamaged):
        config.load(tmp_path)


def test_the_folder_is_what_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("KHUYENHOC_AGENT_DIR", str(tmp_path))

    assert tmp_path == config.default_folder()


def test_without_a_word_the_folder_is_one_of_the_machine_or_the_user(monkeypatch):
    monkeypatch.delenv("KHUYENHOC_AGENT_DIR", raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", "D:/Data")
    there = config.default_folder()
    monkeypatch.setattr(sys, "platform", "linux")

    assert Path("D:/Data/KhuyenHoc") == there
    assert "khuyenhoc-agent" == config.default_folder().name


def test_a_device_key_is_kept_and_asked_for(tmp_path):
    with pytest.raises(NotSetUp):
        config.device_seed(tmp_path)
    config.save_device_seed(tmp_path, b"k" * 32)

    assert b"k" * 32 == config.device_seed(tmp_path)


@pytest.mark.parametrize("text", ["", "AAAA", "not base64!", "A"])
def test_a_key_that_is_none_is_reported(tmp_path, text):
    (tmp_path / "device.key").write_text(text)

    with pytest.raises(SettingsDamaged):
        Keys(tmp_path, Settings).seed()
    with pytest.raises(SettingsDamaged):
        config.key_bytes(text)


def test_a_folder_that_cannot_be_made_is_reported():
    with pytest.raises(StoreUnusable):
        config.init(Path(__file__) / "folder")


def test_a_key_survives_being_text():
    assert b"\xff" * 32 == config.key_bytes(config.key_text(b"\xff" * 32))
