"""How the demo tells what happens: Vietnamese, and the same in English below it."""

from __future__ import annotations

from collections.abc import Mapping

import click

from schemas.formatting.vietnamese import number

WIDTH = 34


def tell(vi: str, en: str) -> None:
    """One thing that happened."""
    click.echo(f"\n{vi}\n  {click.style(en, dim=True)}")


def line(text: str) -> None:
    """A detail of the last step."""
    click.echo(f"    {text}")


def comparison(
    before: Mapping[str, float], expected: Mapping[str, float], actual: Mapping[str, float]
) -> list[str]:
    """Return the lines of a table: each figure before, what was entered, and what is there now."""
    heads = ("", "trước / before", "đã nhập / entered", "bây giờ / now", "")
    return [
        _row(heads),
        *(
            _row(
                (
                    name,
                    number(before.get(name, 0)),
                    f"+{number(should - before.get(name, 0))}",
                    number(actual.get(name, 0)),
                    "✓" if actual.get(name, 0) == should else "✗",
                )
            )
            for name, should in expected.items()
        ),
    ]


def _row(cells: tuple[str, ...]) -> str:
    name, *figures, mark = cells
    return f"{name:<{WIDTH}}" + "".join(f"{figure:>20}" for figure in figures) + f"  {mark}"
