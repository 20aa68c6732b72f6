"""What is the same at the centre and at the province when a person decides."""

import pytest

from client_agent.web.conflicts.host import HOST as CENTRE
from sync import decisions
from sync.changes import DELETED, Key
from sync.decisions import DECLINED, Answer, answer, is_waiting
from sync.review import SET_ASIDE
from webui.conflicts import views

from ..conftest import NAME


def choice(desk, notice, value):
    return next(at for at, v in desk.load(notice).values["writes"].items() if v == value)


def record_of(desk, notice):
    return desk.load(decisions.subject(desk.load(notice)))


def test_the_list_leads_to_what_waits_with_every_value(desk):
    notice = desk.conflict(title="Trồng đào")
    desk.get("/attention/" if desk.rule == "{2}" else "/attention")

    assert f'href="{desk.page_of(notice)}"' in desk.text
    assert "Ghi khác nhau: Địa điểm" in desk.words
    assert "Ở xóm đang dùng Hai" in desk.words


def test_the_value_that_is_chosen_is_written_in_the_name_of_who_chose_it(desk):
    notice = desk.conflict()
    desk.get(desk.page_of(notice))
    desk.press(desk.page_of(notice), choose=choice(desk, notice, "Ở xã"))
    record = record_of(desk, notice)

    assert "Ở xã" == record.values["venue"]
    assert NAME == desk.store.history([record.key])[-1].change.author
    assert not is_waiting(desk.load(notice))
    assert f"{NAME} đã quyết định" in desk.words


def test_a_form_that_was_made_for_somebody_else_decides_nothing(at_centre):
    notice = at_centre.conflict()
    at_centre.get(at_centre.page_of(notice))
    with at_centre.site.client.session_transaction() as session:
        session["staff"] = "Tuấn"
    at_centre.press(at_centre.page_of(notice), choose="keep")

    assert 422 == at_centre.status
    assert "Trang này đã cũ" in at_centre.words
    assert is_waiting(at_centre.load(notice))


@pytest.mark.parametrize("choose", ["", "delete", "0000000000000-0000-x"])
def test_only_what_is_offered_can_be_chosen(desk, choose):
    notice = desk.conflict()
    desk.get(desk.page_of(notice))
    desk.press(desk.page_of(notice), choose=choose)

    assert 422 == desk.status
    assert "Chưa lưu gì" in desk.words
    assert is_waiting(desk.load(notice))


@pytest.mark.parametrize("token", ["", "x"])
def test_a_form_that_was_forged_decides_nothing(desk, token):
    notice = desk.conflict()
    desk.get(desk.page_of(notice))
    desk.press(desk.page_of(notice), choose="keep", _opened=token)

    assert 422 == desk.status
    assert is_waiting(desk.load(notice))


def test_a_form_of_another_conflict_decides_nothing(desk):
    one, another = desk.conflict(), desk.conflict()
    desk.get(desk.page_of(one))
    desk.press(desk.page_of(another), choose="keep")

    assert 422 == desk.status
    assert is_waiting(desk.load(one))
    assert is_waiting(desk.load(another))


def test_what_was_decided_can_be_opened_again(desk):
    notice = desk.conflict()
    desk.get(desk.page_of(notice))
    desk.press(desk.page_of(notice), choose="keep")
    closed = not is_waiting(desk.load(notice))
    desk.press(f"{desk.page_of(notice)}/reopen")

    assert closed
    assert is_waiting(desk.load(notice))
    assert "Ở xóm" == record_of(desk, notice).values["venue"]


def test_who_may_not_decide_may_not_open_again(at_centre):
    key = at_centre.record("evaluation", **{"verified_score.1.1": 4})
    notice = Key(at_centre.area, "conflict", f"{key.record_id}-score")
    writes = {str(at_centre.load(key).at): 4}
    at_centre.notice(notice, record=key, field="verified_score.1.1", writes=writes)
    at_centre.replica().write(notice, {"closed": [*writes]}, "huyện")
    at_centre.get(at_centre.page_of(notice))
    at_centre.press(f"{at_centre.page_of(notice)}/reopen")

    assert 403 == at_centre.status
    assert not is_waiting(at_centre.load(notice))


