"""What was done in the drives and campaigns that the association supports."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Count, Day, Label, Paragraph
from ..fields.adding import FLOW
from ..record import RecordSchema

CAMPAIGNS = {
    "hcm": Label(
        "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
        "Study and follow the moral example of Hồ Chí Minh",
    ),
    "thay_co": Label(
        "Mỗi thầy, cô giáo là một tấm gương đạo đức, tự học và sáng tạo",
        "Every teacher an example of morality, self-study and creativity",
    ),
    "than_thien": Label(
        "Trường học thân thiện, học sinh tích cực", "Friendly schools, active pupils"
    ),
    "khac": Label("Khác", "Other"),
}


class CampaignReport(RecordSchema):
    record_type = "campaign_report"
    label = Label("Báo cáo phong trào", "Campaign report")
    help = Label(
        "Các cuộc vận động, phong trào thi đua: kết quả mỗi kỳ.",
        "Campaigns and emulation drives: the result of each period.",
    )
    register = registers.EVENTS
    clause = "III.2.2"
    natural_key = ("campaign", "period_end")
    title_field = "campaign"
    day_field = "period_end"
    in_force = None  # the days are those of one event
    list_fields = ("period_end", "campaign", "unit_count", "participant_count", "exemplar_count")

    campaign = Choice(
        "Phong trào",
        "Campaign",
        CAMPAIGNS,
        Label("Cuộc vận động nào.", "Which one."),
        code_list="campaign",
        required=True,
    )
    period_start = Day("Từ ngày", "From", Label("Ngày đầu kỳ.", "The first day."))
    period_end = Day(
        "Đến ngày",
        "Until",
        Label("Ngày cuối kỳ.", "The last day."),
        after="period_start",
        required=True,
    )
    is_planned = planned.field()
    unit_count = Count(
        "Số đơn vị tham gia",
        "Units",
        Label("Chi hội, trường, xóm.", "Branches, schools, villages."),
        adds=FLOW,
    )
    participant_count = Count(
        "Số người tham gia",
        "Participants",
        Label("Đã đăng ký hoặc dự.", "Registered or present."),
        adds=FLOW,
    )
    exemplar_count = Count(
        "Số điển hình",
        "Exemplars",
        Label("Được biểu dương.", "That were praised."),
        adds=FLOW,
    )
    result = Paragraph(
        "Kết quả",
        "Result",
        Label("Một đoạn cho báo cáo.", "A paragraph for the report."),
        required=True,
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "campaign": "than_thien",
            "period_start": "2012-07-01",
            "period_end": "2012-12-31",
            "unit_count": 6,
            "participant_count": 420,
            "result": "Ba trường đều đạt trường học thân thiện mức khá trở lên.",
        }
