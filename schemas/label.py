"""A text in both languages of the system; every sentence that people read is one."""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("vi", "en")


class Label(NamedTuple):
    """A name or a sentence, Vietnamese first."""

    vi: str
    en: str

    def say(self, lang: str) -> str:
        """The text in ``lang``; Vietnamese if that is not a language of ours."""
        return self.en if lang == "en" else self.vi

    def filled(self, **values: object) -> Label:
        """The label with its ``{blanks}`` filled; a label in a blank is said in each language."""
        return Label(_filled(self.vi, "vi", values), _filled(self.en, "en", values))


def _filled(text: str, lang: str, values: dict[str, object]) -> str:
    return text.format(**{k: v.say(lang) if isinstance(v, Label) else v for k, v in values.items()})
