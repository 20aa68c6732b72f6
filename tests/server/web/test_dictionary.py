from schemas.record import record_types


def test_the_dictionary_is_a_page_with_every_record_type(land):
    page = land.logged_in("hoi").get("/dictionary").text

    assert [] == [name for name in record_types() if f'id="{name}"' not in page]
    assert "Không lớn hơn “Lượt người học”" in page


def test_the_dictionary_is_a_file(land):
    answer = land.logged_in("hoi").get("/dictionary.csv")

    assert "text/csv; charset=utf-8" == answer.content_type
    assert "attendance_count" in answer.text


def test_only_who_is_logged_in_reads_it(land):
    assert 302 == land.app.test_client().get("/dictionary").status_code
