from reporting import attention
from sync.changes import CONFLICT, DELETED, Key
from sync.review import conflict_key


def test_a_conflict_tells_both_values_who_wrote_them_and_which_stands(land):
    one = land.activity(land.da_bac[0])
    land.clash(land.da_bac[0], one, venue=("Ở xã", "Ở xóm"))
    (found,) = attention.conflicts(land.db, land.province.store(), land.da_bac)

    assert ("venue", one) == (found.field, found.key.record_id)
    assert [("Ở xóm", "Hai"), ("Ở xã", "Một")] == [(w.value, w.by.author) for w in found.writes]
    assert [] == attention.conflicts(land.db, land.province.store(), land.kim_boi)


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
    (found,) = attention.about(land.db, land.province.store(), key)

    assert DELETED == found.field


def test_a_parked_change_tells_what_it_said_and_why_it_waits(land):
    land.park(land.da_bac[0], Key(land.kim_boi[0], "activity", "one"), venue="Ở xã")
    (found,) = attention.parked(land.db, land.province.store(), land.da_bac)

    assert ("outside the scope", {"venue": "Ở xã"}) == (found.reason, found.fields)
    assert ("Ai", "dabac", land.da_bac[0]) == (found.by.author, found.by.device, found.home)
    assert [] == attention.parked(land.db, land.province.store(), land.kim_boi)


def test_what_was_dealt_with_says_who_did_it_and_how(land):
    land.park(land.da_bac[0], Key(land.da_bac[0], "activity", "one"), venue="Ở xã")
    store = land.province.store()
    (before,) = attention.parked(land.db, store, land.da_bac)
    said = {"closed": ["declined", "Trùng"]}
    land.province.hub().write(before.notice.key, said, "tinh")
    (after,) = attention.parked(land.db, store, land.da_bac)

    assert before.ending is None
    assert ("tinh", "declined", "Trùng") == (
        after.ending.author,
        after.ending.how,
        after.ending.why,
    )
    assert 0 == attention.waiting(land.db, land.da_bac)
