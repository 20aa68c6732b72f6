"""The pages about copies, a damaged database and a full disk."""

from dataclasses import replace

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.database import copies
from client_agent.storage import disk_space, drives
from client_agent.web import create_app

from ..conftest import PEOPLE, Browser


@pytest.fixture
def spoil(agent, held):
    """A centre with two activities, one of them in a copy, whose database is then damaged."""

    def spoil():
        held("r1")
        agent.upkeep.copy_now()
        held("r2")
        agent.store().db.conn.execute("pragma wal_checkpoint(truncate)").fetchall()
        with (agent.folder / "centre.db").open("r+b") as file:
            file.seek(0)
            file.write(b"?" * 4096)

    return spoil


def test_the_copies_are_listed_and_made_by_a_button(agent, browser, held):
    held()
    browser.get("/copies/")
    before = browser.words()
    browser.post("/copies/")

    assert "Chưa có bản sao nào" in before
    assert "Đã sao lưu và kiểm tra lại" in browser.words()
    assert "Bản sao tốt gần nhất: 22/11/2012" in browser.words()
    browser.get("/sync/")
    assert "Bản sao tốt gần nhất: 22/11/2012" in browser.words()


def choose(browser, path):
    browser.get("/copies/")
    return browser.post("/copies/place", {"other": str(path)})


def test_a_second_place_is_chosen_on_the_page_and_has_a_sound_copy_at_once(
    agent, browser, held, tmp_path
):
    held()
    browser.get("/copies/")
    assert "Chưa chọn nơi thứ hai" in browser.words()
    choose(browser, tmp_path / "drive")

    assert "bản đầu tiên đã chép và kiểm tra xong" in browser.words()
    (copy,) = copies.find_all(copies.elsewhere(agent.settings))
    assert copies.is_good(copy)
    assert tmp_path / "drive" in copy.path.parents
    assert "chọn nơi giữ bản sao: " in browser.get("/staff/acts").text


def test_a_stick_that_is_plugged_in_is_offered(monkeypatch, agent, browser, held, tmp_path):
    held()
    stick = tmp_path / "USB"
    stick.mkdir()
    monkeypatch.setattr(drives, "sticks", lambda: [stick])
    browser.get("/copies/")
    browser.post("/copies/place", {"place": str(stick / "KhuyenHoc")})

    assert [stick / "KhuyenHoc"] == list(stick.iterdir())
    assert 1 == len(copies.find_all(copies.elsewhere(agent.settings)))


def test_a_folder_on_the_disk_of_the_work_is_taken_with_a_warning(browser, held, tmp_path):
    held()
    choose(browser, tmp_path / "drive")

    assert "nằm cùng ổ đĩa với dữ liệu" in browser.words()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Chưa chọn USB hay thư mục nào"),
        ("D:\nport = 1", "Chưa chọn USB hay thư mục nào"),
        ("sao-luu/2012", "Cần đường dẫn đầy đủ"),
        ("{folder}", "chính là thư mục của dữ liệu"),
        ("{folder}/backups", "chính là thư mục của dữ liệu"),
        ("{folder}/settings.ini/x", "chính là thư mục của dữ liệu"),
        ("{other}/tep.txt", "Đó là một tệp"),
        ("{other}/chua/co", "Không thấy ổ đĩa hay thư mục đó"),
        (r"\\may-chu\sao-luu", "không mở được đường dẫn mạng"),
        ("//may-chu/sao-luu", "không mở được đường dẫn mạng"),
        ("/sys/khuyenhoc", "USB không cho ghi"),
    ],
)
def test_a_place_that_cannot_be_one_is_refused_in_words_and_nothing_changes(
    agent, browser, tmp_path, typed, said
):
    (tmp_path / "tep.txt").touch()
    choose(browser, typed.format(folder=agent.folder, other=tmp_path))

    assert 422 == browser.status
    assert said in browser.words()
    assert "" == agent.settings.backup_folder
    assert [] == agent.audit.recent()


def test_a_stick_pulled_out_is_reported_with_the_last_success_and_made_up_for_later(
    agent, browser, held, tmp_path, clock
):
    held("r1")
    drive = tmp_path / "drive"
    choose(browser, drive)
    drive.rename(tmp_path / "pulled")
    held("r2")
    clock.now += 2 * 3_600_000
    agent.upkeep.copy_now()
    browser.get("/copies/")
    assert "Không thấy ổ đĩa để sao lưu" in browser.words()
    assert "Bản sao tốt gần nhất: 22/11/2012 15:05" in browser.words()
    assert "Đã lâu chưa có bản sao thứ hai" not in browser.get("/").text
    clock.now += 8 * 86_400_000
    assert "Đã lâu chưa có bản sao thứ hai" in browser.get("/").text

    (tmp_path / "pulled").rename(drive)
    agent.upkeep.copy_now()
    browser.get("/copies/")
    assert "Không thấy ổ đĩa" not in browser.words()
    assert 2 <= len(copies.find_all(copies.elsewhere(agent.settings)))


