"""What a person sees when the disk, the file or the program fails: a sentence, and their form."""

import sqlite3

import pytest

from client_agent.web import security


@pytest.fixture
def fill_the_disk(agent):
    def fill():
        conn = agent.store().db.conn
        pages = conn.execute("pragma page_count").fetchone()[0]
        conn.execute(f"pragma max_page_count = {pages}")

    return fill


def test_a_full_disk_gives_the_typed_form_back(browser, activities, form, fill_the_disk):
    browser.get("/records/activity/new")
    fill_the_disk()
    long = "Kết quả " * 400
    browser.fill(form(result_note=long, material_used=long[:150], venue="Nhà văn hóa"))

    assert 507 == browser.status
    assert "Ổ đĩa đã đầy" in browser.words()
    assert 'value="Nhà văn hóa"' in browser.text
    assert [] == activities()


def test_a_database_that_another_program_holds_gives_the_form_back(
    agent, browser, activities, form
):
    browser.get("/records/activity/new")
    agent.store().db.conn.execute("pragma busy_timeout = 50")
    other = sqlite3.connect(agent.folder / "centre.db", isolation_level=None)
    other.execute("begin immediate")
    browser.fill(form(title="Vẫn còn đây"))
    assert 503 == browser.status
    assert "đang bị một chương trình khác giữ" in browser.words()
    assert 'value="Vẫn còn đây"' in browser.text

    other.execute("rollback")
    other.close()
    browser.fill(form(title="Vẫn còn đây"))
    assert 1 == len(activities())


def test_a_read_only_database_gives_the_form_back(agent, browser, form):
    browser.get("/records/activity/new")
    agent.store().db.conn.execute("pragma query_only = on")
    browser.fill(form(title="Vẫn còn đây"))

    assert 'value="Vẫn còn đây"' in browser.text
    assert browser.status in (500, 503)
    agent.store().db.conn.execute("pragma query_only = off")


def test_a_database_that_is_damaged_at_work_is_a_sentence_and_a_way_on_every_page(agent, browser):
    agent.store()
    agent.close()
    for name in ("centre.db-wal", "centre.db-shm"):
        (agent.folder / name).unlink(missing_ok=True)
    (agent.folder / "centre.db").write_bytes(b"not a database at all" * 500)
    for path in ("/", "/records/activity", "/sync/", "/login"):
        browser.get(path)

        assert 500 == browser.status
        assert "Tệp dữ liệu trên máy này bị hỏng" in browser.words()
        assert "/recovery/" in browser.text
        assert "Traceback" not in browser.text
    browser.get("/recovery/")

    assert 200 == browser.status
    assert "Khôi phục ngay" in browser.words()


def test_a_form_that_is_too_large_says_that_nothing_was_taken(browser, form, activities):
    browser.get("/records/activity/new")
    browser.fill(form(result_note="x" * security.MOST_FORM))

    assert 413 == browser.status
    assert "không bị ảnh hưởng" in browser.words()
    assert [] == activities()
