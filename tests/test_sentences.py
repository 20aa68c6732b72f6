"""No sentence takes the place of another that has the same name in the next file."""

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLES = {  # files whose tables of sentences become one
    "commands of the server": ["server/texts/*.py"],
    "pages of the server": ["server/web/**/*texts.py"],
    "sentences of the agent": ["client_agent/texts/*.py"],
    "pages of the agent": ["client_agent/web/**/*texts.py"],
}


def names(path):
    """The names of the sentences that stand in that file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for key, value in zip(node.keys, node.values, strict=True) if _is_dict(node) else ():
            if isinstance(key, ast.Constant) and isinstance(value, ast.Call):
                yield key.value


def _is_dict(node):
    return isinstance(node, ast.Dict)


@pytest.mark.parametrize("patterns", TABLES.values(), ids=TABLES)
def test_every_sentence_has_a_name_of_its_own(patterns):
    paths = {path for pattern in patterns for path in ROOT.glob(pattern)}
    counts = Counter(name for path in sorted(paths) for name in names(path))

    assert len(counts) > 10
    assert [] == [name for name, count in counts.items() if count > 1]
