"""Files of one value a line: whole or not there, and as closed as the database is."""

from pathlib import Path

import pytest

from sync.stores.json_lines import FileGone, Lines

KEY, OTHER = b"k" * 32, b"o" * 32
ROWS = [["Tập huấn trồng cam", "35"], {"a": None}, "dòng\nhai"]


@pytest.fixture(params=[b"", KEY], ids=["plain", "sealed"])
def lines(request, tmp_path):
    return Lines(tmp_path / "lines", request.param)


def test_what_was_written_is_read_again(lines):
    assert 3 == lines.write("b1-grid", ROWS)

    assert ROWS == list(lines.read("b1-grid"))
    assert 3 == len(list(lines.texts("b1-grid")))
    assert lines.has("b1-grid")
    assert ["b1-grid"] == lines.names()


def test_a_file_is_there_whole_or_not_at_all(lines):
    def cut():
        yield "half"
        raise KeyboardInterrupt

    lines.write("b1-grid", ROWS)
    for name in ("b1-grid", "b1-plan"):
        with pytest.raises(KeyboardInterrupt):
            lines.write(name, cut())

    assert ROWS == list(lines.read("b1-grid"))
    assert not lines.has("b1-plan")
    assert 1 == len(list(lines.folder.iterdir()))


@pytest.mark.parametrize("data", [b"\xff\xfe\n", b'["half', b"bm90IHNlYWxlZA==\n"])
def test_what_cannot_be_read_is_gone(lines, data):
    lines.write("b1-grid", ROWS)
    (lines.folder / "b1-grid.jsonl").write_bytes(data)

    for name in ("b1-grid", "b1-none"):
        with pytest.raises(FileGone):
            list(lines.read(name))


def test_all_files_of_one_thing_are_dropped_together(lines):
    for name in ("b1-grid", "b1-plan", "b2-grid"):
        lines.write(name, ROWS)
    lines.drop("b1-")

    assert ["b2-grid"] == lines.names()


def test_beside_an_encrypted_database_no_word_lies_open(tmp_path):
    lines = Lines(tmp_path, KEY)
    lines.write("b1-grid", ROWS)

    assert "trồng cam".encode() not in (tmp_path / "b1-grid.jsonl").read_bytes()
    for key in (OTHER, b""):
        with pytest.raises(FileGone):
            list(Lines(tmp_path, key).read("b1-grid"))


@pytest.mark.parametrize(("before", "after"), [(b"", KEY), (KEY, b""), (KEY, OTHER)])
def test_what_is_sealed_again_is_wiped_first_and_done_twice_is_done_once(tmp_path, before, after):
    lines, wiped = Lines(tmp_path, before), []
    lines.write("b1-grid", ROWS)
    (tmp_path / "b1-plan.3f2a1b0c").write_bytes(b"half")

    def wipe(path):
        wiped.append(path.name)
        path.unlink()

    for _ in range(2):
        lines.reseal(after, wipe)

    assert ["b1-grid.jsonl", "b1-plan.3f2a1b0c"] == wiped
    assert ROWS == list(Lines(tmp_path, after).read("b1-grid"))


@pytest.mark.parametrize("is_wiped", [False, True], ids=["before it", "after it"])
def test_a_power_cut_where_the_old_is_wiped_loses_no_row(tmp_path, is_wiped):
    lines = Lines(tmp_path)
    lines.write("b1-grid", ROWS)

    def cut(path):
        if is_wiped:
            path.unlink()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lines.reseal(KEY, cut)
    lines.reseal(KEY, Path.unlink)

    assert ROWS == list(Lines(tmp_path, KEY).read("b1-grid"))
    assert ["b1-grid"] == lines.names()
