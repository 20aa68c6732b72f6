"""Short ways to say which change."""

from sync.changes import Change, Entry, Key
from sync.clock import Timestamp
from sync.merge import Record, merge

KEY = Key("79-01", "activity", "1")


def stamp(number, replica="a.1"):
    return Timestamp(number, 0, replica)


def change(number, replica="a.1", key=KEY, **fields):
    return Change(key, fields, stamp(number, replica), {}, "Lan", replica, number)


def entry(number, replica="a.1", feed="", reason="", **more):
    return Entry(change(number, replica, **more), feed, reason)


def record(key=KEY, number=1, **fields):
    return merge(Record(key), change(number, key=key, **fields))
