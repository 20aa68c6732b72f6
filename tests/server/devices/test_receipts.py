"""The words that the province shows of a device are those that the device shows."""

from dataclasses import replace

import pytest

from server.devices import receipts
from server.province import Province
from sync.check_words import check
from sync.exchange import Outcome
from sync.merge import total


@pytest.fixture
def computer(enrol):
    computer = enrol()
    computer.write(title="Lớp may")
    return computer


def _told(db, computer):
    return receipts.of_device(db, computer.certificate.device)


def test_there_is_none_of_a_device_that_never_synced(db, computer):
    assert (0, "") == (_told(db, computer).wall, _told(db, computer).words)


def test_both_ends_have_the_same_words_after_a_sync(db, computer):
    while computer.exchange() is not Outcome.SETTLED:
        pass
    receipt = computer.replica.store.checkpoint().receipt
    told = _told(db, computer)

    assert (receipt.wall, receipt.head) == (told.wall, told.head)
    assert check(receipt.digest) == told.words
    mine = total(computer.replica.store.digests(computer.certificate.areas).values())
    assert f"{mine:032x}" == told.digest


def test_they_differ_after_a_record_was_tampered_with_at_the_province(db, province, computer):
    while computer.exchange() is not Outcome.SETTLED:
        pass
    key = computer.replica.store.own(computer.replica.name, 0, 1)[0].key
    record = province.store().load([key])[key]
    cells = {**record.cells, "title": record.cells["title"]._replace(value="Lớp khác")}
    province.store().save([replace(record, cells=cells)])

    assert Outcome.DIFFERS is computer.exchange()
    receipt = computer.replica.store.checkpoint().receipt
    assert check(receipt.digest) != _told(db, computer).words


def test_an_exchange_that_is_not_the_last_of_a_sync_is_no_receipt(db, computer):
    for number in range(30):
        computer.write(record_id=str(number))
    computer.replica.page_size = 5
    computer.exchange()

    assert 0 == _told(db, computer).wall


def test_a_province_that_was_founded_before_there_were_receipts_gets_the_table(
    province, config, db, computer
):
    db.execute("drop table proof")
    Province(config).close()

    assert 0 == _told(db, computer).wall
