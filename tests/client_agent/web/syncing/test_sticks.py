import io
from pathlib import Path

import pytest

from client_agent.agent import Agent
from client_agent.web import create_app
from server.web.files.zipped import zipped

from ..conftest import Browser


@pytest.fixture
def far(tmp_path, enrol, province):
    """A centre of that province, without a network; the agent, and a person at its pages."""
    agent = Agent(enrol(tmp_path / "far", "http://127.0.0.1:9"))
    yield agent, Browser(create_app(agent)).sit_down("Bùi Thị Lan")
    agent.close()


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_the_work_is_written_to_the_stick_and_the_answer_found_on_it(far, form, stick, province):
    _, browser = far
    browser.get("/records/activity/new")
    browser.fill(form())
    browser.get("/stick/")
    browser.post("/stick/write", {"other": str(stick)})
    said = browser.words()
    (path,) = stick.iterdir()
    province.carry(path)
    browser.post("/stick/read", {"other": str(stick)})

    assert f"1 thay đổi mà tỉnh chưa xác nhận vào {path.name}" in said
    assert "Tỉnh đã nhận 1 trong 1 thay đổi" in browser.words()
    assert "giống hệt nhau" in browser.words()
    assert "/sync/" == browser.path


def test_without_a_stick_the_file_is_downloaded_whole(far, form, stick, province):
    agent, browser = far
    browser.get("/records/activity/new")
    browser.fill(form())
    browser.get("/stick/")
    answer = browser.post("/stick/export")
    path = stick / "x.khb"
    path.write_bytes(answer.data)
    (back,) = province.carry(path)
    browser.get("/stick/")
    browser.post("/stick/import", {"file": (io.BytesIO(back.read_bytes()), "answer.khb")})

    assert "-gui.khb" in answer.headers["Content-Disposition"]
    assert len(answer.data) == int(answer.headers["Content-Length"])
    assert "Tỉnh đã nhận 1 trong 1 thay đổi" in browser.words()
    assert [] == list(agent.folder.glob("stick-*"))


def test_the_zip_of_the_province_s_page_is_taken_as_it_is_by_hand(far, form, stick, province):
    _, browser = far
    browser.get("/records/activity/new")
    browser.fill(form())
    browser.get("/stick/")
    browser.post("/stick/write", {"other": str(stick)})
    (path,) = stick.iterdir()
    data = b"".join(zipped(province.carry(path)))
    browser.get("/stick/")
    browser.post("/stick/import", {"file": (io.BytesIO(data), "khuyenhoc-tra-loi.zip")})

    assert "Tỉnh đã nhận 1 trong 1 thay đổi" in browser.words()


def test_a_file_for_the_province_counts_as_on_the_stick(browser, held):
    held()
    browser.get("/stick/")
    answer = browser.post("/stick/export")
    browser.get("/sync/")

    assert "Lớp".encode() not in answer.data
    assert "1 Trên USB" in browser.words()


@pytest.mark.parametrize("place", ["/nowhere/at/all", "no/absolute/path", "/dev/null"])
def test_a_folder_that_is_none_is_reported_and_kept_in_the_form(browser, held, place):
    held()
    for path in ("/stick/write", "/stick/read"):
        browser.get("/stick/")
        browser.post(path, {"other": place})

        assert 422 == browser.status
        assert "Hãy cắm lại USB" in browser.words()
        assert f'value="{place}"' in browser.text


def test_somebody_who_chose_no_stick_is_asked_to(browser):
    for path in ("/stick/write", "/stick/read"):
        browser.get("/stick/")
        browser.post(path)

        assert 422 == browser.status
        assert "Hãy chọn USB" in browser.words()


def test_a_stick_without_an_answer_says_what_to_do(browser, stick):
    browser.get("/stick/")
    browser.post("/stick/read", {"other": str(stick)})

    assert 422 == browser.status
    assert "-tra-loi.khb" in browser.words()


def test_a_file_that_is_none_is_refused_with_a_sentence(browser):
    browser.get("/stick/")
    browser.post("/stick/import", {"file": (io.BytesIO(b"holiday photo"), "photo.jpg")})

    assert 422 == browser.status
    assert "Không có gì được nhập vào" in browser.words()


def test_no_file_is_no_import(browser):
    browser.get("/stick/")
    browser.post("/stick/import")

    assert 422 == browser.status
    assert "Hãy chọn một tệp" in browser.words()


def test_our_own_file_brought_back_is_known(browser, held):
    held()
    browser.get("/stick/")
    made = browser.post("/stick/export").data
    browser.get("/stick/")
    browser.post("/stick/import", {"file": (io.BytesIO(made), "file.khb")})

    assert 422 == browser.status
    assert "Hãy đưa tệp này cho tỉnh" in browser.words()


def test_a_name_that_leads_elsewhere_leads_nowhere(browser, agent):
    browser.get("/stick/")
    browser.post("/stick/import", {"file": (io.BytesIO(b"x"), "../../../evil.khb")})

    assert 422 == browser.status
    assert not Path(agent.folder.parent, "evil.khb").exists()
