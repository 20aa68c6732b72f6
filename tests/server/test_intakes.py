"""What is kept to take a table back names nobody who was erased since."""

from server import intakes
from sync.changes import Key
from tests.brought import bring, kept


def test_what_was_changed_since_is_let_go_and_what_was_not_is_kept(province, config):
    keys = [Key(province.internal, "evaluator", name) for name in ("one", "two")]
    for key in keys:
        province.hub().write(key, {"name": "Bùi Thị Hoa"}, "Lan")
        bring(province.hub(), config.folder, key, name="Xa Văn Lạ")
        intakes.tidy(province)
        before = kept(province.db())
        province.hub().write(key, {"name": None}, "Lan")
        intakes.tidy(province)

        assert ['{"name":"Bùi Thị Hoa"}'] == before
        assert [] == kept(province.db())
