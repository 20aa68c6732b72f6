"""The texts themselves: Vietnamese, then English. The web pages have theirs beside their pages."""

from schemas.formatting.label import Label

from . import (
    commands,
    connection,
    database,
    encryption,
    enrolment,
    machine,
    people,
    siblings,
    usb,
    verification,
)

TEXTS: dict[str, Label] = {
    **connection.TEXTS,
    **machine.TEXTS,
    **database.TEXTS,
    **encryption.TEXTS,
    **enrolment.TEXTS,
    **people.TEXTS,
    **usb.TEXTS,
    **siblings.TEXTS,
    **verification.TEXTS,
    **commands.TEXTS,
}
