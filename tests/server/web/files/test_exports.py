"""A long file is made behind: how far it is, called off, fetched; without scripts."""

import re
import threading
from io import BytesIO
from zipfile import ZipFile

import pytest

from server.web.files import exports, record_files

from ..conftest import token_of

PATIENCE = 30  # seconds


@pytest.fixture
def client(land, monkeypatch):
    monkeypatch.setattr(exports, "LONG", 1)
    for number in range(3):
        land.activity(land.da_bac[0], title=f"Lớp {number}")
    yield land.logged_in("tinh")
    land.app.extensions["exports"].close()


def finished(land):
    for _ in range(PATIENCE * 100):
        if not land.app.extensions["exports"].works:
            return
        threading.Event().wait(0.01)
    raise AssertionError("it goes on and on")


def press(client, page, what):
    """Press the button that posts to an address with ``what`` in it; the page that follows."""
    action = re.search(rf'method="post" action="([^"]*{what}[^"]*)"', page)[1]
    sent = {"csrf_token": token_of(page)}
    return client.post(action.replace("&amp;", "&"), data=sent, follow_redirects=True)


def link(page, what):
    return re.search(rf'href="([^"]*{what}[^"]*)"', page)[1].replace("&amp;", "&")


def contents(data, end):
    """What is in the file, but not when it was made."""
    if end == "csv":
        return data
    with ZipFile(BytesIO(data)) as parts:
        return {n: parts.read(n) for n in parts.namelist() if n != "docProps/core.xml"}


@pytest.mark.parametrize("end", ["csv", "xlsx"])
def test_a_long_list_is_asked_for_waited_for_and_fetched(land, client, end):
    page = client.get("/records/activity?period=2012&sort=-title").text
    waited = press(client, page, f"activity.{end}")
    finished(land)
    done = client.get(waited.request.full_path).text
    got = client.get(link(done, "/file"))
    straight = client.get(f"/records/activity.{end}?period=2012&sort=-title")

    assert "Tệp đã xong: 3 dòng" in done
    assert f'content="0;url={link(done, "/file")}"' in done  # fetched by itself
    assert straight.headers["Content-Disposition"] == got.headers["Content-Disposition"]
    assert straight.content_type == got.content_type
    assert contents(straight.data, end) == contents(got.data, end)
    assert len(got.data) == got.content_length


def test_while_it_is_written_the_page_says_how_far_it_is_and_can_call_it_off(
    land, client, monkeypatch
):
    on, reached = threading.Event(), threading.Event()

    def slowly(ask, watched):
        for _ in watched(record_files.sheet(ask).rows):
            reached.set()
            assert on.wait(PATIENCE)
            yield "a row"

    monkeypatch.setitem(exports.ENDS, "csv", slowly)
    monkeypatch.setattr("sync.stores.exports.EVERY", 1)
    page = press(client, client.get("/records/activity?period=2012").text, "activity.csv").text
    assert reached.wait(PATIENCE)
    looked = client.get(link(page, "wait=1")).text
    stopped = press(client, looked, "stop").text
    on.set()
    finished(land)

    assert "Đang ghi tệp: 1 trong 3 dòng" in looked
    assert '<progress class="kh-progress" max="3" value="1"' in looked
    assert 'http-equiv="refresh" content="1' in looked
    assert "Đã dừng. Không có tệp nào được tạo" in stopped


def test_what_went_wrong_is_reported_and_tried_again_with_one_press(land, client, monkeypatch):
    def full(ask, watched):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setitem(exports.ENDS, "csv", full)
        page = press(client, client.get("/records/activity?period=2012").text, "activity.csv")
        finished(land)
        failed = client.get(page.request.full_path).text
    again = press(client, failed, "activity.csv")
    finished(land)

    assert "Không ghi được tệp. Dữ liệu vẫn nguyên." in failed
    assert "Tệp đã xong: 3 dòng" in client.get(again.request.full_path).text


def test_a_file_is_nobody_elses_and_gone_is_reported_in_words(land, client):
    page = press(client, client.get("/records/activity?period=2012").text, "activity.csv")
    finished(land)
    address = page.request.path
    other = land.logged_in("hoi").get(address)
    land.wall.pass_hours(1)
    press(client, client.get("/records/activity?period=2012").text, "activity.csv")
    gone = client.get(f"{address}/file", follow_redirects=True)
    finished(land)

    assert 404 == other.status_code == gone.status_code
    assert "Tệp này không còn: tệp chỉ được giữ 15 phút" in other.text
    assert "Tệp này không còn" in gone.text


def test_a_district_gets_the_records_of_its_own_centres_alone(land, client):
    land.activity(land.kim_boi[0], title="Của Kim Bôi")
    land.activity(land.kim_boi[0], title="Cũng của Kim Bôi")
    district = land.logged_in("kim.boi")
    page = press(district, district.get("/records/activity?period=2012").text, "activity.csv")
    finished(land)
    text = district.get(link(district.get(page.request.full_path).text, "/file")).text

    assert ["Cũng của Kim Bôi", "Của Kim Bôi"] == sorted(re.findall("C[^,]* Kim Bôi(?=,)", text))
    assert "Lớp" not in text


def test_a_short_list_is_a_plain_link(land):
    land.activity(land.da_bac[0])
    page = land.logged_in("tinh").get("/records/activity?period=2012").text

    assert "/records/activity.csv" in link(page, "activity.csv")
    assert record_files.AT_ONCE < exports.LONG
