import io


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
