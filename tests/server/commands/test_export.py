import json

from server import Config
from server.province import Province
from tests.server.export.test_archives import filled  # noqa: F401  # a province with records


def test_all_that_is_recorded_is_written_and_read_back(run, filled, tmp_path):  # noqa: F811
    path = tmp_path / "all.zip"
    done = run("export", "--all", str(path))
    made = run("--folder", str(tmp_path / "anew"), "init", "--from", str(path))

    assert (0, 0) == (done.exit_code, made.exit_code)
    assert "7 bản ghi" in done.stderr
    assert "mọi bản ghi giống hệt" in made.stderr
    assert filled.published == Province(Config(tmp_path / "anew")).published


def test_a_copy_for_datasette_says_how_to_look_at_it(run, filled, tmp_path):  # noqa: F811
    path = tmp_path / "tinh.db"
    done = run("datasette", str(path))

    assert 0 == done.exit_code
    assert f"datasette {path} -m {tmp_path / 'tinh.metadata.json'}" in done.stderr
    assert "tinh" in json.loads((tmp_path / "tinh.metadata.json").read_text("utf-8"))["databases"]


def test_a_folder_and_an_archive_that_are_none_are_reported(run, filled, tmp_path):  # noqa: F811
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"PK")
    nowhere = str(tmp_path / "no" / "all.zip")
    made = run("--folder", str(tmp_path / "anew"), "init", "--from", str(bad))

    assert [11, 11, 11] == [
        run("export", "--all", nowhere).exit_code,
        run("datasette", nowhere).exit_code,
        made.exit_code,
    ]
    assert "chưa tạo gì" in made.stderr
