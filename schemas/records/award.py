"""Rewards for pupils, teachers and bodies: for prizes in contests, for their work."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Consent, Count, Day, Label, Money, PersonName, Text, disaggregation
from ..fields.adding import FLOW
from ..fields.personal import RECOGNITION
from ..record import RecordSchema

WHO = {
    "hoc_sinh": Label("Học sinh, sinh viên", "Pupils and students"),
    "giao_vien": Label("Giáo viên", "Teachers"),
    "hoi_vien": Label("Hội viên, cán bộ Hội", "Members of the association"),
    "gia_dinh": Label("Gia đình, dòng họ", "Families and clans"),
    "tap_the": Label("Tập thể", "Bodies"),
}
LEVELS = {
    "xa": Label("Cấp xã, trường", "Commune, school"),
    "huyen": Label("Cấp huyện", "District"),
    "tinh": Label("Cấp tỉnh", "Province"),
    "quoc_gia": Label("Quốc gia", "National"),
    "quoc_te": Label("Quốc tế", "International"),
}
REASONS = {
    "ky_thi": Label("Giải trong kỳ thi", "Prize in a contest"),
    "hoc_gioi": Label("Học giỏi, tiến bộ", "Good or better marks"),
    "do_dai_hoc": Label("Đỗ đại học, cao đẳng", "Admitted to university"),
    "cong_tac_hoi": Label("Công tác khuyến học", "Work for the association"),
    "khac": Label("Khác", "Other"),
}


class Award(RecordSchema):
    record_type = "award"
    label = Label("Khen thưởng", "Award")
    help = Label(
        "Phần thưởng cho học sinh, giáo viên, gia đình, tập thể.",
        "Rewards for pupils, teachers, families and bodies.",
    )
    register = registers.FUND
    clause = "III.2.4"
    title_field = "title"
    day_field = "given_on"
    list_fields = (
        "given_on",
        "title",
        "receiver_kind",
        "contest_level",
        "recipient_count",
        "total_amount",
    )

    title = Text(
        "Khen về việc gì",
        "For what",
        Label("Kỳ thi, phong trào; không ghi tên trẻ.", "The contest or drive; no child's name."),
        required=True,
    )
    given_on = Day(
        "Ngày trao", "Given on", Label("Ngày trao.", "When they were given."), required=True
    )
    is_planned = planned.field()
    receiver_kind = Choice(
        "Khen ai",
        "Who",
        WHO,
        Label("Người hoặc tập thể được khen.", "Persons or bodies."),
        code_list="award_receiver",
        required=True,
    )
    reason = Choice(
        "Lý do", "Reason", REASONS, Label("Vì sao khen.", "Why."), code_list="award_reason"
    )
    contest_level = Choice(
        "Cấp của thành tích",
        "Level",
        LEVELS,
        Label("Cấp kỳ thi, cấp khen.", "Of the contest or the praise."),
        code_list="award_level",
    )
    prize = Text(
        "Giải, hạng", "Prize", Label("Ví dụ: giải nhì.", "For example: second prize."), length=60
    )
    recipient_count = Count(
        "Số được khen",
        "Rewarded",
        Label("Người hoặc tập thể.", "Persons or bodies."),
        required=True,
        adds=FLOW,
    )
    female_count = disaggregation.female("recipient_count")
    total_amount = Money(
        "Tổng số tiền",
        "In all",
        Label("Hiện vật thì ước tính.", "Things by estimate."),
        adds=FLOW,
    )
    decision_number = Text(
        "Số quyết định", "Decision number", Label("Quyết định khen.", "Of the decision."), length=60
    )
    consented_on = Consent(
        "Ngày đồng ý nêu tên",
        "Consent to be named",
        Label(
            "Trẻ em: cha mẹ đồng ý; từ 7 tuổi cả trẻ.",
            "Of children by the parents; from 7 by the child too.",
        ),
    )
    recipient = PersonName(
        "Người được khen",
        "Recipient",
        Label("Chỉ khi khen một người.", "Only if it was one person."),
        personal=RECOGNITION.needing("consented_on"),
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Học sinh giỏi cấp tỉnh năm 2012",
            "given_on": "2012-10-02",
            "receiver_kind": "hoc_sinh",
            "reason": "ky_thi",
            "contest_level": "tinh",
            "recipient_count": 5,
            "female_count": 3,
            "total_amount": 2_500_000,
        }
