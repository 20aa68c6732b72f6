"""A table that overwrote something, and what is kept to undo it."""

from sync.stores.batches import Batch
from sync.stores.imports import Imports


def import_table(replica, folder, key, **values):
    """Set the values of a record by a table, as an import does."""
    imports = Imports.below(folder, replica.store)
    imports.begin(Batch("b1", key.record_type, key.area, "so.csv", "Lan", 1), [["a"]])
    at = replica.store.load([key])[key].at
    imports.confirm("b1", [(2, key, values, str(at))])
    imports.work("b1", replica)


def kept(db):
    """What stood there before, as it is kept to be put back."""
    return [text for (text,) in db.conn.execute("select before from batch_write").fetchall()]
