"""Role × address at the centre's computer: who is answered, and with whose records.

The addresses come from the application, so a new one without a line in ``LAW`` fails here.
"""

import re
from urllib.parse import quote, unquote

import pytest

from schemas.records.activity import Activity
from sync.changes import Change, Key
from sync.clock import Timestamp

from .conflicts.test_views import Notices
from .conftest import NOW, PEOPLE, Browser

OURS, ANOTHERS = "TrungtamTa77", "TrungtamKhac88"
EVERYONE, STAFF = "everyone", "staff"
# Who works here cannot be read while the database is made anew.
ANYBODY = """static alive.show alive.again language.choose login.show login.enter login.first
    login.leave forgotten.show forgotten.renew keeping.recovery keeping.mend"""
OUR_STAFF = """home.show attention.show attention.reopen_conflict attention.reopen_parked
    attention.conflict attention.decide attention.parked attention.whole attention.set_aside
    keeping.show keeping.make keeping.give_place_up keeping.choose_place keeping.read
    drafts.keep drafts.drop evaluation.years evaluation.show evaluation.save evaluation.reopen
    exports.show exports.fetch exports.stop exports.begin lists.show lists.table lists.workbook
    lists.blank_table records.show records.copy records.delete records.edit records.save
    records.restore records.new printing.a_record printing.form printing.a_list consents.withdraw
    imports.choose imports.read imports.show imports.answers imports.columns imports.confirm
    imports.discard imports.forget imports.resume imports.edit_row imports.sheets
    imports.undo_step imports.undo imports.rejected_csv imports.rejected_workbook registers.show
    restoring.show restoring.go
    restoring.confirm siblings.show siblings.hand_over siblings.take_over login.staff
    login.add_staff people.acts people.bring_back people.show people.pin people.rename
    people.retire sticks.show sticks.give sticks.take sticks.read sticks.write sync.show sync.soon
    proof.diagnose proof.receipt proof.show proof.verify tasks.open_directive tasks.took_place
    tasks.hand_in"""
LAW = {  # whom each address answers
    **dict.fromkeys(ANYBODY.split(), EVERYONE),
    **dict.fromkeys(OUR_STAFF.split(), STAFF),
}


@pytest.fixture
def marked(agent, app, staff, held):
    """A centre with records of its own and, by whatever way, of another; their names."""
    key = held(OURS.lower(), author=OURS, title=OURS, content=OURS)
    conflict, _ = Notices(agent, held).conflict(first=f"{OURS} một")
    parked = Notices(agent, held).parked(key, title=OURS)
    replica = agent.replica()
    far = Key("a2", "activity", "one")
    told = {**Activity.example(), "title": ANOTHERS, "content": ANOTHERS}
    with replica.store.transaction():
        at = Timestamp(NOW, 0, "x")
        replica.take_in([Change(far, told, at, {}, ANOTHERS, "d9.x")], "feed")
    return {
        "record_type": ["activity"],
        "record_id": [key.record_id, far.record_id],
        "name": [conflict.record_id, parked.record_id],
        "year": ["2012"],
        "what": ["conflict"],
        "end": ["csv"],
        "row": ["1"],
        "lang": ["en"],
    }


def addresses(rule, known):
    names = re.findall(r"<(?:\w+:)?(\w+)>", rule.rule)
    for place in range(max([1, *(len(known[name]) for name in names)])):
        path = rule.rule
        for name in names:
            value = quote(known[name][place % len(known[name])], safe="")
            path = re.sub(rf"<(?:\w+:)?{name}>", value, path)
        yield path


def asked(app, client, known, method):
    """Each address with that method, its law and the answer."""
    for rule in list(app.url_map.iter_rules()):
        if method in rule.methods:
            for path in addresses(rule, known):
                answer = client.open(path, method=method)
                text = answer.data.decode("utf-8", "replace")
                yield path, LAW[rule.endpoint], answer, unquote(str(answer.headers)) + text


def test_every_address_has_its_law(app):
    assert LAW.keys() == {rule.endpoint for rule in app.url_map.iter_rules()}


def test_nobody_is_shown_a_record_before_logging_in(app, marked):
    for path, law, answer, text in asked(app, app.test_client(), marked, "GET"):
        assert not {mark for mark in (OURS, ANOTHERS) if mark in text}, path
        assert law == EVERYONE or answer.status_code in (302, 404), path


def test_the_staff_see_their_own_centres_records_and_no_others(app, browser, marked):
    shown = set()
    for path, _, answer, text in asked(app, browser.client, marked, "GET"):
        assert ANOTHERS not in text, path
        assert answer.status_code < 500, path
        shown |= {path} if OURS in text else set()

    assert {"/", "/records/activity", "/records/activity.csv", "/attention/"} <= shown


@pytest.mark.parametrize("is_staff", [True, False])
def test_nothing_is_done_for_a_form_without_our_token(app, agent, marked, is_staff):
    client = Browser(app).sit_down(PEOPLE[0]).client if is_staff else app.test_client()
    before = agent.store().end()
    for path, _, answer, _ in asked(app, client, marked, "POST"):
        is_sent_away = not is_staff and "/login" in answer.headers.get("Location", "")
        assert answer.status_code == 400 or is_sent_away, path

    assert before == agent.store().end()
