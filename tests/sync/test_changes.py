"""The smallest rules of all."""

from sync.changes import device_of, difference


def test_the_difference_is_what_is_new_or_other():
    before = {"title": "a", "women": 1, "note": None}

    assert {"women": 2, "venue": ""} == difference(before, {**before, "women": 2, "venue": ""})
    assert {} == difference(before, {"title": "a"})


def test_what_is_equal_to_a_person_is_no_difference():
    assert {} == difference({"score": 2, "list": [1]}, {"score": 2.0, "list": [1.0]})
    assert {"score": "2"} == difference({"score": 2}, {"score": "2"})


def test_the_device_of_a_replica_is_before_the_dot():
    assert "centre-7" == device_of("centre-7.Ab3dE9xQ0")
