"""The district verifies what a centre scored."""

import re
from html import unescape

import pytest

from reporting.evaluations import criteria_sets
from schemas.evaluation.verification import stage
from schemas.owners import OF_A_DISTRICT
from schemas.record import get
from schemas.records.criteria_set import criteria
from server.users import users
from server.users.users import Account
from sync.changes import Key

from ..conftest import PASSWORD
from ..records.test_writing import Office

BY = "Hà Thị Mai, Phó Trưởng phòng"
SHIPPED, EVALUATION = "TTHTCD-MAU-01", get("evaluation")


class Verifier(Office):
    """Somebody at the district who verifies the sheet of a centre."""

    def __init__(self, land, area, name="da.bac"):
        super().__init__(land, name)
        self.land, self.area = land, area
        self.record_id = scored(land, area)
        self.get(f"/evaluations/{area}/{self.record_id}/verify")

    def press(self, deed, **typed):
        inputs = re.findall(
            r'<input class="form-control[^>]*?name="([^"]+)" value="([^"]*)"', self.text
        )
        areas = re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', self.text)
        fields = {name: unescape(text) for name, text in (*inputs, *areas)}
        return self.send({**fields, **typed, "do": deed})

    def field(self, name):
        found = re.search(rf'name="{re.escape(name)}" value="([^"]*)"', self.text)
        return found and unescape(found[1])

    @property
    def values(self):
        key = Key(self.area, "evaluation", self.record_id)
        return self.land.province.store().load([key])[key].values


def the_set(land):
    return criteria_sets(land.db, land.province.published)[SHIPPED]


def scored(land, area, **more):
    """A sheet that the centre has filled in and signed: one point less than can be had."""
    scores = {f"self_score.{c.code}": c.max - 1 for c in criteria(the_set(land))}
    told = {"year": 2012, "criteria_set": SHIPPED, "status": "self_assessed", "signed_times": 1}
    own = {"reason.1.1": "Thiếu thủ quỹ", "evidence.1.1": "Quyết định 24"}
    return land.write(area, "evaluation", **{**told, **scores, **own, **more})


@pytest.fixture
def verifier(land):
    return Verifier(land, land.da_bac[0])


def test_the_page_shows_both_sides_of_each_criterion(verifier):
    assert "1. Bộ máy quản lý và điều kiện" in verifier.text
    assert "Thiếu thủ quỹ · Quyết định 24" in verifier.text
    assert "Chờ thẩm định" in verifier.text
    assert "81 / 100" in verifier.text


def test_a_score_with_its_reason_is_saved_and_added_up(verifier):
    verifier.press("save", **{"verified_score.1.1": "3,5", "verified_reason.1.1": "Chưa có sổ"})

    assert (3.5, "Chưa có sổ") == tuple(
        verifier.values[n] for n in ("verified_score.1.1", "verified_reason.1.1")
    )
    assert "verifying" == stage(verifier.values)
    assert "Đã lưu điểm thẩm định" in verifier.text
    assert "3,5 / 100" in verifier.text


def test_a_score_that_differs_without_a_reason_is_not_saved_and_not_lost(verifier):
    before = verifier.values
    verifier.press("save", **{"verified_score.1.1": "3,5"})

    assert 422 == verifier.status
    assert "khác điểm tự chấm nên cần ghi lý do" in verifier.text
    assert "3,5" == verifier.field("verified_score.1.1")
    assert before == verifier.values


def test_a_score_beyond_the_set_is_not_saved(verifier):
    verifier.press("save", **{"verified_score.1.1": "9", "verified_reason.1.1": "x"})

    assert 422 == verifier.status
    assert "Điểm tối đa của tiêu chí 1.1 là 5." in verifier.text


def test_empty_scores_are_filled_with_the_centre_s_own_and_nothing_is_saved(verifier):
    verifier.press("fill", **{"verified_score.1.1": "2"})

    assert ("2", "3") == tuple(verifier.field(f"verified_score.1.{n}") for n in (1, 2))
    assert "verified_score.1.2" not in verifier.values


