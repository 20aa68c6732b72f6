from reporting import attention
from sync.changes import CONFLICT, DELETED, Key
from sync.decisions import is_waiting
from sync.review import conflict_key


def test_a_conflict_is_a_notice_of_its_area_and_of_no_other(land):
    one = land.activity(land.da_bac[0])
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))
    (notice,) = attention.notices(land.db, land.da_bac)

    assert conflict_key(Key(land.da_bac[0], "activity", one), "venue") == notice.key
    assert [] == attention.notices(land.db, land.kim_boi)


def test_a_conflict_that_was_closed_waits_for_nobody(land):
    one = land.activity(land.da_bac[0])
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))
    key = conflict_key(Key(land.da_bac[0], "activity", one), "venue")
    writes = land.province.store().load([key])[key].values["writes"]
    before = attention.waiting(land.db, land.da_bac)
    land.province.hub().write(key, {"closed": list(writes)}, "Người phân xử")

    assert CONFLICT == key.record_type
    assert 1 == before
    assert 0 == attention.waiting(land.db, land.da_bac)
    assert {} == attention.disputed(land.db, land.da_bac)


def test_an_edit_of_a_record_deleted_meanwhile_is_a_conflict_of_its_deletion(land):
    one = land.activity(land.da_bac[0])
    hub, key = land.province.hub(), Key(land.da_bac[0], "activity", one)
    opened = land.province.store().load([key])[key]
    hub.write(key, {DELETED: True}, "Một", opened)
    hub.write(key, {"venue": "Ở xã"}, "Hai", opened)
    (notice,) = attention.about(land.db, key)

    assert DELETED == notice.values["field"]


def test_a_parked_change_is_a_notice_also_after_it_was_answered(land):
    land.park(land.da_bac[0], Key(land.kim_boi[0], "activity", "one"), venue="Ở xã")
    (before,) = attention.notices(land.db, land.da_bac)
    land.province.hub().write(before.key, {"closed": ["declined", "Trùng"]}, "tinh")
    (after,) = attention.notices(land.db, land.da_bac)

    assert (True, False) == (is_waiting(before), is_waiting(after))
    assert [] == attention.notices(land.db, land.kim_boi)
    assert 0 == attention.waiting(land.db, land.da_bac)
