import io
import zipfile

from server.web.files.zipped import PIECE, length, zipped


def test_files_come_out_as_they_went_in_piece_by_piece(tmp_path):
    small, large = tmp_path / "a.khb", tmp_path / "b.khb"
    small.write_bytes(b"one")
    large.write_bytes(b"two" * PIECE)
    pieces = list(zipped([small, large]))
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}

    assert {"a.khb": b"one", "b.khb": b"two" * PIECE} == found
    assert max(map(len, pieces)) < 2 * PIECE
    assert sum(map(len, pieces)) == length([small, large])


def test_one_that_was_cut_short_is_seen_to_be(tmp_path):
    (tmp_path / "a.khb").write_bytes(b"one")
    whole = b"".join(zipped([tmp_path / "a.khb"]))

    assert not zipfile.is_zipfile(io.BytesIO(whole[:-22]))
