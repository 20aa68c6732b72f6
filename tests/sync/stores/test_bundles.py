import errno
import os
import tracemalloc
from pathlib import Path

import pytest

from sync import bundle
from sync.bundle import CHUNK, Header
from sync.errors import NotSigned
from sync.stores.bundles import Keys, Part, bundle_files, check, gathered, look, read, write
from sync.wire import seal

SENDER, READER = seal.new_seed(), seal.new_seed()
KEY = seal.public_key(SENDER)
KEYS = Keys(SENDER, seal.public_key(READER))
HEAD = Header(bundle.REQUESTS, "d1", "s", "b1")
SMALL = 5 * CHUNK


def messages(count, size=CHUNK):
    return [bytes([65 + n]) * size for n in range(count)]


def test_what_was_written_is_read(tmp_path):
    written = write(tmp_path / "x.khb", HEAD, iter(messages(3)), KEYS)

    assert (tmp_path / "x.khb",) == written.paths
    assert 3 == check(written.paths[0], KEY).count
    assert messages(3) == list(read(written.paths[0], READER))
    assert written.bytes == (tmp_path / "x.khb").stat().st_size


def test_what_a_small_disk_cannot_hold_is_split_and_each_part_says_which_it_is(tmp_path):
    written = write(tmp_path / "x.khb", HEAD, iter(messages(7)), KEYS, SMALL)
    heads = [check(path, KEY) for path in written.paths]

    assert ["x-phan-1-4.khb", "x-phan-2-4.khb"] == [path.name for path in written.paths[:2]]
    assert [(1, 4), (2, 4), (3, 4), (4, 4)] == [(head.part, head.parts) for head in heads]
    assert all(path.stat().st_size <= SMALL for path in written.paths)
    assert messages(7) == [body for path in written.paths for body in read(path, READER)]


def test_parts_are_put_in_order_and_what_is_missing_is_known(tmp_path):
    written = write(tmp_path / "x.khb", HEAD, iter(messages(7)), KEYS, SMALL)
    there = [Part(path, look(path)) for path in reversed(written.paths) if "-2-" not in path.name]
    (one,) = gathered([*there, *there])

    assert [1, 3, 4] == [part.header.part for part in one.parts]
    assert (2,) == one.missing


def test_a_disk_that_fills_up_leaves_no_file_behind(tmp_path):
    def bodies():
        yield b"one"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "x.khb", HEAD, bodies(), KEYS)

    assert [] == list(tmp_path.iterdir())


def test_however_large_a_bundle_is_little_of_it_lies_in_memory(tmp_path):
    large = (bytes(CHUNK // 2) for _ in range(600))
    tracemalloc.start()
    (path,) = write(tmp_path / "x.khb", HEAD, large, KEYS).paths
    count = sum(1 for _ in read(path, READER))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (600, True) == (count, path.stat().st_size > 300 * CHUNK)
    assert most < 12 * CHUNK


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_is_reported_and_what_was_there_stays(tmp_path):
    (tmp_path / "x.khb").write_text("before")
    draft = tmp_path / f".x.khb.1.{os.getpid()}.part"
    draft.symlink_to("/dev/full")

    with pytest.raises(OSError, match="No space") as told:
        write(tmp_path / "x.khb", HEAD, iter(messages(9)), KEYS)
    assert errno.ENOSPC == told.value.errno
    assert "before" == (tmp_path / "x.khb").read_text()
    assert ["x.khb"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="lies through that call")
def test_a_disk_that_gives_back_something_else_is_reported(tmp_path, monkeypatch):
    """A worn-out stick: it takes what it is given, and holds zeros."""
    monkeypatch.setattr(os, "posix_fadvise", lambda disk, *_: os.pwrite(disk, bytes(100), 2000))
    with pytest.raises(OSError, match="does not read back"):
        write(tmp_path / "x.khb", HEAD, iter(messages(1)), KEYS)

    assert [] == list(tmp_path.iterdir())


def test_what_a_pulled_stick_was_left_with_is_swept_away(tmp_path):
    (tmp_path / ".old-gui.khb.1.0.part").write_bytes(b"half")
    write(tmp_path / "x.khb", HEAD, iter(messages(1)), KEYS)

    assert ["x.khb"] == [path.name for path in tmp_path.iterdir()]


def test_a_folder_is_searched_for_bundles_alone(tmp_path):
    for name in ("b.khb", "a.KHB", "photo.jpg", ".c.khb.1.77.part", ".hidden.khb"):
        (tmp_path / name).touch()

    assert ["a.KHB", "b.khb"] == [path.name for path in bundle_files([tmp_path])]
    assert ["photo.jpg"] == [path.name for path in bundle_files([tmp_path / "photo.jpg"])]


def test_another_signature_is_not_the_senders(tmp_path):
    write(tmp_path / "x.khb", HEAD, iter(messages(1)), KEYS)

    with pytest.raises(NotSigned):
        check(tmp_path / "x.khb", seal.public_key(READER))
