"""Long values shortened to their beginning: for notices and conflicts, which travel far.

The whole value is in every log that has the change, under its timestamp.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import blake2b

LONG = 1000  # letters of a value, as JSON, that is not shortened
BEGINNING = 200  # letters that are kept of a longer one
ALL = 4000  # letters that are kept of a change
_NAMES = {"beginning", "letters", "digest"}
_DIGEST = re.compile("[0-9a-f]{32}")
_MOST = 1 << 32  # letters: no message holds as many


def shortened(value: object, most: int = LONG) -> object:
    """The value, or where it has more than ``most`` letters as JSON, what tells it from others."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if len(text) <= most or is_shortened(value):
        return value
    beginning = value if isinstance(value, str) else text
    digest = blake2b(text.encode(), digest_size=16).hexdigest()
    return {"beginning": beginning[:BEGINNING], "letters": len(text), "digest": digest}


def shortened_fields(fields: Mapping[str, object]) -> dict[str, object]:
    """What a change sets, with long values by their beginning; some kB at the most.

    If there are too many fields, the text of all is one value under an empty name.
    """
    for most in (LONG, BEGINNING):
        short = {name: shortened(value, most) for name, value in fields.items()}
        if len(json.dumps(short, ensure_ascii=False)) <= ALL:
            return short
    return {"": shortened(dict(fields))}


def is_shortened(value: object) -> bool:
    """Whether the value may be such a beginning; only the whole can tell.

    Whatever passes for one is short itself: it is not shortened again.
    """
    if not isinstance(value, dict) or value.keys() != _NAMES:
        return False
    text, count, digest = (value[name] for name in ("beginning", "letters", "digest"))
    is_short = isinstance(text, str) and len(text) <= BEGINNING
    is_count = type(count) is int and 0 < count < _MOST
    return is_short and is_count and isinstance(digest, str) and bool(_DIGEST.fullmatch(digest))


def beginning(value: object) -> object:
    """What can be shown of a value: itself, or its beginning."""
    if isinstance(value, dict) and is_shortened(value):
        return f"{value['beginning']}…"
    return value
