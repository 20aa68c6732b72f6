from dataclasses import replace

from client_agent import config
from client_agent.syncing import receipts
from sync.check_words import check
from sync.merge import total
from sync.wire import seal


def test_there_is_none_before_the_first_sync(agent):
    assert receipts.last(agent) is None


def test_the_words_are_those_of_what_both_ends_hold(agent, province, write):
    write(agent)
    agent.sync()
    held = receipts.last(agent)
    digest = total(province.hub.store.digests({"a1", "published"}).values())

    assert (1, check(digest), True) == (held.head, held.words, held.signed)
    assert digest == int(held.digest, 16)


def test_the_signed_answer_is_kept_and_proves_the_receipt(agent, province, write):
    write(agent)
    agent.sync()
    answer = receipts.confirmation(agent)
    here = agent.store().checkpoint().receipt

    assert (here.head, here.wall, here.digest) == (answer.head, answer.wall, answer.digest)


def test_an_answer_that_somebody_else_signed_proves_nothing(agent, write):
    write(agent)
    agent.sync()
    stranger = config.key_text(seal.public_key(seal.new_seed()))
    config.save(agent.folder, replace(agent.settings, server_key=stranger))

    assert receipts.confirmation(agent) is None
    assert not receipts.last(agent).signed


def test_the_answer_under_an_older_receipt_does_not_prove_a_newer(agent, write):
    agent.sync()
    store = agent.store()
    here = store.checkpoint()
    store.save_checkpoint(here._replace(receipt=here.receipt._replace(head=9)))

    assert not receipts.last(agent).signed
