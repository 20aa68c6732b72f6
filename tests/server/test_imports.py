"""What is kept to take a table back names nobody who was erased since."""

from server import imports
from sync.changes import Key
from tests.imported import import_table, kept


def test_what_was_changed_since_is_let_go_and_what_was_not_is_kept(province, config):
    keys = [Key(province.internal, "evaluator", name) for name in ("one", "two")]
    for key in keys:
        province.hub().write(key, {"name": "Bùi Thị Hoa"}, "Lan")
        import_table(province.hub(), config.folder, key, name="Xa Văn Lạ")
        imports.tidy(province)
        before = kept(province.db())
        province.hub().write(key, {"name": None}, "Lan")
        imports.tidy(province)

        assert ['{"name":"Bùi Thị Hoa"}'] == before
        assert [] == kept(province.db())
