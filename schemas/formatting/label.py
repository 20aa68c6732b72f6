"""A text in both languages of the system; every sentence that people read is one."""

from __future__ import annotations

from string import Formatter
from typing import NamedTuple

LANGUAGES = ("vi", "en")


class Label(NamedTuple):
    """A name or a sentence, Vietnamese first.

    English has words for one and words for more: ``{count} {count:row is|rows are} left``.
    """

    vi: str
    en: str

    def say(self, lang: str) -> str:
        """The text in ``lang``; Vietnamese if that is not a language of ours."""
        return self.en if lang == "en" else self.vi

    def filled(self, **values: object) -> Label:
        """The label with its ``{blanks}`` filled; a label in a blank has both languages."""
        return Label(_filled(self.vi, "vi", values), _filled(self.en, "en", values))


class _Counting(Formatter):
    """Fills blanks; of ``{count:one|more}`` it takes the word that goes with the count."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, more = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else more


def _filled(text: str, lang: str, values: dict[str, object]) -> str:
    texts = {k: v.say(lang) if isinstance(v, Label) else v for k, v in values.items()}
    return _Counting().format(text, **texts)
