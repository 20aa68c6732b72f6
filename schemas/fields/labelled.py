"""What every kind of field has: its label, its help, its owner and its place in the form."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from .. import texts
from ..formatting.label import Label
from .personal import Personal


class Labelled(fields.Field[Any]):
    """A marshmallow field that people can read.

    ``owner`` may change it, see ``owners``; without one it belongs to the owner of its record
    type. ``personal`` says why something about a person is kept, and for how long. ``adds`` says
    how a number adds up.
    """

    default_error_messages = {"required": [texts.REQUIRED], "null": [texts.REQUIRED]}
    sample: Any = None  # what the field could hold, for examples
    adds: str = ""  # how it adds up, see ``adding``; here only where that is right for a kind

    @classmethod
    def is_abstract(cls) -> bool:
        """Whether it is only the base of kinds, and no record type declares it."""
        return "abstract" in vars(cls)

    def __init__(
        self,
        vi: str = "",
        en: str = "",
        help: Label | None = None,
        *,
        owner: str = "",
        group: Label | None = None,
        **kwargs: Any,
    ) -> None:
        self.label = Label(vi, en)
        self.adds: str = kwargs.pop("adds", "") or type(self).adds
        self.help = help
        self.owner = owner
        self.group = group
        self.personal: Personal | None = kwargs.pop("personal", None)
        if not kwargs.get("required"):
            kwargs.setdefault("load_default", None)
        super().__init__(**kwargs)
