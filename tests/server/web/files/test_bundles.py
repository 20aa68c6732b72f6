import io
import zipfile

import pytest

from server.bundles.checking import MOST_UPLOAD
from server.keys.keyring import encoded
from server.web.files import uploads
from sync.exchange import Outcome
from sync.messages import Certificate
from sync.wire import seal

from ...conftest import Computer
from ..conftest import token_of


@pytest.fixture
def computer(land):
    """A centre's computer that was enrolled by hand."""

    def computer(area, name):
        seed = seal.new_seed()
        areas = (area, land.province.published)
        told = {"key": encoded(seal.public_key(seed)), "label": "Máy văn phòng"}
        land.device(name, area, areas=f'["{areas[0]}", "{areas[1]}"]', **told)
        signing, sealing = map(encoded, land.province.keyring.newest.public)
        paper = Certificate(name, areas, area, 1, signing, sealing_key=sealing)
        return Computer(None, seed, paper, land.wall)

    return computer


@pytest.fixture
def exported(computer, tmp_path):
    """That computer, and a file of its, of the same name as everybody's."""

    def exported(area, name):
        made = computer(area, name)
        made.write(title="Đi bằng USB")
        folder = tmp_path / name
        folder.mkdir()
        return made, made.export(folder / "khuyenhoc-gui.khb")[0]

    return exported


def send(client, *paths):
    token = token_of(client.get("/bundles").text)
    files = [(io.BytesIO(path.read_bytes()), path.name) for path in paths]
    return client.post("/bundles", data={"csrf_token": token, "file": files})


def titles(land):
    return sorted(row["title"] for row in land.db["activity"].rows)


def test_many_centres_files_are_taken_in_and_their_answers_come_in_one_zip(
    land, exported, tmp_path
):
    one, path = exported(land.da_bac[0], "aaaaaaaa")
    other, second = exported(land.kim_boi[0], "bbbbbbbb")
    client = land.logged_in("hoi")
    done = send(client, path, second)
    shown = client.get(done.location).text
    sent = client.get(f"{done.location}.zip")
    with zipfile.ZipFile(io.BytesIO(sent.data)) as archive:
        archive.extractall(tmp_path)
        names = sorted(archive.namelist())

    assert 302 == done.status_code
    assert ["Đi bằng USB", "Đi bằng USB"] == titles(land)
    assert "2 tệp: 2 thay đổi mới, 0 tệp chưa nhận được" in shown
    assert ["khuyenhoc-tra-loi-2.khb", "khuyenhoc-tra-loi.khb"] == names
    assert len(sent.data) == int(sent.headers["Content-Length"])
    assert Outcome.SETTLED is one.take_in(tmp_path / names[1])
    assert Outcome.SETTLED is other.take_in(tmp_path / names[0])


def test_a_bad_file_is_named_with_its_reason_and_stops_no_other(land, exported, tmp_path):
    _, path = exported(land.da_bac[0], "aaaaaaaa")
    (tmp_path / "anh.khb").write_bytes(b"holiday photo")
    client = land.logged_in("tinh")
    shown = client.get(send(client, tmp_path / "anh.khb", path).location).text

    assert "2 tệp: 1 thay đổi mới, 1 tệp chưa nhận được" in shown
    assert "anh.khb" in shown
    assert "Tệp hỏng" in shown
    assert ["Đi bằng USB"] == titles(land)


def test_a_district_takes_in_its_own_centres_alone(land, exported):
    _, mine = exported(land.da_bac[0], "aaaaaaaa")
    _, others = exported(land.kim_boi[0], "bbbbbbbb")
    client = land.logged_in("da.bac")
    shown = client.get(send(client, mine, others).location).text

    assert ["Đi bằng USB"] == titles(land)
    assert "ngoài địa bàn" in shown


def test_nobody_sees_what_another_brought(land, exported):
    _, path = exported(land.da_bac[0], "aaaaaaaa")
    place = send(land.logged_in("da.bac"), path).location
    other = land.logged_in("kim.boi")

    assert [404, 404] == [other.get(where).status_code for where in (place, f"{place}.zip")]
    assert 404 == other.get("/bundles/..%2F..").status_code
    assert 302 == land.app.test_client().get(place).status_code


def test_without_a_log_in_nothing_is_taken_in(land, exported):
    _, path = exported(land.da_bac[0], "aaaaaaaa")
    client = land.app.test_client()
    token = token_of(client.get("/login").text)
    file = (io.BytesIO(path.read_bytes()), path.name)
    answer = client.post("/bundles", data={"csrf_token": token, "file": file})

    assert (302, []) == (answer.status_code, titles(land))


def test_a_file_larger_than_any_form_comes_in_and_one_beyond_all_bounds_does_not(land):
    client = land.logged_in("tinh")
    token = token_of(client.get("/bundles").text)

    def sent(size):
        part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'.format
        head = part("csrf_token", "") + token + "\r\n" + part("file", '; filename="x.khb"')
        body = head.encode() + bytes(size) + b"\r\n--x--\r\n"
        kind = "multipart/form-data; boundary=x"
        return client.post("/bundles", data=body, content_type=kind).status_code

    assert [302, 413] == [sent(5 << 20), sent(MOST_UPLOAD + 1)]


def test_no_file_is_reported(land):
    answer = send(land.logged_in("tinh"))

    assert 422 == answer.status_code
    assert "Hãy chọn ít nhất một tệp" in answer.text


def test_what_was_brought_is_removed_after_a_week(land, exported):
    _, path = exported(land.da_bac[0], "aaaaaaaa")
    client = land.logged_in("tinh")
    old = send(client, path).location
    land.wall.now += uploads.KEPT + 1
    client = land.logged_in("tinh")
    new = send(client, path).location

    assert [404, 200] == [client.get(place).status_code for place in (old, new)]
    assert 1 == len(list((land.province.config.folder / "carried").iterdir()))
