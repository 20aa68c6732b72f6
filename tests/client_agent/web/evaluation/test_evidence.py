"""Evidence at the centre: from the sheet to a record, and back on the sheet."""

from schemas.records.activity import Activity
from sync.changes import Key

from .test_views import saved


def kept(agent):
    keys = list(agent.store().fingerprints(["a1"], "evidence"))
    return [one.values for one in agent.store().load(keys).values()] if keys else []


def test_the_sheet_is_saved_before_its_evidence_is_entered(agent, browser, criteria):
    browser.get("/evaluation/2012")
    browser.fill({"do": "evidence.1.1", "self_score.1.1": "4,5"})

    assert 4.5 == saved(agent)["self_score.1.1"]
    assert "/records/evidence/" in browser.path
    assert ("2012", "1.1") == (browser.hidden("year"), browser.hidden("criterion"))


def test_a_faulty_sheet_is_mended_first(agent, browser, criteria):
    browser.get("/evaluation/2012")
    browser.fill({"do": "evidence.1.1", "self_score.1.1": "9"})

    assert 422 == browser.status
    assert "Điểm tối đa của tiêu chí 1.1 là 5." in browser.words()


def test_evidence_refers_to_an_activity_by_name_and_stands_on_the_sheet(agent, browser, criteria):
    key = Key("a1", "activity", "activity-1")
    agent.replica().write(key, {**Activity.example(), "title": "Trồng bưởi đỏ"}, "Lan")
    browser.get("/records/evidence/new?year=2012&criterion=1.1")
    browser.fill(
        {"year": "2012", "criterion": "1.1", "title": "Sổ lớp", "activity_ref": "buoi do",
         "document_number": "24/QĐ-UBND"}
    )  # fmt: skip
    assert "Bảng chấm điểm năm 2012" in browser.words()

    browser.get("/evaluation/2012")
    assert "activity-1" == kept(agent)[0]["activity_ref"]
    assert "Sổ lớp · Hoạt động: Trồng bưởi đỏ" in browser.words()
    assert "24/QĐ-UBND" in browser.words()
    assert "/records/activity/activity-1" in browser.text


def test_evidence_of_another_year_stands_on_its_own_sheet(agent, browser, criteria):
    values = {"year": 2011, "criterion": "1.1", "title": "Sổ năm trước"}
    agent.replica().write(Key("a1", "evidence", "evidence-1"), values, "Lan")
    browser.get("/evaluation/2012")

    assert "Sổ năm trước" not in browser.words()
