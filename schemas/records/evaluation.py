"""The yearly evaluation of a centre: one record for each centre and year.

The centre scores itself, the level above verifies; both scores stay in sight. Each criterion
has cells of its own for score, reason and evidence, so two people who fill in two criteria
never collide, and a criterion that a new set adds is just one more cell.
"""

from __future__ import annotations

import math
from typing import Any, TypeGuard

from .. import owners, registers
from ..context import current
from ..evaluation.verification import (
    CLOSED,
    STATUSES,
    VERIFICATIONS,
    is_finished,
    stage,
    unreasoned,
    unverified,
)
from ..fields import (
    Choice,
    Day,
    Label,
    Number,
    Paragraph,
    PerCriterion,
    Reference,
    Score,
    Text,
    Year,
)
from ..fields.adding import LEVEL, MARK
from ..fields.personal import SIGNING
from ..formatting.vietnamese import number
from ..record import Derived, Exported, RecordSchema, Values
from .criteria_set import RANKS, criteria, rank

SHEET = Label("Phiếu đánh giá", "Evaluation sheet")
SELF = Label("Trung tâm tự chấm", "Self-assessment by the centre")
VERIFIED = Label("Cấp trên thẩm định", "Verified by the level above")
SIGNED = Label("Ký", "Signature")

ABOVE_MAXIMUM = Label(
    "Điểm tối đa của tiêu chí {code} là {most}.",
    "Criterion {code} has at most {most} {most:point|points}.",
)
NOT_IN_STEPS = Label("Điểm chấm theo bước {step}.", "Scores go in steps of {step}.")
NOT_IN_SET = Label(
    "Bộ tiêu chí của năm này không có tiêu chí {code}.",
    "The criteria set of this year has no criterion {code}.",
)
NO_SUCH_SET = Label(
    "Máy này không có bộ tiêu chí mang mã này.", "There is no criteria set of this code here."
)
CLOSED_ALREADY = Label(
    "Phiếu của năm này đã thẩm định xong nên không sửa nữa.",
    "The sheet of this year has been verified, so it is changed no more.",
)
SCORES = ("self_score", "verified_score")


def self_total(values: Values) -> float | None:
    """The sum of the centre's own scores; ``None`` if there are none."""
    return _total(values, "self_score.")


def verified_total(values: Values) -> float | None:
    """The sum of the verified scores; ``None`` if there are none."""
    return _total(values, "verified_score.")


def self_rank(values: Values) -> Label | None:
    """The rank that the centre's own score earns by its set."""
    return RANKS.get(rank(_set_of(values), self_total(values)))


def verified_rank(values: Values) -> Label | None:
    """The rank that was verified; none while a criterion is unscored or it is not finished."""
    chosen = _set_of(values)
    if not is_finished(values) or unverified(values, chosen):
        return None
    return RANKS.get(rank(chosen, verified_total(values)))


def _set_of(values: Values) -> Values:
    return current().criteria_sets().get(str(values.get("criteria_set"))) or {}


def _total(values: Values, start: str) -> float | None:
    family = [value for name, value in values.items() if name.startswith(start)]
    scores = [value for value in family if _is_score(value)]
    return math.fsum(scores) if scores else None