def test_another_place_begins_again_and_none_at_all_is_possible(agent, browser, held, tmp_path):
    held()
    choose(browser, tmp_path / "one")
    choose(browser, tmp_path / "two")
    assert str(tmp_path / "two") == agent.settings.backup_folder
    assert 1 == len(copies.find_all(copies.elsewhere(agent.settings)))

    browser.post("/copies/no-place")
    assert "Không chép sang đó nữa" in browser.words()
    assert "" == agent.settings.backup_folder
    assert (tmp_path / "two").exists()


def test_a_drive_that_is_missing_is_reported_on_both_pages(agent, browser, held, tmp_path):
    config.save(agent.folder, replace(agent.settings, backup_folder=str(tmp_path / "drive")))
    held()
    agent.upkeep.copy_now()
    for path in ("/copies/", "/sync/"):
        browser.get(path)

        assert "Không thấy ổ đĩa để sao lưu" in browser.words()


@pytest.mark.parametrize(("wanted", "said"), [("no", "không"), ("yes", "settings.ini yêu cầu")])
def test_whether_the_work_is_encrypted_is_reported_beside_the_copies(agent, browser, wanted, said):
    config.save(agent.folder, replace(agent.settings, encrypted=wanted))
    browser.get("/copies/")

    assert f"Mã hoá trên ổ đĩa: {said}" in browser.words()


def test_copies_that_fail_for_a_day_are_reported_on_the_first_page(agent, browser, held, clock):
    held()
    (agent.folder / "backups").touch()
    agent.upkeep.copy_now()
    browser.get("/")

    assert "Chưa sao lưu được" in browser.words()


def test_damage_met_at_work_leads_every_page_to_the_recovery(app, agent, browser, spoil):
    agent.store()
    spoil()
    agent.close()
    browser.get("/records/activity")
    assert 500 == browser.status
    assert 'href="/recovery/"' in browser.text

    browser.get("/recovery/")
    assert "Khôi phục ngay" in browser.words()
    browser.post("/recovery/")
    assert "Hãy tắt chương trình rồi mở lại" in browser.words()


def test_after_the_new_start_a_page_tells_what_came_back_until_it_was_read(agent, spoil, clock):
    spoil()
    agent.close()
    again = Agent(agent.folder, wall=clock)
    browser = Browser(create_app(again)).sit_down(PEOPLE[0])
    browser.get("/")
    assert "hãy đọc đã lấy lại được gì" in browser.words()

    browser.get("/recovery/")
    assert "Tệp dữ liệu trên máy này đã bị hỏng" in browser.words()
    assert "Đã lấy lại 1 thay đổi từ bản sao lúc 22/11/2012" in browser.words()
    assert "Đã đọc thêm được 1 thay đổi" in browser.words()
    browser.post("/recovery/read")
    assert "hãy đọc đã lấy lại được gì" not in browser.words()
    again.close()


def test_who_cannot_log_in_can_still_recover(app, agent):
    stranger = Browser(app)
    stranger.get("/recovery/")

    assert "/recovery/" == stranger.path
    assert "Kiểm tra toàn bộ" in stranger.words()
    stranger.get("/copies/")
    assert "/login" == stranger.path


def test_a_full_disk_opens_the_reserve_and_the_same_form_is_saved(agent, browser, activities, form):
    browser.get("/records/activity/new")
    (agent.folder / "reserve").write_bytes(b"x")
    conn = agent.store().db.conn
    (pages,) = conn.execute("pragma page_count").fetchone()
    conn.execute(f"pragma max_page_count = {pages}")
    long = form(result_note="Kết quả " * 400, material_used="Kết quả " * 18)
    browser.fill(long)
    assert 507 == browser.status
    assert "Hãy bấm Lưu lần nữa" in browser.words()
    assert not (agent.folder / "reserve").exists()

    conn.execute("pragma max_page_count = 1000000")
    browser.fill(long)
    assert 1 == len(activities())


@pytest.mark.parametrize(
    ("free", "said"), [(100, "chỉ còn 100 MB"), (20, "ngừng tạo bản sao"), (5, "phần dự phòng")]
)
def test_little_room_is_reported_on_every_page(monkeypatch, browser, free, said):
    monkeypatch.setattr(disk_space, "free", lambda folder: free * disk_space.MEGABYTE)
    browser.get("/records/activity")

    assert said in browser.words()
