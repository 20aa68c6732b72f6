def test_a_device_shows_what_was_last_heard_of_it(land):
    land.device("aaaaaaaa", land.da_bac[0], waiting=17, clock_offset=7 * 3_600_000)
    page = land.logged_in("tinh").get("/devices").text

    assert "24/07/2012 12:00" in page
    assert "nhanh 7 giờ" in page
    assert "17 thay đổi chờ gửi" in page


def test_silence_is_marked_and_a_centre_without_a_machine_is_not_forgotten(land):
    land.device("aaaaaaaa", land.da_bac[0], last_contact=land.wall() - 30 * 86_400_000)
    page = land.logged_in("da.bac").get("/devices").text

    assert "im lặng</b>" in page
    assert 2 == page.count("chưa ghi danh máy nào")


def test_the_csv_has_the_same_lines(land):
    land.device("aaaaaaaa", land.da_bac[0], label="=Máy")
    lines = land.logged_in("da.bac").get("/devices.csv").text.splitlines()

    assert 4 == len(lines)
    assert "'=Máy" in lines[1]
