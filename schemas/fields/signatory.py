"""Whether a text names a person who signs, or is only the name of an account.

Programs before 0.2 put the login name of whoever verified where a person's name belongs. It is
kept as it was stored, and shown as what it is.
"""

from __future__ import annotations

from ..formatting.label import Label

ACCOUNT = Label("tài khoản «{name}» (chưa ghi họ tên)", "account “{name}” (no person named)")
NOT_A_PERSON = Label(
    "Hãy ghi họ tên và chức vụ của người thẩm định, ví dụ: Hà Thị Mai, Phó Trưởng phòng. Tên tài "
    "khoản không thay cho họ tên.",
    "Give the name and post of the person who verified, such as: Hà Thị Mai, Deputy Head. The name "
    "of an account does not stand for a person's.",
)


def names_a_person(text: str) -> bool:
    """A family name and a given name at least."""
    return len(text.split()) > 1


def shown(text: object, lang: str) -> str:
    """Who signed, as a person reads it."""
    if not isinstance(text, str) or not text.strip():
        return ""
    return text if names_a_person(text) else ACCOUNT.filled(name=text).say(lang)
