"""All that a parked change said, where its notice has only the beginning."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from sync import attention
from sync.clock import Timestamp
from sync.freshness import Asking
from sync.merge import Record
from sync.messages import Question

if TYPE_CHECKING:
    from ..agent import Agent


def whole(agent: Agent, notice: Record) -> Record:
    """The notice with the whole content: of our own log, or else asked of the province.

    What the province no longer has stays as it is.

    :raises SyncError: if the province cannot be asked now
    """
    found = attention.whole(agent.store(), notice)
    if not attention.is_cut(found):
        return found
    at = Timestamp.parse(notice.key.record_id)
    with closing(agent.lines()) as lines:
        inquire = Asking(agent.replica(), lines.inquire)
        changes = inquire(Question(agent.replica().name, stamps=(at,))).changes
    for change in changes:
        if change.at == at:
            cell = notice.cells["fields"]._replace(value=dict(change.fields))
            return replace(notice, cells={**notice.cells, "fields": cell})
    return found
