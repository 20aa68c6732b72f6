"""News, articles, meetings and broadcasts about education and learning promotion."""

from __future__ import annotations

from typing import Any

from .. import planned, registers
from ..fields import Choice, Count, Day, Label, Paragraph, Text
from ..fields.adding import FLOW
from ..record import RecordSchema

KINDS = {
    "tin": Label("Tin", "News item"),
    "bai": Label("Bài viết", "Article"),
    "phat_thanh": Label("Bài phát thanh, loa xã", "Broadcast"),
    "hoi_nghi": Label("Hội nghị, buổi nói chuyện", "Meeting or talk"),
    "pano": Label("Khẩu hiệu, pa nô", "Slogan or panel"),
    "khac": Label("Khác", "Other"),
}
CHANNELS = {
    "loa_xa": Label("Loa truyền thanh xã", "Commune loudspeaker"),
    "dai_huyen": Label("Đài huyện", "District radio"),
    "bao_dai_tinh": Label("Báo, đài tỉnh", "Provincial press and radio"),
    "trung_uong": Label("Báo, đài trung ương", "National press and radio"),
    "web": Label("Trang tin điện tử", "Web site"),
    "truc_tiep": Label("Trực tiếp", "In person"),
}


class CommunicationItem(RecordSchema):
    record_type = "communication_item"
    label = Label("Tuyên truyền", "Communication")
    help = Label(
        "Tin, bài, buổi tuyên truyền về giáo dục, khuyến học.",
        "News, articles and meetings about education and learning promotion.",
    )
    register = registers.COMMUNICATION
    clause = "II.1"
    title_field = "title"
    day_field = "held_on"
    list_fields = ("held_on", "title", "kind", "channel", "audience_count")

    title = Text(
        "Tên tin, bài, buổi", "Title", Label("Một câu.", "In one sentence."), required=True
    )
    kind = Choice(
        "Loại",
        "Kind",
        KINDS,
        Label("Tuyên truyền cách nào.", "In which way."),
        code_list="communication_kind",
        required=True,
    )
    channel = Choice(
        "Kênh",
        "Channel",
        CHANNELS,
        Label("Đăng, phát ở đâu.", "Where it appeared."),
        code_list="channel",
    )
    topic = Text(
        "Chủ đề",
        "Topic",
        Label("Ví dụ: gia đình hiếu học.", "For example: studious families."),
        length=120,
    )
    held_on = Day(
        "Ngày",
        "Day",
        Label("Ngày đăng, phát, họp.", "When it appeared or took place."),
        required=True,
    )
    is_planned = planned.field()
    item_count = Count(
        "Số tin, bài, buổi",
        "How many",
        Label("Nhiều lần giống nhau thì ghi số.", "If there were several alike."),
        adds=FLOW,
    )
    audience_count = Count(
        "Số người dự, nghe",
        "Audience",
        Label("Chỉ khi đếm được.", "Only if counted."),
        adds=FLOW,
    )
    author_body = Text(
        "Nơi viết, tổ chức",
        "By",
        Label("Trung tâm, Hội, trường.", "Centre, association or school."),
        length=120,
    )
    note = Paragraph(
        "Nội dung", "Contents", Label("Tóm tắt, đường dẫn.", "A summary, a link."), length=2000
    )

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "title": "Gương dòng họ Bùi hiếu học",
            "kind": "phat_thanh",
            "channel": "loa_xa",
            "held_on": "2012-10-02",
            "item_count": 3,
        }
