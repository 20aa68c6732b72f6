import shutil
import threading

import pytest

from schemas.record import get
from server import Config
from server.founding import AlreadyFounded, create_province
from server.keys.keyring import decoded
from server.province import NotFounded, Province
from sync.changes import Key
from sync.stores.sqlite import connect
from sync.wire import seal


def test_a_folder_without_a_province_is_none(tmp_path):
    with pytest.raises(NotFounded):
        Province(Config(tmp_path))

    assert [] == list(tmp_path.iterdir())


def test_a_database_of_something_else_is_no_province(tmp_path):
    connect(tmp_path / "province.db")["other"].insert({"a": 1})

    with pytest.raises(NotFounded):
        Province(Config(tmp_path))


def test_a_province_is_founded_once(config, province):
    with pytest.raises(AlreadyFounded):
        create_province(config)


def test_the_key_that_devices_know_is_that_which_signs(province):
    assert seal.public_key(province.keyring.newest.signing) == decoded(province.key)


def test_no_two_provinces_share_a_secret(province, tmp_path):
    other = create_province(Config(tmp_path / "other"))

    assert not {province.key, province.secret, province.published, province.internal} & {
        other.key,
        other.secret,
        other.published,
        other.internal,
    }


def test_a_province_that_was_founded_earlier_is_given_an_internal_area_and_its_copies_the_same(
    config, province, tmp_path
):
    province.db()["setting"].delete("internal")
    province.close()
    copy = shutil.copytree(config.folder, tmp_path / "copy")
    opened = [Province(config), Province(config), Province(Config(copy))]
    found = {one.internal for one in opened}
    for one in opened:
        one.close()

    assert 1 == len(found)
    assert found.isdisjoint({province.published, ""})


def test_what_no_centre_keeps_has_an_area_of_its_own(province):
    published, internal, centre = map(get, ("directive", "evaluator", "activity"))

    assert (province.published, province.internal, "") == (
        province.area_of(published),
        province.area_of(internal),
        province.area_of(centre),
    )
    assert [True, False, False] == [
        province.may_hold(one, province.published) for one in (published, centre, get("activity"))
    ]
    assert [False, True, False, True] == [
        province.may_hold(published, province.internal),
        province.may_hold(internal, province.internal),
        province.may_hold(internal, "a centre"),
        province.may_hold(centre, "a centre"),
    ]


def test_each_thread_has_a_connection_of_its_own(province):
    seen = [province.db()]
    thread = threading.Thread(target=lambda: seen.append(province.db()))
    thread.start()
    thread.join()

    assert seen[0] is province.db()
    assert seen[0] is not seen[1]


def test_threads_write_at_once_and_no_two_changes_share_a_timestamp(province):
    stamps = []

    def write(name):
        for number in range(20):
            key = Key(province.published, "note", f"{name}-{number}")
            stamps.append(province.hub().write(key, {"text": name}).at)

    threads = [threading.Thread(target=write, args=[name]) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 80 == len(set(stamps))


def test_a_thread_that_closes_its_connection_leaves_the_others_theirs(province):
    """Long work is done in threads of its own, while pages are read in others."""
    mine = province.db()
    thread = threading.Thread(target=lambda: (province.db(), province.close()))
    thread.start()
    thread.join()

    assert mine is province.db()


@pytest.mark.parametrize("key", ["", "AAAA", "not base64 at all", "€"])
def test_what_is_no_key(key):
    with pytest.raises(ValueError, match=r".*"):
        decoded(key)