def test_it_is_finished_when_every_criterion_is_verified(verifier):
    verifier.press("finish", **{"verified_score.1.1": "4"})
    assert 422 == verifier.status
    assert "Chưa có điểm thẩm định" in verifier.text

    verifier.press("fill").press("finish", verified_by=BY)
    assert ("verified", BY, "2012-07-24", 1) == (
        stage(verifier.values),
        *(verifier.values[n] for n in ("verified_by", "verified_on", "verified_signature")),
    )
    assert verifier.field("verified_score.1.1") is None


def test_it_is_recognised_by_a_decision_and_can_be_reopened(verifier):
    verifier.press("fill").press("finish", verified_by=BY)
    verifier.press("recognise", decision="12/QĐ-PGD")
    assert 422 == verifier.status

    verifier.press("recognise", decision="12/QĐ-PGD", decided_on="20/7/2012")
    assert "recognised" == stage(verifier.values)
    assert "Đã công nhận theo 12/QĐ-PGD, ngày 20/07/2012" in verifier.text

    verifier.press("reopen", reopened_reason="Sai minh chứng nhóm 2")
    assert "verifying" == stage(verifier.values)


def test_a_recognised_sheet_is_reopened_only_with_a_reason_and_keeps_its_decision(verifier):
    recognise = {"decision": "12/QĐ-PGD", "decided_on": "20/7/2012"}
    verifier.press("fill").press("finish", verified_by=BY).press("recognise", **recognise)
    verifier.press("reopen")
    assert (422, "recognised") == (verifier.status, stage(verifier.values))
    assert "Cần ghi mục này" in verifier.text

    verifier.press("reopen", reopened_reason="Sai minh chứng nhóm 2")
    line = "12/QĐ-PGD ngày 20/07/2012, tổng điểm thẩm định 81; mở lại ngày 24/07/2012: "
    assert line + "Sai minh chứng nhóm 2" == verifier.values["superseded_decisions"]
    assert (None, None) == tuple(verifier.values[n] for n in ("decision", "decided_on"))
    assert line in verifier.text


def test_each_reopening_asks_for_a_reason_of_its_own_and_keeps_each_decision(verifier):
    verifier.press("fill")
    for number in ("12", "15"):
        verifier.press("finish", verified_by=BY)
        verifier.press("recognise", decision=f"{number}/QĐ", decided_on="20/7/2012")
        verifier.press("reopen")
        assert 422 == verifier.status
        verifier.press("reopen", reopened_reason=f"Lý do {number}")
    lines = verifier.values["superseded_decisions"].splitlines()

    assert [("12/QĐ ngày", True), ("15/QĐ ngày", True)] == [
        (line[:10], line.endswith(f"Lý do {line[:2]}")) for line in lines
    ]


def test_what_was_decided_before_stands_in_the_history_and_in_the_file(verifier):
    verifier.press("fill").press("finish", verified_by=BY)
    verifier.press("recognise", decision="12/QĐ-PGD", decided_on="20/7/2012")
    verifier.press("reopen", reopened_reason="Sai minh chứng nhóm 2")
    page = verifier.get(f"/records/evaluation/{verifier.area}/{verifier.record_id}").text
    table = verifier.get("/evaluations.csv?year=2012").text

    assert "<b>12/QĐ-PGD</b>" in page[page.index("Lịch sử") :]
    assert "mở lại ngày 24/07/2012: Sai minh chứng nhóm 2" in table


@pytest.mark.parametrize("name", ["", "da.bac", "DA.BAC", "tinh", "Mai"])
def test_who_verified_is_a_person_and_never_an_account(verifier, name):
    verifier.press("fill").press("finish", verified_by=name)

    assert 422 == verifier.status
    assert "Hãy ghi họ tên và chức vụ của người thẩm định" in verifier.text
    assert not verifier.values.get("verified_by")


def test_an_account_name_is_not_saved_in_passing_either(verifier):
    verifier.press("save", verified_by="da.bac")

    assert 422 == verifier.status
    assert not verifier.values.get("verified_by")


def test_who_verified_is_asked_once_and_offered_from_then_on(land):
    Verifier(land, land.da_bac[0]).press("fill").press("finish", verified_by=BY)

    assert BY == Verifier(land, land.da_bac[1]).field("verified_by")