def _is_score(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e6


class Evaluation(RecordSchema):
    record_type = "evaluation"
    label = Label("Đánh giá năm", "Yearly evaluation")
    help = Label(
        "Trung tâm tự chấm, cấp trên thẩm định; mỗi năm một phiếu.",
        "The centre scores itself, the level above verifies; one sheet a year.",
    )
    register = registers.EVALUATION
    clause = "II.4"
    natural_key = ("year",)
    title_field = "year"
    list_fields = (
        "year",
        "criteria_set",
        "status",
        "self_total",
        "verification",
        "verified_total",
        "signed_by",
    )
    derived = {
        "self_total": Derived(Label("Tổng điểm tự chấm", "Self-assessed total"), float, self_total),
        "verified_total": Derived(
            Label("Tổng điểm thẩm định", "Verified total"), float, verified_total
        ),
    }
    exported = {
        "self_rank": Exported(Label("Tự xếp loại", "Own rank"), self_rank),
        "verified_rank": Exported(Label("Xếp loại thẩm định", "Verified rank"), verified_rank),
    }

    year = Year(
        "Năm",
        "Year",
        Label("Năm được đánh giá.", "The year that is evaluated."),
        group=SHEET,
        required=True,
    )
    criteria_set = Reference(
        "Bộ tiêu chí",
        "Criteria set",
        Label("Mã của bộ đã dùng để chấm.", "The code of the set it is scored by."),
        to="criteria_set",
        group=SHEET,
        required=True,
        length=40,
    )
    status = Choice(
        "Tình trạng",
        "Status",
        STATUSES,
        Label("Đã ký là đã tự đánh giá.", "Self-assessed once it is signed."),
        group=SHEET,
        required=True,
    )
    self_score = PerCriterion(
        "Điểm tự chấm",
        "Self score",
        Score("Điểm tự chấm", "Self score", adds=LEVEL),
        help=Label("Không quá điểm tối đa.", "No more than the maximum."),
        group=SELF,
    )
    reason = PerCriterion(
        "Lý do",
        "Reason",
        Paragraph("Lý do", "Reason", length=1000),
        help=Label("Vì sao chấm như vậy.", "Why it is scored so."),
        group=SELF,
    )
    evidence = PerCriterion(
        "Minh chứng",
        "Evidence",
        Paragraph("Minh chứng", "Evidence", length=1000),
        help=Label("Sổ, quyết định, ảnh: ở đâu.", "Registers, decisions, photos: where."),
        group=SELF,
    )
    verified_score = PerCriterion(
        "Điểm thẩm định",
        "Verified score",
        Score("Điểm thẩm định", "Verified score", adds=LEVEL),
        help=Label("Do cấp trên chấm.", "Given by the level above."),
        owner=owners.DISTRICT,
        group=VERIFIED,
    )
    verified_reason = PerCriterion(
        "Lý do thẩm định",
        "Verifier's reason",
        Paragraph("Lý do thẩm định", "Verifier's reason", length=1000),
        help=Label("Khi khác điểm tự chấm.", "Where it differs from the self score."),
        owner=owners.DISTRICT,
        group=VERIFIED,
    )
    verification = Choice(
        "Thẩm định",
        "Verification",
        VERIFICATIONS,
        Label("Đến đâu rồi.", "How far it has got."),
        owner=owners.DISTRICT,
        group=VERIFIED,
    )
    verified_signature = Number(
        "Thẩm định lần ký thứ",
        "Of the signature no.",
        Label("Trung tâm ký lại thì thẩm định lại.", "Signed again, it is verified again."),
        owner=owners.DISTRICT,
        group=VERIFIED,
        adds=MARK,
    )
    returned_reason = Paragraph(
        "Lý do trả lại",
        "Why it was returned",
        Label("Trung tâm cần sửa gì.", "What the centre is to mend."),
        owner=owners.DISTRICT,
        group=VERIFIED,
        length=1000,
    )
    verified_by = Text(
        "Người thẩm định",
        "Verified by",
        Label("Họ tên, chức vụ, cơ quan.", "Name, post and office."),
        is_signatory=True,
        owner=owners.DISTRICT,
        group=VERIFIED,
        length=200,
        personal=SIGNING,
    )
    verified_on = Day(
        "Ngày thẩm định",
        "Verified on",
        Label("Ngày kết thúc thẩm định.", "The day on which it was finished."),
        owner=owners.DISTRICT,
        group=VERIFIED,
    )
    decision = Text(
        "Quyết định công nhận",
        "Decision of recognition",
        Label("Số, ký hiệu của quyết định.", "Its number."),
        owner=owners.DISTRICT,
        group=VERIFIED,
        length=80,
    )
    decided_on = Day(
        "Ngày công nhận",
        "Recognised on",
        Label("Ngày của quyết định.", "The day of the decision."),
        owner=owners.DISTRICT,
        group=VERIFIED,
    )
    reopened_reason = Paragraph(
        "Lý do mở lại",
        "Why it was reopened",
        Label(
            "Vì sao mở lại phiếu đã công nhận; trung tâm đọc được.",
            "Why a recognised sheet was opened again; the centre reads it.",
        ),
        owner=owners.DISTRICT,
        group=VERIFIED,
        length=500,
    )
    reopened_on = Day(
        "Ngày mở lại",
        "Reopened on",
        Label("Ngày mở lại gần nhất.", "The last time."),
        owner=owners.DISTRICT,
        group=VERIFIED,
    )
    superseded_decisions = Paragraph(
        "Quyết định không còn hiệu lực",
        "Superseded decisions",
        Label(
            "Mỗi lần mở lại một dòng: quyết định cũ, ngày và lý do mở lại.",
            "One line each time it was reopened: the decision, when and why.",
        ),
        owner=owners.DISTRICT,
        group=VERIFIED,
        length=20_000,
    )
    association_note = Paragraph(
        "Ý kiến của Hội Khuyến học huyện",
        "The district association's view",
        Label("Hội cùng tham gia đánh giá.", "The association takes part in the evaluation."),
        owner=owners.DISTRICT_ASSOCIATION,
        group=VERIFIED,
        length=1000,
    )
    signed_times = Number(
        "Lần ký",
        "Signed times",
        Label("Ký lại sau khi sửa thì thêm một lần.", "Once more each time it is signed again."),
        group=SIGNED,
        adds=MARK,
    )
    signed_by = Text(
        "Người ký",
        "Signed by",
        Label("Họ tên và chức vụ người ký phiếu.", "Name and post of who signs the sheet."),
        group=SIGNED,
        length=100,
        personal=SIGNING,
    )
    signed_on = Day(
        "Ngày ký", "Signed on", Label("Ngày ký phiếu.", "When it was signed."), group=SIGNED
    )

    @classmethod
    def row_errors(cls, values: Values, before: Values) -> dict[str, list[Label]]:
        """A row of a file is checked by the criteria set, and cannot change a closed evaluation."""
        sets, whole = current().criteria_sets(), {**before, **values}
        chosen = sets.get(str(whole.get("criteria_set")))
        if not any(before.get(name) != value for name, value in values.items()):
            return {}
        if stage(before) in CLOSED:
            return {"year": [CLOSED_ALREADY]}
        if chosen is None:
            return {"criteria_set": [NO_SUCH_SET]} if sets else {}
        silent = unreasoned(whole, chosen).items()
        unexplained = {n: labels for n, labels in silent if n.replace("reason", "score") in values}
        return {**unexplained, **check_scores(values, chosen)}

    @classmethod
    def example(cls) -> dict[str, Any]:
        return {
            "year": 2012,
            "criteria_set": "TTHTCD-VD",
            "status": "self_assessed",
            "self_score.1.1": 4.5,
            "self_score.1.2": 5,
            "self_score.2.1": 8,
            "reason.1.1": "Thiếu thủ quỹ từ tháng 9",
            "evidence.1.1": "Quyết định 24/QĐ-UBND",
            "signed_times": 1,
            "signed_by": "Bùi Văn Đẳng, Giám đốc",
            "signed_on": "2012-12-20",
        }


def check_scores(values: Values, criteria_set_values: Values) -> dict[str, list[Label]]:
    """What is wrong with the scores by that criteria set, by cell; empty if nothing is."""
    limits = {criterion.code: criterion.max for criterion in criteria(criteria_set_values)}
    step = criteria_set_values.get("step")
    errors = {}
    for name, value in values.items():
        family, _, code = name.partition(".")
        if family in SCORES and value is not None:
            errors[name] = _wrong(value, code, limits, step if _is_score(step) else 0)
    return {name: labels for name, labels in errors.items() if labels}


def _wrong(value: object, code: str, limits: dict[str, float], step: float) -> list[Label]:
    if code not in limits:
        return [NOT_IN_SET.filled(code=code)]
    if not _is_score(value) or value < 0 or value > limits[code]:
        return [ABOVE_MAXIMUM.filled(code=code, most=number(limits[code]))]
    if step and value % step:
        return [NOT_IN_STEPS.filled(step=number(step))]
    return []