def test_whether_a_record_is_deleted_is_for_a_person_to_decide(desk):
    key = desk.record()
    edit = desk.replica().write(key, {"venue": "Ở xã"}, "Một")
    deletion = desk.replica().write(key, {DELETED: True}, "Hai")
    writes = {str(edit.at): {"venue": "Ở xã"}, str(deletion.at): True}
    notice = Key(desk.area, "conflict", key.record_id)
    desk.notice(notice, record=key, field=DELETED, writes=writes)
    words = desk.get(desk.page_of(notice)).words
    desk.press(desk.page_of(notice), choose="restore")

    assert "Xóa hay giữ bản ghi này?" in words
    assert "Sửa bản ghi Địa điểm Ở xã" in words
    assert not desk.load(key).deleted


def press_an_answer(desk, notice):
    """The way in which this application closes a parked change without writing it."""
    deed = "aside" if desk.rule == "{2}" else "decline"
    return desk.press(f"{desk.page_of(notice)}/{deed}", why="Trùng")


def test_who_answers_second_is_warned_and_writes_nothing(desk):
    notice = desk.parked(desk.record(), venue="Ở xóm")
    desk.get(desk.page_of(notice))
    desk.replica().write(notice, {"closed": [DECLINED, "Đã nhập"]}, "tinh")
    press_an_answer(desk, notice)

    assert Answer(DECLINED, "Đã nhập") == answer(desk.load(notice))
    assert "Người khác vừa xử lý mục này rồi" in desk.words


def test_an_answer_that_arrives_while_a_form_is_handled_is_not_overwritten(at_centre):
    notice = at_centre.parked(at_centre.record(), venue="Ở xóm")
    stale = at_centre.load(notice)
    at_centre.replica().write(notice, {"closed": [DECLINED, "Đã nhập"]}, "tinh")

    def set_aside():
        decisions.close(at_centre.replica(), stale, Answer(SET_ASIDE), NAME)

    with at_centre.site.app.test_request_context("/attention/", method="POST"):
        views.answer(CENTRE, stale, set_aside, "attention.set_aside")

    assert DECLINED == answer(at_centre.load(notice)).how


def test_a_parked_change_does_not_show_again_what_was_erased(desk):
    key = desk.record("award")
    notice = desk.parked(key, recipient="Bùi Văn Nguyên")
    before = desk.get(desk.page_of(notice)).words
    desk.replica().write(key, {"recipient": None}, "Ai")
    after = desk.get(desk.page_of(notice)).words
    file = desk.get(f"{desk.page_of(notice)}/whole").text

    assert "Bùi Văn Nguyên" in before
    assert "(đã xóa, không hiện lại)" in after
    assert "Bùi Văn Nguyên" not in after + file


def test_what_a_newer_version_parked_is_shown_as_it_is(desk):
    key = Key(desk.area, "spaceship", "s1")
    notice = desk.parked(key, reason="no fuel", x=[1])
    desk.get(desk.page_of(notice))

    assert 200 == desk.status
    assert "spaceship" in desk.words
    assert "Lý do: Tỉnh cần xem lại (mã «no fuel»)." in desk.words
    assert "x [1]" in desk.words


def test_a_record_that_is_not_there_is_called_what_the_parked_change_calls_it(desk):
    notice = desk.parked(Key(desk.area, "activity", "none"), title="Trồng lê")
    desk.get(desk.page_of(notice))

    assert "Trồng lê · Hoạt động" in desk.words
    assert "Không mở được bản ghi ở đây." in desk.words


@pytest.mark.parametrize("kind", ["conflict", "parked"])
def test_what_is_not_there_has_no_page(desk, kind):
    assert 404 == desk.get(f"/attention/{kind}/{desk.rule.format(desk.area, '', 'none')}").status


def test_the_pages_speak_english(desk):
    desk.site.client.set_cookie("lang", "en")
    conflict = desk.get(desk.page_of(desk.conflict())).words
    parked = desk.get(desk.page_of(desk.parked(desk.record(), venue="x"))).words
    desk.site.client.delete_cookie("lang")

    assert "which one is right?" in conflict
    assert "Keep what is in use" in conflict
    assert "Why: The device that sent it is no longer in use." in parked
