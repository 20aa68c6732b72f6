"""What is true of every table of sentences: both languages, and a page for each."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = [ROOT / name for name in ("schemas", "reporting", "webui", "client_agent", "server")]


def one_sided(texts):
    """The sentences that lack a language, or whose languages have different blanks."""

    def blanks(text):
        return sorted(re.findall(r"{(\w+)}", text))

    def counted(text):
        return set(re.findall(r"{(\w+):", text))

    empty = [key for key, label in texts.items() if not all(map(str.strip, label))]
    odd = [key for key, (vi, en) in texts.items() if not counted(en) <= set(blanks(vi))]
    return empty + odd + [key for key, (vi, en) in texts.items() if blanks(vi) != blanks(en)]


def named(start, but):
    """The names beginning with ``start`` in pages and modules other than ``but``.

    And all words in quotes, of which such names may be built.
    """
    tables = {Path(module.__file__) for module in but}
    files = [p for part in PARTS for p in part.rglob("*") if p.suffix in (".py", ".html")]
    text = "\n".join(p.read_text("utf-8") for p in files if p not in tables)
    names = set(re.findall(rf'"({start}\.(?!csv")[a-z_]+[a-z])"', text))
    return names, {f"{start}.{name}" for name in re.findall(r'"([a-z_]+)"', text)}
