"""The texts themselves: Vietnamese, then English. The web pages have theirs beside their pages."""

from schemas.label import Label

from . import commands, link, machine, people

TEXTS: dict[str, Label] = {
    **link.TEXTS,
    **machine.TEXTS,
    **people.TEXTS,
    **commands.TEXTS,
}
