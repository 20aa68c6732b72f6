from reporting import history
from sync.changes import Key


def test_every_value_of_a_field_is_kept_with_who_wrote_it_and_the_standing_one_is_marked(land):
    one = land.activity(land.da_bac[0], attendance_count=40)
    land.wall.pass_hours(1)
    land.write(land.da_bac[0], record_id=one, author="Đinh Văn Mạnh", attendance_count=45)
    key = Key(land.da_bac[0], "activity", one)
    store = land.province.store()
    values = history.by_field(store, key)

    assert ["attendance_count"] == list(values)
    assert [(45, "Đinh Văn Mạnh", True), (40, "Bùi Thị Hoa", False)] == [
        (v.value, v.by.author, v.is_current) for v in values["attendance_count"]
    ]
    assert ["Đinh Văn Mạnh", "Bùi Thị Hoa"] == [w.author for w in history.history(store, key)]


def test_a_centres_clock_is_corrected_by_how_far_it_ran_ahead():
    by = history.Writing(
        "Ai", "d", claimed=1_000_000, offset=400_000, received=700_000, reason="", fields={}
    )

    assert 600_000 == by.corrected


def test_a_clock_that_is_right_needs_no_correction():
    by = history.Writing(
        "Ai", "d", 1_000_000, offset=59_999, received=2_000_000, reason="", fields={}
    )

    assert 0 == by.corrected


def test_nothing_was_written_after_it_was_taken_in():
    by = history.Writing(
        "Ai", "d", claimed=9_000_000, offset=0, received=700_000, reason="", fields={}
    )

    assert 700_000 == by.corrected
