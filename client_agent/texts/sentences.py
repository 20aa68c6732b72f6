"""The texts themselves: Vietnamese, then English. The web pages have theirs beside their pages."""

from schemas.formatting.label import Label

from . import (
    commands,
    enrolling,
    keeping,
    link,
    machine,
    people,
    proving,
    sealing,
    siblings,
    sticks,
)

TEXTS: dict[str, Label] = {
    **link.TEXTS,
    **machine.TEXTS,
    **keeping.TEXTS,
    **sealing.TEXTS,
    **enrolling.TEXTS,
    **people.TEXTS,
    **sticks.TEXTS,
    **siblings.TEXTS,
    **proving.TEXTS,
    **commands.TEXTS,
}
