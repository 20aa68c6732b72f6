"""Settings that every machine of the province rests on survive a flipped bit."""

import pytest

from server import settings
from server.province import Province


@pytest.mark.parametrize("name", ["published", "internal", "salt"])
@pytest.mark.parametrize(
    "sql",
    [
        "update setting set value = 'x' || value where name = ?",
        "update setting set name = 'x' || name where name = ?",
    ],
)
def test_a_setting_that_has_changed_on_the_disk_is_the_one_that_was_written(
    province, db, name, sql, caplog
):
    right = settings.read(db)
    db.execute(sql, [name])
    province.close()
    again = Province(province.config)

    assert right[name] == settings.read(again.db())[name]
    assert right["published"] == again.published
    assert right[name] == again.db().table("setting").get(name)["value"]
    assert f"“{name}”" in caplog.text
    again.close()


def test_a_copy_that_has_changed_counts_for_nothing(province, db):
    right = settings.read(db)
    db.execute("update setting_copy set value = 'x'")
    province.close()
    again = Province(province.config)

    assert right == settings.read(again.db())
    assert {right[name] for name in settings.FIXED} == {
        row["value"] for row in again.db()["setting_copy"].rows
    }
    again.close()


def test_a_setting_that_is_changed_by_order_stays_so(db):
    settings.change(db, "title", "Tỉnh Phú Thọ")
    settings.keep_copies(db)

    assert "Tỉnh Phú Thọ" == settings.read(db)["title"]
