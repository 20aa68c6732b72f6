"""The whole content of a parked change, where its notice has only the beginning."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from sync import decisions
from sync.clock import Timestamp
from sync.freshness import Asking
from sync.merge import Record
from sync.messages import Question

from ..workspace import Workspace


def whole(workspace: Workspace, notice: Record) -> Record:
    """The notice with the whole content, from our own log or from the province.

    If the province no longer has it, the notice is returned unchanged.

    :raises SyncError: if the province cannot be asked now
    """
    longer = decisions.whole(workspace.store(), notice)
    if not decisions.is_cut(longer):
        return longer
    at = Timestamp.parse(notice.key.record_id)
    with closing(workspace.connect()) as pipeline:
        inquire = Asking(workspace.replica(), pipeline.inquire)
        changes = inquire(Question(workspace.replica().name, stamps=(at,))).changes
    for change in changes:
        if change.at == at:
            cell = notice.cells["fields"]._replace(value=dict(change.fields))
            return replace(notice, cells={**notice.cells, "fields": cell})
    return longer
