"""Criteria sets: by which criteria, up to how many points, centres are evaluated, and ranked.

They are data: the province writes its own, one version after the other, and publishes them
to all centres. Nothing here knows any set, so a new one needs no new program.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, cast

from marshmallow import ValidationError, validates_schema

from .. import areas, owners, registers
from ..evaluation.criteria import RANKS as RANKS
from ..evaluation.criteria import Criterion as Criterion
from ..evaluation.criteria import criteria as criteria
from ..evaluation.criteria import in_force as in_force
from ..evaluation.criteria import maximum as maximum
from ..evaluation.criteria import rank as rank
from ..evaluation.criteria import title_of as title_of
from ..evaluation.faults import wrong_groups, wrong_thresholds
from ..fields import Choice, Label, Listed, Paragraph, Score, Text, Year
from ..fields.adding import MARK, Span
from ..record import RecordSchema

STATUSES = {
    "draft": Label("Đang soạn", "Draft"),
    "temporary": Label("Mẫu tạm thời", "Temporary template"),
    "official": Label("Chính thức", "Official"),
}
# The names of the ranks in the file of sets that ships with the server.
FILED_RANKS = {
    "tot": "good",
    "kha": "fair",
    "trung_binh": "average",
    "yeu": "weak",
    "chua_dat": "weak",
}
ENDS_TOO_EARLY = Label(
    "Năm cuối không được trước năm đầu ({year}).",
    "The last year must not be before the first ({year}).",
)


class CriteriaSet(RecordSchema):
    record_type = "criteria_set"
    label = Label("Bộ tiêu chí", "Criteria set")
    help = Label(
        "Tỉnh soạn và ban hành; mỗi bộ áp dụng cho một số năm.",
        "Written and published by the province; each set is in force for some years.",
    )
    register = registers.EVALUATION
    clause = "II.4"
    owner = owners.PROVINCE
    natural_key = ("code",)
    lives_in = areas.PUBLISHED  # centres score themselves by it
    title_field = "title"
    in_force = Span("year_from", "year_to")
    list_fields = ("code", "title", "year_from", "year_to", "status")

    code = Text(
        "Mã",
        "Code",
        Label("Giữ nguyên mãi, ví dụ TTHTCD-2013.", "Never changes, for example TTHTCD-2013."),
        required=True,
        length=40,
    )
    title = Text(
        "Tên bộ tiêu chí",
        "Title",
        Label("Như trong văn bản ban hành.", "As in the document that brings it in."),
        required=True,
    )
    title_en = Text(
        "Tên tiếng Anh",
        "Title in English",
        Label("Nếu có; để trống thì dùng tên trên.", "If there is one; else the title above."),
    )
    year_from = Year(
        "Áp dụng từ năm",
        "In force from",
        Label("Năm đánh giá đầu tiên.", "The first year that is evaluated by it."),
        required=True,
    )
    year_to = Year(
        "Đến hết năm",
        "Until the end of",
        Label("Để trống nếu còn áp dụng.", "Leave empty while it is in force."),
    )
    status = Choice(
        "Tình trạng",
        "Status",
        STATUSES,
        Label("Bản đang soạn chưa dùng để chấm.", "By a draft nobody is evaluated."),
        required=True,
    )
    note = Paragraph(
        "Căn cứ, ghi chú",
        "Basis and notes",
        Label("Văn bản làm căn cứ.", "The documents it rests on."),
    )
    step = Score(
        "Bước chấm điểm",
        "Step of scores",
        Label("Ví dụ 0,5.", "For example 0,5."),
        required=True,
        adds=MARK,
    )
    groups = Listed(
        "Các nhóm tiêu chí",
        "Groups of criteria",
        Label(
            "Mã, tên, điểm tối đa của từng tiêu chí.", "Code, name and maximum of each criterion."
        ),
        required=True,
    )
    thresholds = Listed(
        "Mức xếp loại",
        "Ranks",
        Label("Từ bao nhiêu điểm là tốt, khá…", "From how many points it is good, fair…"),
        required=True,
    )

    @validates_schema
    def groups_add_up(self, data: dict[str, Any], **_: Any) -> None:
        if faults := wrong_groups(data):
            raise ValidationError(cast(Any, [*chain(*faults.values())]), "groups")

    @validates_schema
    def thresholds_descend(self, data: dict[str, Any], **_: Any) -> None:
        if faults := wrong_thresholds(data):
            raise ValidationError(cast(Any, [*chain(*faults.values())]), "thresholds")

    @validates_schema
    def years_follow(self, data: dict[str, Any], **_: Any) -> None:
        first, last = data["year_from"], data.get("year_to")
        if last is not None and last < first:
            raise ValidationError(cast(Any, [ENDS_TOO_EARLY.filled(year=first)]), "year_to")

    @classmethod
    def example(cls) -> dict[str, Any]:
        staff = {"code": "1.1", "name": "Đủ giám đốc, phó giám đốc, kế toán, thủ quỹ", "max": 5}
        plan = {"code": "1.2", "name": "Khảo sát nhu cầu học tập và kế hoạch năm", "max": 5}
        classes = {"code": "2.1", "name": "Số lớp, chuyên đề so với kế hoạch", "max": 10}
        return {
            "code": "TTHTCD-VD",
            "title": "Bộ tiêu chí ví dụ",
            "year_from": 2012,
            "status": "temporary",
            "step": 0.5,
            "groups": [
                {"code": "1", "name": "Bộ máy quản lý", "max": 10, "items": [staff, plan]},
                {"code": "2", "name": "Tổ chức hoạt động", "max": 10, "items": [classes]},
            ],
            "thresholds": [
                {"rank": "good", "min": 17},
                {"rank": "fair", "min": 14},
                {"rank": "average", "min": 10},
                {"rank": "weak", "min": 0},
            ],
        }


def adapted(filed: Mapping[str, Any], year_from: int) -> dict[str, Any]:
    """The values of a set from the file that ships with the server."""
    marks = [{"rank": FILED_RANKS[t["rank"]], "min": t["min"]} for t in filed["thresholds"]]
    return {
        "code": filed["id"],
        "title": filed["title"],
        "year_from": year_from,
        "status": "temporary",
        "note": filed["status"],
        "step": filed["step"],
        "groups": filed["groups"],
        "thresholds": marks,
    }
