"""What differs between the centre and the province when a table is imported.

Each application implements ``Host`` once, in its own ``web/imports/host.py``. All answers are
for the person who is logged in; ``elsewhere`` carries that person into another thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from schemas.importing.existing import ExistingRecords
from schemas.importing.layout import Layout
from schemas.record import RecordSchema
from sync.merge import Record
from sync.replica import Replica
from sync.stores.batches import Batch
from sync.stores.exports import Elsewhere
from sync.stores.imports import Imports

Schema = type[RecordSchema]
View = Callable[..., Any]


class Host(Protocol):
    """Whose tables these are, what a person may import, and how the pages are framed."""

    def guard(self, view: View) -> View:
        """``view`` for people who are logged in."""

    def schema(self, record_type: str) -> Schema:
        """The type, if the person may import tables of it.

        :raises HTTPException: 403 or 404 if not
        """

    def imports(self) -> Imports: ...

    def replica(self) -> Replica:
        """The replica that writes the records."""

    def now(self) -> int:
        """The time in ms."""

    def memory_owner(self) -> str:
        """The key under which answers about files are remembered: who shares them."""

    def owns(self, batch: Batch) -> bool:
        """Whether the person may see and confirm that import."""

    def area(self, schema: Schema) -> str:
        """The area of all records of a table; empty if each row says whose it is."""

    def role(self) -> str:
        """The owner of fields as whom the person fills in cells."""

    def takes_centre(self, schema: Schema) -> bool:
        """Whether a column may say which centre a row belongs to."""

    def centres(self, schema: Schema) -> Sequence[tuple[str, str]]:
        """Area and name of the centres that a person can choose for all rows; usually none."""

    def existing(self, batch: Batch, layout: Layout) -> ExistingRecords:
        """The records that rows of the table are compared with."""

    def may_write(self, schema: Schema, record: Record) -> bool:
        """Whether the person may write that record, or add it if it has no cells."""

    def after_step(self) -> None:
        """Called after each transaction of an import."""

    def elsewhere(self) -> Elsewhere:
        """Wraps work for another thread, in the name of the person and with their rights."""

    def on_failure(self, show: Callable[[str], str]) -> None:
        """Let an error of this request show the page again, with a sentence."""

    def lead(self, schema: Schema) -> str:
        """The key of the sentence above the form that chooses a file."""

    def list_address(self, schema: Schema) -> str:
        """The page that lists the records of that type."""

    def record_address(self, record_type: str, area: str, record_id: str) -> str: ...

    def blank_address(self, schema: Schema) -> str:
        """The workbook with the columns alone, to be filled in."""

    def page(self, template: str, schema: Schema, **values: Any) -> str:
        """The template in the frame of this application's pages."""
