import io

from client_agent import config
from client_agent.agent import Agent
from client_agent.web import create_app
from sync import seal
from sync.messages import Request

from .conftest import Browser


def test_a_file_for_the_province_is_given(browser, held):
    held()
    browser.get("/stick/")
    answer = browser.post("/stick/export")

    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "Lớp".encode() not in answer.data
    browser.get("/sync/")
    assert "1 Trên USB" in browser.words()


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


def test_the_answer_on_the_stick_confirms_what_went_out(tmp_path, enrol, province, form):
    agent = Agent(enrol(tmp_path / "far", "http://127.0.0.1:9"))
    browser = Browser(create_app(agent)).sit_down("Bùi Thị Lan")
    browser.get("/records/activity/new")
    browser.fill(form())
    browser.get("/stick/")
    sent = seal.unsealed(browser.post("/stick/export").data, province.seed)
    _, answer = province.respond(Request, sent)
    sealed = seal.sealed(answer, seal.public_key(config.device_seed(agent.folder)))
    browser.get("/stick/")
    browser.post("/stick/import", {"file": (io.BytesIO(sealed), "answer.khb")})

    assert "Tỉnh đã nhận 1 trong 1 thay đổi" in browser.words()
    assert "/sync/" == browser.path
    agent.close()
