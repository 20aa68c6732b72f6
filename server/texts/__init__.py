"""Every sentence of the server outside the office pages (``web/texts``), in both languages."""

from __future__ import annotations

from schemas.formatting.label import Label

from . import administration, bundles, commands, drill, faults, keys, recovery

TEXTS: dict[str, Label] = {
    **faults.FAULTS,
    **administration.TEXTS,
    **bundles.TEXTS,
    **commands.TEXTS,
    **drill.TEXTS,
    **keys.TEXTS,
    **recovery.TEXTS,
}
