"""Tokens: shown once, kept hashed, good within their scope and time."""

import pytest

from server.tokens import tokens
from server.tokens.tokens import DAY, NameTaken, NoSuchToken, Scope, Wanted

WIDE = Wanted("Sở", Scope(), "quantri")


def test_a_token_is_known_by_its_letters_and_nowhere_written_down(db, config):
    secret = tokens.make(db, WIDE, 1)
    db.conn.execute("pragma wal_checkpoint(truncate)")

    assert "Sở" == tokens.bearer(db, secret, 2).name
    assert tokens.bearer(db, secret + "x", 2) is None
    assert secret.encode() not in config.database.read_bytes()


def test_it_says_what_it_is_good_for(db):
    scope = Scope("u1", frozenset({"activity"}), personal=True)
    secret = tokens.make(db, Wanted("Sở", scope, "quantri"), 1)

    assert scope == tokens.bearer(db, secret, 2).scope


def test_it_ends_with_its_days_and_when_it_is_revoked(db):
    short = tokens.make(db, Wanted("Ngắn", Scope(), "x", days=1), 0)
    long = tokens.make(db, Wanted("Dài", Scope(), "x"), 0)

    assert tokens.bearer(db, short, DAY - 1)
    assert tokens.bearer(db, short, DAY) is None
    tokens.revoke(db, " Dài ", 5)
    assert tokens.bearer(db, long, 6) is None


def test_a_name_is_free_again_when_its_token_has_ended(db):
    old = tokens.make(db, WIDE, 1)
    with pytest.raises(NameTaken):
        tokens.make(db, WIDE, 2)
    tokens.revoke(db, "Sở", 3)
    new = tokens.make(db, WIDE, 4)

    assert tokens.bearer(db, old, 5) is None
    assert tokens.bearer(db, new, 5)


def test_a_token_without_a_name_or_that_is_not_there_is_refused(db):
    with pytest.raises(NameTaken):
        tokens.make(db, Wanted("  ", Scope(), "x"), 1)
    with pytest.raises(NoSuchToken):
        tokens.revoke(db, "nothing", 1)


def test_when_it_was_used_is_kept_about(db):
    secret = tokens.make(db, WIDE, 1)
    tokens.bearer(db, secret, DAY)

    assert DAY == tokens.everyone(db)[0].used