def test_an_account_name_that_was_stored_before_is_shown_as_what_it_is(land):
    told = {"verification": "verified", "verified_signature": 1, "verified_by": "da.bac"}
    made = scored(land, land.da_bac[0], **told)
    office = Office(land, "da.bac")
    pages = [
        office.get(f"/evaluations/{land.da_bac[0]}/{made}/verify").text,
        office.get(f"/records/evaluation/{land.da_bac[0]}/{made}").text,
        office.get("/evaluations.csv?year=2012").text,
        office.get("/records/evaluation.csv?year=2012").text,
    ]

    assert [True] * 4 == ["tài khoản «da.bac» (chưa ghi họ tên)" in page for page in pages]
    key = Key(land.da_bac[0], "evaluation", made)
    assert "da.bac" == land.province.store().load([key])[key].values["verified_by"]


def test_it_goes_back_to_the_centre_with_a_reason_until_that_signs_again(verifier):
    verifier.press("return")
    assert 422 == verifier.status

    verifier.press("return", returned_reason="Thiếu minh chứng nhóm 2")
    assert "returned" == stage(verifier.values)
    assert "chờ trung tâm sửa và ký lại" in verifier.text

    verifier.land.write(verifier.area, "evaluation", verifier.record_id, year=2012, signed_times=2)
    assert "self_assessed" == stage(verifier.values)


def test_what_the_centre_signed_again_meanwhile_is_shown_before_anything_is_saved(verifier):
    scored(verifier.land, verifier.area, **{"self_score.1.1": 2, "signed_times": 2})
    verifier.press("save", **{"verified_score.1.1": "4"})
    assert 422 == verifier.status
    assert "Trung tâm vừa ký lại" in verifier.text
    assert "4" == verifier.field("verified_score.1.1")
    assert "verified_score.1.1" not in verifier.values

    verifier.press("save", **{"verified_reason.1.1": "Đã có sổ"})
    assert 4 == verifier.values["verified_score.1.1"]


def test_a_sheet_that_is_not_signed_is_only_read(land):
    verifier = Verifier(land, land.da_bac[0])
    land.write(land.da_bac[0], "evaluation", verifier.record_id, year=2012, status="draft")
    verifier.get(verifier.path)

    assert "chưa ký tự đánh giá" in verifier.text
    assert verifier.field("verified_score.1.1") is None
    assert 400 == verifier.send({"do": "finish"}).status


class Walker(Office):
    """Goes from sheet to sheet as the links lead."""

    def click(self, text):
        found = re.search(rf'href="([^"]+/verify[^"]*)">[^<]*{text}', self.text)
        return self.get(unescape(found[1])) if found else None

    def walk(self, start):
        """The centres of the sheets from the first of the list at ``start`` to the last."""
        self.get(start)
        first = re.search(r'href="([^"]+/verify[^"]*)"', self.text)
        self.get(unescape(first[1]))
        found = [self.path.split("/")[2]]
        while self.click("Trung tâm sau"):
            found.append(self.path.split("/")[2])
        return found


@pytest.fixture
def sheets(land):
    """Three sheets of the district: with 81, 80 and 79 points, the second of them verified."""
    for place, area in enumerate(land.da_bac):
        made = {"self_score.1.1": 4 - place}
        if place == 1:
            made |= {"verification": "verified", "verified_signature": 1}
        scored(land, area, **made)
    return land.da_bac


def test_next_goes_through_the_list_in_the_order_of_its_units(land, sheets):
    assert sheets == Walker(land, "da.bac").walk("/evaluations?year=2012")


@pytest.mark.parametrize(
    ("sort", "places"), [("self_total", [2, 1, 0]), ("-self_total", [0, 1, 2])]
)
def test_next_keeps_the_order_that_was_chosen_in_the_list(land, sheets, sort, places):
    walked = Walker(land, "da.bac").walk(f"/evaluations?year=2012&sort={sort}")

    assert [sheets[place] for place in places] == walked


def test_next_keeps_to_what_the_list_was_narrowed_to(land, sheets):
    walker = Walker(land, "da.bac")
    narrowed = "/evaluations?year=2012&state=self_assessed&sort=self_total"

    assert [sheets[2], sheets[0]] == walker.walk(narrowed)
    assert "Phiếu 2 trên 2 của danh sách. Đây là phiếu cuối." in walker.text
    assert "state=self_assessed" in walker.text[: walker.text.index("Về danh sách")]
    assert walker.click("Trung tâm trước").path.startswith(f"/evaluations/{sheets[2]}/")


