"""A table that overwrote something, and what is kept of that to take it back."""

from sync.stores.batches import Batch
from sync.stores.intakes import Intakes


def bring(replica, folder, key, **values):
    """Set the values of a record by a table, as an import does."""
    found = Intakes(replica.store, folder / "intakes")
    found.begin(Batch("b1", key.record_type, key.area, "so.csv", "Lan", 1), [["a"]])
    at = replica.store.load([key])[key].at
    found.confirm("b1", [(2, key, values, str(at))])
    found.work("b1", replica)


def kept(db):
    """What stood there before, as it is kept to be put back."""
    return [text for (text,) in db.conn.execute("select before from batch_write").fetchall()]
