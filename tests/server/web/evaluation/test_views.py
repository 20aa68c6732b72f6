import csv
import io

from server.evaluation import verifiers


def scored(land, area, **more):
    told = {"year": 2012, "criteria_set": "TTHTCD-MAU-01", "status": "self_assessed"}
    scores = {"self_score.1.1": 4.5, "self_score.1.2": 4, "reason.1.1": "Thiếu thủ quỹ"}
    return land.write(area, "evaluation", **{**told, **scores, **more})


def test_every_centre_is_listed_with_its_scores_and_the_missing_too(land):
    scored(land, land.da_bac[0], **{"verified_score.1.1": 90})
    page = land.logged_in("tinh").get("/evaluations?year=2012").text

    assert "1 trên 5 trung tâm đã có phiếu" in page
    assert 4 == page.count(">chưa có phiếu<")
    assert "8,5<i>/100</i>" in page.replace("</a>", "")


def test_a_year_to_come_is_not_what_the_page_begins_with(land):
    scored(land, land.da_bac[0])
    scored(land, land.da_bac[0], year=2090)

    assert "Đánh giá trung tâm năm 2012" in land.logged_in("tinh").get("/evaluations").text


def test_the_page_says_who_verifies_at_present(land):
    scored(land, land.da_bac[0])
    client = land.logged_in("da.bac")

    assert "Hiện thẩm định: Phòng Giáo dục và Đào tạo" in client.get("/evaluations").text
    verifiers.set_rule(land.db, verifiers.Rule("2012-01-01", verifiers.PROVINCE))
    assert "Hiện thẩm định: Sở Giáo dục và Đào tạo" in client.get("/evaluations").text


def test_a_year_without_sheets_says_what_to_do(land):
    page = land.logged_in("tinh").get("/evaluations?year=2010").text

    assert "Chưa trung tâm nào có phiếu của năm này" in page


def test_the_score_sheet_shows_both_scores_beside_each_other_by_criterion(land):
    one = scored(land, land.da_bac[0], **{"verified_score.1.1": 3})
    page = land.logged_in("tinh").get(f"/records/evaluation/{land.da_bac[0]}/{one}").text

    assert "1. Bộ máy quản lý và điều kiện" in page
    assert "Thiếu thủ quỹ" in page
    assert '<td class="pr-differs">3</td>' in page


def test_a_sheet_of_a_set_that_is_not_published_says_so(land):
    one = scored(land, land.da_bac[0], criteria_set="LA")
    page = land.logged_in("tinh").get(f"/records/evaluation/{land.da_bac[0]}/{one}").text

    assert "Không tìm thấy bộ tiêu chí này" in page


def test_the_csv_has_a_line_for_every_centre(land):
    scored(land, land.da_bac[0])
    text = land.logged_in("da.bac").get("/evaluations.csv?year=2012").data.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))

    assert 3 == len(rows)
    assert ["chưa có phiếu"] * 2 == [row[2] for row in rows if row[2] == "chưa có phiếu"]
    assert "8,5" in [row[head.index("Điểm tự chấm")] for row in rows]
