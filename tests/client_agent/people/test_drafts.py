from client_agent.agent import Agent
from client_agent.people.drafts import Drafts


def test_a_half_typed_form_comes_back_as_it_was_typed(offline):
    offline.drafts.keep("Lan", "activity", "new:1", {"title": "Lớp <xóa> mù", "count": "1.2x"})
    offline.drafts.keep("Lan", "activity", "new:1", {"title": "Lớp xóa mù chữ"})

    assert {"title": "Lớp xóa mù chữ"} == offline.drafts.get("Lan", "activity", "new:1").form


def test_a_draft_survives_the_process(offline):
    offline.drafts.keep("Lan", "activity", "7", {"title": "x"})
    offline.close()
    later = Agent(offline.folder)

    assert ["7"] == [draft.record_id for draft in later.drafts.list("Lan")]
    later.close()


def test_everybody_has_drafts_of_their_own(offline):
    offline.drafts.keep("Lan", "activity", "7", {"title": "x"})

    assert [] == offline.drafts.list("Nam")
    assert offline.drafts.get("Nam", "activity", "7") is None


def test_what_is_dropped_is_gone_and_nothing_else(offline):
    offline.drafts.keep("Lan", "activity", "7", {})
    offline.drafts.keep("Lan", "activity", "8", {})
    offline.drafts.drop("Lan", "activity", "7")

    assert ["8"] == [draft.record_id for draft in offline.drafts.list("Lan")]


def test_the_newest_draft_comes_first(offline):
    for time, name in [(1, "old"), (3, "new"), (2, "middle")]:
        Drafts(offline.store(), lambda time=time: time).keep("Lan", "activity", name, {})

    assert ["new", "middle", "old"] == [draft.record_id for draft in offline.drafts.list("Lan")]
