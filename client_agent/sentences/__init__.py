"""The texts themselves: Vietnamese, then English. The web pages have theirs beside their pages."""

from schemas.fields import Label

from . import link, machine, people

TEXTS: dict[str, Label] = {**link.TEXTS, **machine.TEXTS, **people.TEXTS}
