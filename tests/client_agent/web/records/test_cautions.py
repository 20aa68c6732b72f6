"""What a person is asked right after a save. The clock shows 22/11/2012."""


def test_the_list_and_the_first_page_mark_a_far_day_and_show_the_real_ones_first(browser, held):
    for number in range(6):
        held(f"far{number}", title=f"Xa {number}", held_from="2090-01-01", held_to=None)
    held("near", title="Gần", held_from="2012-11-20", held_to=None)

    browser.get("/records/activity")
    assert 6 == browser.words().count("Ngày xa?")
    browser.get("/")
    assert browser.text.index("Gần") < browser.text.index("Xa 5")
    assert 2 == browser.words().count("Ngày xa?")


def test_who_replaces_what_was_saved_meanwhile_is_shown_both_values(browser, held, form):
    held(female_count=None)
    browser.get("/records/activity/r1/edit")
    page = browser.text
    browser.fill(form(attendance_count="120", female_count=""))
    browser.text = page
    browser.fill(form(attendance_count="125", female_count=""), "/records/activity/r1/edit")

    told = "«Lượt người học» đã được lưu là 120 (Bùi Thị Lan, 15:05); bạn vừa thay bằng 125"
    assert f"Trong lúc bạn sửa, {told}. Xem lại" in browser.words()
    assert 'href="/records/activity/r1#history"' in browser.text
    assert 'id="history"' in browser.text


def test_who_changes_another_field_or_says_the_same_is_shown_nothing(
    browser, colleague, held, form
):
    held()
    for typed in ({"venue": "Trụ sở xã"}, {"title": "Tên mới"}):
        browser.get("/records/activity/r1/edit")
        colleague.get("/records/activity/r1/edit")
        colleague.fill(form(title="Tên mới"))
        browser.fill(form(**typed))

        assert "Trong lúc bạn sửa" not in browser.words()


def test_long_words_are_shortened_and_do_not_burst_the_cookie(browser, colleague, held, form):
    held()
    long = {name: "dài " * 40 for name in ("title", "venue", "partner_body", "material_used")}
    browser.get("/records/activity/r1/edit")
    colleague.get("/records/activity/r1/edit")
    colleague.fill(form(**long))
    browser.fill(form(**{name: text.upper() for name, text in long.items()}))

    assert "DÀI DÀI" in browser.words()
    assert "; …." in browser.words()
