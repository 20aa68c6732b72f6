"""Standard streams that can say Vietnamese, whatever code page the computer has.

With output to a pipe or a file Python writes in the code page of the system: on a Windows of
Western or Vietnamese make (cp1252, cp1258) the first "ư" ended the program.
"""

from __future__ import annotations

import codecs
import io
import sys
from typing import NoReturn

_REFUSE = "khuyenhoc.refuse"


class NotUtf8(ValueError):
    """What came in by the standard input is text in another encoding."""


def use_utf8() -> None:
    """Let all three standard streams speak UTF-8.

    What no text can hold is written escaped; reading it raises ``NotUtf8``.
    """
    for stream, errors in (
        (sys.stdin, _REFUSE),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):  # pythonw has none, tests may have others
            stream.reconfigure(encoding="utf-8", errors=errors)


def _refuse(error: UnicodeError) -> NoReturn:
    raise NotUtf8 from error


codecs.register_error(_REFUSE, _refuse)