def test_next_goes_on_from_a_sheet_that_was_just_dealt_with(land, sheets):
    walker = Verifier(land, sheets[0])
    narrowed = f"{walker.path}?state=self_assessed"
    walker.get(narrowed)
    for deed in ("fill", "finish"):
        walker.path = narrowed  # where a browser sends the form of that page
        walker.press(deed, verified_by=BY)

    assert "Đã thẩm định xong. Trung tâm" in walker.text
    links = re.findall(r'href="(/evaluations/[^"]+/verify[^"]*)"', walker.text)
    assert [f"/evaluations/{sheets[2]}/"] == [link[: len(sheets[2]) + 14] for link in links]
    assert ["state=self_assessed"] == [link.partition("?")[2] for link in links]


@pytest.mark.parametrize("name", ["tinh", "hoi", "kim.boi"])
def test_only_the_district_of_the_centre_verifies(land, name):
    assert 403 == Verifier(land, land.da_bac[0], name).status


def test_the_district_association_adds_its_view_and_no_score(land):
    users.add(land.db, Account("hoi.da.bac", PASSWORD, OF_A_DISTRICT[1], land.units["150"].id))
    verifier = Verifier(land, land.da_bac[0], "hoi.da.bac")
    verifier.press("note", association_note="Hội nhất trí", **{"verified_score.1.1": "1"})

    assert "Hội nhất trí" == verifier.values["association_note"]
    assert "verified_score.1.1" not in verifier.values
    assert "verification" not in verifier.values
    assert 400 == verifier.press("finish").status
    assert "Hội nhất trí" in Verifier(land, land.da_bac[0]).text


def test_who_was_appointed_to_evaluate_the_district_stands_on_the_page(land):
    told = {"organisation": "hoi_khuyen_hoc", "name": "Bà Ưởng"}
    for year, unit, name in (
        (2012, "Huyện Đà Bắc", "Bà Ưởng"),
        (2011, "Huyện Đà Bắc", "Ông Năm Trước"),
        (2012, "Huyện Kim Bôi", "Ông Nơi Khác"),
    ):
        made = {**told, "year": year, "unit": unit, "name": name}
        land.write(land.province.published, "evaluator", **made)
    page = Verifier(land, land.da_bac[0]).text

    assert "Bà Ưởng (Hội Khuyến học)" in page
    assert "Ông Năm Trước" not in page
    assert "Ông Nơi Khác" not in page


def test_the_form_of_every_type_is_no_way_around_the_page(verifier):
    path = f"/records/evaluation/{verifier.area}/{verifier.record_id}"

    assert 404 == verifier.get(f"{path}/edit").status
    assert "/verify" in verifier.get(path).text


def test_the_list_tells_the_stage_of_every_centre_and_can_be_narrowed_to_one(land):
    Verifier(land, land.da_bac[0]).press("fill").press("finish", verified_by=BY)
    scored(land, land.da_bac[1])
    office = Office(land, "da.bac")
    whole = office.get("/evaluations?year=2012").text
    waiting = office.get("/evaluations?year=2012&state=self_assessed").text

    assert ("Đã thẩm định: 1" in whole, "Chờ thẩm định: 1" in whole) == (True, True)
    assert 2 == whole.count("/verify")
    assert 1 == waiting.count("/verify")
    assert "2 trên 3 trung tâm" in waiting


def test_a_sheet_that_is_not_finished_bears_no_verified_rank_on_its_page_and_on_paper(verifier):
    reader = verifier.land.logged_in("tinh")
    address = f"/records/evaluation/{verifier.area}/{verifier.record_id}"

    def ranks():
        texts = [reader.get(page).text for page in (address, f"{address}/print")]
        rows = [text.rpartition("Xếp loại</t")[2].partition("</tr>")[0] for text in texts]
        return [row.count("Khá") for row in rows]

    verifier.press("fill")
    assert [1, 1] == ranks()  # the centre's own
    verifier.press("finish", verified_by=BY)
    assert [2, 2] == ranks()
    verifier.press("reopen")
    assert [1, 1] == ranks()
