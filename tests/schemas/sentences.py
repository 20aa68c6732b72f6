"""What holds for every module of sentences: both languages, and none said that is not there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = [ROOT / name for name in ("schemas", "reporting", "client_agent", "server")]


def one_sided(texts):
    """The sentences that lack a language, or whose languages have different blanks."""

    def blanks(text):
        return sorted(re.findall(r"{(\w+)}", text))

    def counted(text):
        return set(re.findall(r"{(\w+):", text))

    empty = [key for key, label in texts.items() if not all(map(str.strip, label))]
    odd = [key for key, (vi, en) in texts.items() if not counted(en) <= set(blanks(vi))]
    return empty + odd + [key for key, (vi, en) in texts.items() if blanks(vi) != blanks(en)]


def said(start, but):
    """The names beginning with ``start`` that any page or module says, and all quoted words."""
    files = [p for part in PARTS for p in part.rglob("*") if p.suffix in (".py", ".html")]
    text = "\n".join(p.read_text("utf-8") for p in files if p.name not in but.split())
    names = set(re.findall(rf'"({start}\.(?!csv")[a-z_]+[a-z])"', text))
    return names, {f"{start}.{name}" for name in re.findall(r'"([a-z_]+)"', text)}
