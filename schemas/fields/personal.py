"""Why something about a person is kept, for how long, and whether the person must agree.

The law on personal data (91/2025/QH15) wants a purpose for each datum, silence being no
consent. Of children there are counts; a child's name is stored only with the consent of
its guardian, from the age of seven also its own.
"""

from __future__ import annotations

from typing import NamedTuple

from ..formatting.label import Label


class Personal(NamedTuple):
    """``consent`` names the field with the day of consent; empty: the law does not ask for it."""

    purpose: Label
    years: int  # how long it is kept after the record's last change
    consent: str = ""

    def needing(self, consent: str) -> Personal:
        """The same, but only with the consent that the field of that name tells of."""
        return self._replace(consent=consent)

    def notice(self) -> Label:
        """The notice for the person who fills in the field."""
        return (
            WITH_CONSENT.filled(**self._asdict()) if self.consent else KEPT.filled(**self._asdict())
        )


KEPT = Label(
    "Dùng để {purpose}; lưu {years} năm.", "Kept to {purpose}; for {years} {years:year|years}."
)
WITH_CONSENT = Label(
    "Chỉ ghi khi đã đồng ý. Dùng để {purpose}; lưu {years} năm.",
    "Only with consent. Kept to {purpose}; for {years} {years:year|years}.",
)
POSTS = Personal(Label("biết ai phụ trách việc gì", "know who is in charge of what"), 5)
TEACHING = Personal(Label("mời người dạy phù hợp", "invite who can teach"), 5)
SIGNING = Personal(Label("biết ai đã ký", "know who signed"), 10)
RECOGNITION = Personal(Label("biểu dương, khen thưởng", "praise and reward"), 10)
DONATIONS = Personal(Label("công khai quỹ theo quy định", "give account of the fund"), 10)
CONTACT = Personal(Label("liên hệ công việc", "get in touch about the work"), 2)
