"""A province rebuilt from its archive: the same records to the letter, or nothing at all."""

import json
import zipfile

import pytest

from server import Config
from server.centres import centres
from server.export import archives
from server.founding import AlreadyFounded
from server.recovery import refounding
from server.recovery.refounding import BadArchive, refound
from sync.changes import Key
from tests.server.export.test_archives import filled, path  # noqa: F401  # an archive of a province


@pytest.fixture
def config(tmp_path, wall):
    return Config(tmp_path / "province", wall=wall)


@pytest.fixture
def empty(tmp_path, wall):
    return Config(tmp_path / "anew", wall=wall)


def test_an_empty_server_is_given_the_same_digests(filled, path, empty):  # noqa: F811
    made = refound(empty, path)

    assert archives.digests(filled.store(), filled.db()) == archives.digests(
        made.store(), made.db()
    )
    assert (filled.published, filled.internal) == (made.published, made.internal)
    assert centres.centres(filled.db()) == centres.centres(made.db())
    made.close()


def test_its_log_is_the_same_and_it_goes_on_under_keys_and_a_name_of_its_own(
    filled,  # noqa: F811
    path,  # noqa: F811
    empty,
):
    made = refound(empty, path)
    key = Key(centres.centres(made.db())[0].area, "activity", "one")
    before = [entry.change for entry in made.store().history([key])]
    made.hub().write(key, {"title": "sửa"}, "Hoa")

    assert before == [entry.change for entry in filled.store().history([key])]
    assert "sửa" == made.store().load([key])[key].values["title"]
    assert filled.key != made.key
    assert filled.hub().name != made.hub().name
    made.close()


def test_what_was_rebuilt_makes_the_same_archive_again(filled, path, empty, tmp_path):  # noqa: F811
    made, again = refound(empty, path), tmp_path / "again.zip"
    archives.write(made, again)
    made.close()
    with zipfile.ZipFile(path) as one, zipfile.ZipFile(again) as other:
        same = [name for name in one.namelist() if one.read(name) == other.read(name)]
        names = one.namelist()

    assert {"manifest.json"} == set(names) - set(same)


def test_an_archive_from_before_there_was_an_internal_area_is_read_too(
    filled,  # noqa: F811
    path,  # noqa: F811
    empty,
):
    _spoil(path, "older")
    made = refound(empty, path)

    assert made.internal not in ("", filled.internal)
    made.close()


def test_a_province_that_is_there_is_not_touched(filled, path, config):  # noqa: F811
    with pytest.raises(AlreadyFounded):
        refound(config, path)


@pytest.mark.parametrize("change", ["line", "digest", "version", "cut"])
def test_an_archive_that_was_changed_makes_nothing(path, empty, change):  # noqa: F811
    _spoil(path, change)

    with pytest.raises(BadArchive):
        refound(empty, path)
    assert not empty.database.exists()
    assert not (empty.folder / refounding.DRAFT).exists()


def _spoil(path, change):  # noqa: F811
    if change == "cut":
        path.write_bytes(path.read_bytes()[:-200])
        return
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts["manifest.json"])
    if change == "line":
        parts["log.jsonl"] = parts["log.jsonl"].replace(b"Cao Phong", b"Cao Phung")
    if change == "digest":
        area = next(iter(manifest["digests"]))
        manifest["digests"][area]["activity"] = "0" * 32
    if change == "older":
        del manifest["internal"]
    if change == "version":
        manifest["version"] = 99
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
