"""A view has a heading of its own for every column, whatever they are called."""

from sqlite_utils import Database

from reporting import readable_views
from schemas.record import get
from schemas.tables.columns import projection


def test_two_columns_of_one_name_are_told_apart():
    schema, db = get("activity"), Database(memory=True)
    db["centre"].create({"area": str, "name": str})
    db["code"].create({"record_type": str, "field": str, "code": str, "vi": str})
    hidden = {"_area": str, "_id": str, "_deleted": int}
    db["activity"].create({**hidden, **projection(schema).columns})
    readable_views.view(db, schema, ["title", "title", "category"])
    found = [column.name for column in db["Hoạt động"].columns]

    assert ["Trung tâm", "Tên hoạt động", "Tên hoạt động (title)", "Lĩnh vực"] == found
