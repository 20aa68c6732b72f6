"""How far the evaluation of a year has got, and what the level above may say of it.

The centre signs, the district verifies or sends it back. What the district says is about one
signature: when the centre signs again, it waits to be verified again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..formatting.label import Label
from .criteria import criteria

Values = Mapping[str, object]

STATUSES = {
    "draft": Label("Đang chấm", "Draft"),
    "self_assessed": Label("Đã tự đánh giá", "Self-assessed"),
}
VERIFICATIONS = {
    "verifying": Label("Đang thẩm định", "Being verified"),
    "returned": Label("Trả lại", "Returned"),
    "verified": Label("Đã thẩm định", "Verified"),
    "recognised": Label("Đã công nhận", "Recognised"),
}
MISSING, DRAFT, SIGNED = "missing", "draft", "self_assessed"
VERIFYING, RETURNED, VERIFIED, RECOGNISED = VERIFICATIONS
STAGES = {
    MISSING: Label("chưa có phiếu", "missing"),
    DRAFT: STATUSES[DRAFT],
    SIGNED: Label("Chờ thẩm định", "To be verified"),
    **VERIFICATIONS,
}
OPEN = (SIGNED, VERIFYING)  # while the district may score
CLOSED = (VERIFIED, RECOGNISED)  # when the centre changes nothing any more

REASON_NEEDED = Label(
    "Điểm thẩm định khác điểm tự chấm nên cần ghi lý do.",
    "The verified score differs from the centre's own, so a reason is needed.",
)
NOT_VERIFIED = Label("Chưa có điểm thẩm định.", "Not verified yet.")
NEEDED = Label("Cần ghi mục này.", "This is needed.")


def stage(values: Values) -> str:
    """The code of the stage in ``STAGES``; the values may be those of columns."""
    status, verification = values.get("status"), values.get("verification")
    if not status:
        return MISSING
    if verification in VERIFICATIONS and _is_about_now(values, status == SIGNED):
        return str(verification)
    return SIGNED if status == SIGNED else DRAFT


def signatures(values: Values) -> int:
    """How often the centre has signed; sheets of older programs do not say, but are signed."""
    times = values.get("signed_times")
    if isinstance(times, int) and not isinstance(times, bool):
        return times
    return 1 if values.get("status") == SIGNED else 0


def next_signature(values: Values) -> int:
    """The number of the signature that the centre is about to make: one that nobody judged."""
    about = values.get("verified_signature")
    return max(signatures(values), about if isinstance(about, int) else 0) + 1


def _is_about_now(values: Values, is_signed: bool) -> bool:
    """Whether the decision of the district is about the sheet as it is signed now.

    A sheet that was returned is being scored again as soon as the centre opens it.
    """
    about = values.get("verified_signature")
    return is_signed and (not isinstance(about, int) or about >= signatures(values))


def differs(values: Values, code: str) -> bool:
    """Whether the two scores of a criterion are there and not the same."""
    verified = values.get(f"verified_score.{code}")
    return verified is not None and verified != values.get(f"self_score.{code}")


def unreasoned(values: Values, set_: Values) -> dict[str, list[Label]]:
    """Where the verified score is another than the centre's own, and nobody says why."""
    wanted = (c.code for c in criteria(set_) if differs(values, c.code))
    silent = (code for code in wanted if not values.get(f"verified_reason.{code}"))
    return {f"verified_reason.{code}": [REASON_NEEDED] for code in silent}


def is_finished(values: Values) -> bool:
    """Whether the verified scores stand; of old sheets nothing but scores is known."""
    return not values.get("verification") or stage(values) in CLOSED


def unverified(values: Values, set_: Values) -> dict[str, list[Label]]:
    """The criteria that have no verified score yet."""
    names = (f"verified_score.{c.code}" for c in criteria(set_))
    return {name: [NOT_VERIFIED] for name in names if values.get(name) is None}


def unsaid(values: Values, names: Iterable[str]) -> dict[str, list[Label]]:
    return {name: [NEEDED] for name in names if not values.get(name)}
