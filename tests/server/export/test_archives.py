"""The archive holds all that is recorded in an open form, and nothing secret."""

import json
import zipfile
from base64 import urlsafe_b64encode
from hashlib import sha256

import pytest

from schemas.record import get
from server.export import archives
from sync.changes import DELETED, Key


@pytest.fixture
def filled(province, enrol):
    """Records of several types, one deleted, one in a type that no version knows yet."""
    computer = enrol()
    for name in ("one", "two"):
        computer.write(record_id=name)
    computer.write("centre_profile", "p")
    computer.exchange()
    province.hub().write(Key(computer.area, "activity", "two"), {DELETED: True}, "Hoa")
    kept = Key(province.internal, "conference", "c")
    province.hub().write(kept, get("conference").example(), "Hoa")
    province.hub().write(Key(computer.area, "newer_type", "n"), {"x": [1, "a\u0000b"]}, "Hoa")
    return province


@pytest.fixture
def path(filled, tmp_path):
    path = tmp_path / "all.zip"
    archives.write(filled, path)
    return path


def lines(path, name):
    with zipfile.ZipFile(path) as archive:
        return [json.loads(line) for line in archive.read(name).decode().splitlines()]


def test_every_part_is_named_with_its_digest(path):
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        found = {n: sha256(archive.read(n)).hexdigest() for n in archive.namelist()}

    del found["manifest.json"]
    assert found == {name: told["sha256"] for name, told in manifest["files"].items()}
    assert ("khuyenhoc-archive", 1) == (manifest["format"], manifest["version"])


def test_records_stand_there_as_they_are_deleted_ones_and_unknown_types_too(path):
    found = lines(path, "records/activity.jsonl")

    assert [("one", False), ("two", True)] == [(each["id"], each["deleted"]) for each in found]
    assert get("activity").example() == found[0]["values"]
    assert [[1, "a\u0000b"]] == [
        each["values"]["x"] for each in lines(path, "records/newer_type.jsonl")
    ]


def test_a_record_of_a_centre_names_it_and_its_units_of_that_day(path):
    (one, _) = lines(path, "records/activity.jsonl")
    (kept,) = lines(path, "records/conference.jsonl")

    assert "TTHTCĐ Xã Yên Mông" == one["centre"]
    assert ["Xã Yên Mông", "Thành phố Hòa Bình", "Tỉnh Hòa Bình"] == one["units"]
    assert "centre" not in kept


def test_the_log_is_all_there_in_its_order(filled, path):
    assert filled.store().end() == len(lines(path, "log.jsonl"))


def test_no_key_password_or_token_is_in_it(filled, path):
    from server.tokens import tokens
    from server.tokens.tokens import Scope, Wanted
    from server.users import users
    from server.users.users import Account

    users.add(filled.db(), Account("quantri", "chín con cá chép"))
    tokens.make(filled.db(), Wanted("Sở", Scope(), "quantri"), 1)
    archives.write(filled, path)
    with zipfile.ZipFile(path) as archive:
        text = b"".join(map(archive.read, archive.namelist())).decode("utf-8", "replace")
    held = filled.keyring.secrets
    keys = [held.root, held.pairs[0].signing, held.pairs[0].sealing]
    secrets = [urlsafe_b64encode(key).decode() for key in keys]
    secrets += [filled.secret, filled.db()["setting"].get("salt")["value"]]

    assert [] == [secret for secret in secrets if secret in text]
    assert "argon2" not in text


def test_the_same_records_make_the_same_bytes(filled, path, tmp_path):
    again = tmp_path / "again.zip"
    archives.write(filled, again)

    assert path.read_bytes() == again.read_bytes()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(filled, tmp_path):
    (tmp_path / "all.zip").mkdir()

    with pytest.raises(OSError, match=r"all\.zip"):
        archives.write(filled, tmp_path / "all.zip")
    assert ["all.zip"] == [p.name for p in tmp_path.iterdir() if "all.zip" in p.name]
