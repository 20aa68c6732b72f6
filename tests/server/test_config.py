from pathlib import Path

import pytest

from server import config


def test_a_machine_without_settings_serves_itself_alone(monkeypatch):
    for name in ("DIR", "HOST", "PORT", "HTTPS", "PROXY"):
        monkeypatch.delenv(f"KHUYENHOC_SERVER_{name}", raising=False)
    found = config.from_environment()

    assert ("http://127.0.0.1:8760", False) == (found.address, found.https)


def test_the_environment_says_where_and_a_given_folder_wins(monkeypatch):
    monkeypatch.setenv("KHUYENHOC_SERVER_DIR", "/srv/khuyenhoc")
    monkeypatch.setenv("KHUYENHOC_SERVER_HOST", "::1")
    monkeypatch.setenv("KHUYENHOC_SERVER_PORT", "80")
    monkeypatch.setenv("KHUYENHOC_SERVER_HTTPS", "1")
    found = config.from_environment()

    assert ("http://[::1]:80", Path("/srv/khuyenhoc/province.db")) == (
        found.address,
        found.database,
    )
    assert found.https
    assert Path("/other") == config.from_environment(Path("/other")).folder


@pytest.mark.parametrize("port", ["abc", "-1", "65536"])
def test_a_port_that_cannot_be_is_refused(monkeypatch, port):
    monkeypatch.setenv("KHUYENHOC_SERVER_PORT", port)

    with pytest.raises(config.BadSetting, match=port):
        config.from_environment()
