"""Role × address × foreign unit: who is answered at all, and that nobody sees another district's.

The addresses come from the application, so a new one without a line in ``LAW`` fails here. All that
Kim Bôi keeps bears one mark, and all that Đà Bắc keeps another: no answer may hold the mark of a
unit that the asker has nothing to do with, be it a page, a file, a redirect or a header.
"""

import io
import re
import shutil
import time
import uuid
import zipfile
from urllib.parse import quote, unquote, urlsplit

import pytest

from schemas.fields import Paragraph, PersonName, Reference, Text
from schemas.record import fields, natural_id, record_types
from server.centres import units
from server.tokens import tokens
from server.tokens.tokens import Scope, Wanted
from server.users import users
from server.users.users import Account
from sync.changes import Key
from tests.server.web.conftest import DAY, PASSWORD, Land, founded, token_of
from tests.server.web.imports.test_views import Desk, row, table

__all__ = ["founded"]
NEAR, FAR = "DabacRieng77", "KimboiRieng88"  # what the records of each district are called
BOTH, OWN, NONE = {NEAR, FAR}, {NEAR}, set()
SEES = {  # the marks that each may be shown
    "nobody": NONE,
    "tinh": BOTH,
    "hoi": BOTH,
    "da.bac": OWN,
    "hoi.da.bac": OWN,
    "xa.da.bac": OWN,
}
BEARERS = {"whole": BOTH, "district": OWN, "types": BOTH}
EVERYONE, MACHINES, READERS, PEOPLE, PROVINCE = "everyone", "machines", "tokens", "people", "admin"
ADMIN = """list_centres add_centre make_code list_devices show_device change_device replace_device
    list_due erase_due list_tokens make_token revoke_token list_users add_user show_user
    change_password name_person set_state list_verifiers set_verifier take_back_verifier
    show_recovery make_sheet note_printed"""
WEB = """dashboard attention.show attention.conflict attention.decide attention.reopen_conflict
    attention.parked attention.whole attention.decline attention.release attention.reopen_parked
    bundles bring brought answers criteria_sets bury_criteria_set edit_criteria_set
    save_criteria_set new_criteria_set devices devices_csv dictionary dictionary_csv evaluations
    evaluations_csv verify save_verified logout records
    begin_csv records_csv begin_workbook records_workbook record copy_record delete_record
    edit_record save_record printed_record restore_record withdraw printed_form new_record
    printed_list registers totals totals_csv totals_public_csv summary summary_csv
    summary_public_csv summary_workbook"""
IMPORTS = """choose read show answers columns confirm discard forget resume edit_row sheets
    undo_step undo rejected_csv rejected_workbook blank"""
LAW = {  # whom each address answers
    **dict.fromkeys(("static", "openapi.document", "openapi.health"), EVERYONE),
    **dict.fromkeys(("web.login", "web.log_in", "language.choose"), EVERYONE),
    **dict.fromkeys(
        ("enrol.enrol", "enrol.greet", "sync.exchange", "sync.inquire", "sync.go_on"), MACHINES
    ),
    **dict.fromkeys(("records.list_types", "places.list_centres", "places.list_units"), READERS),
    **dict.fromkeys(("summaries.list_summaries", "summaries.read_summary"), READERS),
    **{f"records.{way}_{name}": READERS for name in record_types() for way in ("list", "read")},
    **{f"admin.{name}": PROVINCE for name in ADMIN.split()},
    **{f"web.{name}": PEOPLE for name in WEB.split()},
    **{f"exports.{name}": PEOPLE for name in ("show", "fetch", "stop")},
    **{f"imports.{name}": PEOPLE for name in IMPORTS.split()},
}
WRITES = ("POST", "PUT", "PATCH", "DELETE")
TYPES = ("activity", "evaluation", "scholarship")  # that the pages are asked for
NO = (302, 400, 401, 403, 404, 405)


def marked(schema, mark):
    """A record of that type, all of whose texts bear the mark."""
    values = dict(schema.example())
    for name, field in fields(schema).items():
        if isinstance(field, Text) and not isinstance(field, Reference):
            is_name = isinstance(field, PersonName | Paragraph) or name == schema.title_field
            values[name] = f"{mark} {name}" if is_name or name in values else values.get(name)
    return values


class Foreign:
    """A province with everything of both districts, and the addresses of what is Kim Bôi's."""

    def __init__(self, land):
        self.land, self.ids = land, {}
        for mark, areas in ((NEAR, land.da_bac), (FAR, land.kim_boi)):
            for kind, schema in record_types().items():
                if schema.lives_in == "centre":
                    values = marked(schema, mark)
                    name = natural_id(schema, areas[0], values) or str(uuid.uuid4())
                    land.province.hub().write(Key(areas[0], kind, name), values, mark)
                    self.ids[mark, kind] = name
            land.device(f"machine{areas[0][:4]}", areas[0], label=mark)
        self.area, one = land.kim_boi[0], self.ids[FAR, "activity"]
        land.clash(self.area, one, title=(f"{FAR} một", f"{FAR} hai"))
        land.park(self.area, Key(self.area, "activity", one), title=FAR)
        self.notices = [n["record_id"] for n in self.rows("conflict", "parked_change")]
        office = Desk(land, "tinh").bring(table(row(1, abstract=FAR), row(1)))
        self.intake = office.path.rpartition("/")[2]
        sent = {"csrf_token": token_of(office.client.get("/records/activity").text)}
        asked = office.client.post("/records/activity.csv?period=all", data=sent)
        self.export = urlsplit(asked.location).path.rpartition("/")[2]
        while office.client.get(f"/exports/{self.export}/file").status_code != 200:
            time.sleep(0.05)

    def rows(self, *kinds):
        where = f"record_type in ({', '.join('?' * len(kinds))}) and area = ?"
        return list(self.land.db["records"].rows_where(where, [*kinds, self.area]))

    def fingerprints(self):
        """What Kim Bôi's records are now."""
        rows = self.land.db["records"].rows_where("area = ?", [self.area], order_by="record_id")
        return [row["fingerprint"] for row in rows]

    def addresses(self, rule):
        """The rule's addresses of what is Kim Bôi's."""
        names = re.findall(r"<(?:\w+:)?(\w+)>", rule.rule)
        kinds = TYPES if "record_type" in names else TYPES[:1]
        kinds = ("directive",) if "/intake/<name>" in rule.rule else kinds
        for kind in kinds:
            yield from self._of_kind(rule.rule, kind)

    def _of_kind(self, path, kind):
        if path.startswith("/api/v1/records/") and "<" in path:
            kind = path.split("/")[4]
        record = self.ids.get((FAR, kind), "x")
        named = {"record_type": kind, "area": self.area, "record_id": record, "row": "2"}
        named |= {"lang": "en", "code": "b1"}
        for name in self._names(path):
            filled = path
            for argument, value in {**named, "name": name}.items():
                filled = re.sub(rf"<(?:\w+:)?{argument}>", quote(value, safe=""), filled)
            yield filled

    def _names(self, path):
        """What is called so there: a notice, an export, a device, a person."""
        if "<name>" not in path:
            return [""]
        by_place = {
            "/attention": self.notices,
            "/exports": [self.export],
            "/admin/devices": [f"machine{self.area[:4]}"],
            "/admin/users": ["kim.boi"],
        }
        found = [names for start, names in by_place.items() if path.startswith(start)]
        return found[0] if found else [self.intake] if "/intake/" in path else ["x"]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory, founded):
    land = Land(shutil.copytree(founded, tmp_path_factory.mktemp("matrix") / "province"))
    by_code = {unit.code: unit for unit in units.in_force(land.db, DAY)}
    of_unit = [("hoi.da.bac", users.DISTRICT_ASSOCIATION, "150")]
    of_unit += [("xa.da.bac", users.DISTRICT, "04831")]
    for name, role, code in of_unit:
        users.add(land.db, Account(name, PASSWORD, role, by_code[code].id))
    land.district = by_code["153"].id
    scopes = {
        "whole": Scope(personal=True),
        "district": Scope(unit_id=by_code["150"].id, personal=True),
        "types": Scope(types=frozenset({"activity"})),
    }
    land.tokens = {n: tokens.make(land.db, Wanted(n, s, "x"), 1) for n, s in scopes.items()}
    yield Foreign(land)
    land.province.close()


@pytest.fixture(scope="module")
def clients(foreign):
    land = foreign.land
    people = {name: land.logged_in(name) for name in SEES if name != "nobody"}
    return {"nobody": land.app.test_client(), **people}


def rules(foreign, *methods):
    return [r for r in foreign.land.app.url_map.iter_rules() if set(methods) & (r.methods or set())]


def is_of_another_type(rule):
    """The same code answers programs for each type; tokens ask for all of them."""
    kind = rule.endpoint.partition("_")[2]
    return law(rule) == READERS and kind in record_types() and kind not in TYPES


def law(rule):
    return LAW.get(rule.endpoint, "")


def marks(answer):
    """The marks in an answer: in its headers, its text, and the parts of what is packed in it."""
    data, told = answer.data, unquote(str(answer.headers))
    if data[:2] == b"PK":
        packed = zipfile.ZipFile(io.BytesIO(data))
        data = b"".join(packed.read(name) for name in packed.namelist())
    text = (data.decode("utf-8", "replace") + told).casefold()
    return {mark for mark in BOTH if mark.casefold() in text}


def test_every_address_of_the_application_has_its_law(foreign):
    endpoints = {rule.endpoint for rule in foreign.land.app.url_map.iter_rules()}

    assert set() == endpoints - LAW.keys(), "say in LAW whom they answer"
    assert set() == LAW.keys() - endpoints


@pytest.mark.parametrize("name", SEES)
def test_no_address_shows_anybody_what_is_anothers(foreign, clients, name):
    client, land, wrong = clients[name], foreign.land, []
    for rule in rules(foreign, "GET"):
        if is_of_another_type(rule):
            continue
        for path in foreign.addresses(rule):
            narrowed = f"?period=all&on={DAY}&unit={land.district}"
            for query in ("", narrowed) if TYPES[-1] not in path else ("?period=all",):
                answer = client.get(path + query)
                shown = marks(answer) - SEES[name]
                refused = law(rule) == EVERYONE or answer.status_code in NO
                may = {PEOPLE: name != "nobody", PROVINCE: name == "tinh"}.get(law(rule), False)
                if shown or answer.status_code >= 500 or not (may or refused):
                    wrong.append((path + query, answer.status_code, shown))

    assert [] == wrong


@pytest.mark.parametrize("name", BEARERS)
def test_no_token_reads_what_it_is_not_for(foreign, name):
    client, wrong = foreign.land.app.test_client(), []
    bearer = {"Authorization": f"Bearer {foreign.land.tokens[name]}"}
    for rule in rules(foreign, "GET"):
        for path in foreign.addresses(rule):
            if law(rule) not in (READERS, PEOPLE) or (law(rule) == PEOPLE and path != rule.rule):
                continue
            for query in ("", "?format=csv") if law(rule) == READERS else ("",):
                answer = client.get(path + query, headers=bearer)
                kind = rule.endpoint.partition("_")[2]
                is_other = name == "types" and kind in record_types() and kind != "activity"
                is_refused = answer.status_code in NO
                if marks(answer) - BEARERS[name] or (is_other and not is_refused):
                    wrong.append((path + query, answer.status_code, marks(answer)))
                if law(rule) == PEOPLE and not is_refused:  # a token is no session
                    wrong.append((path, answer.status_code, ""))

    assert [] == wrong


@pytest.mark.parametrize("name", SEES)
def test_nothing_is_done_for_a_form_without_our_token(foreign, clients, name):
    before, wrong = foreign.fingerprints(), []
    for rule in rules(foreign, "POST"):
        if law(rule) == MACHINES:
            continue
        for path in foreign.addresses(rule):
            answer = clients[name].post(path, data={"name": "x", "password": "x"})
            if answer.status_code != 400:
                wrong.append((path, answer.status_code))

    assert [] == wrong
    assert before == foreign.fingerprints()


@pytest.mark.parametrize("name", sorted(SEES.keys() - {"nobody", "tinh"}))
def test_nobody_changes_what_is_anothers(foreign, name):
    """Also with a token of their own: what they may not see, they may not write to."""
    before, wrong = foreign.fingerprints(), []
    client = foreign.land.logged_in(name)
    told = {"csrf_token": token_of(client.get("/").text), "title": "x", "do": "delete", "sure": "1"}
    for rule in rules(foreign, "POST"):
        if law(rule) not in (PEOPLE, PROVINCE) or rule.endpoint == "web.logout":
            continue
        for path in foreign.addresses(rule):
            answer = client.post(path, data=told)
            if marks(answer) - SEES[name] or answer.status_code >= 500:
                wrong.append((path, answer.status_code, marks(answer)))
            if law(rule) == PROVINCE and answer.status_code not in NO:
                wrong.append((path, answer.status_code, ""))

    assert [] == wrong
    assert before == foreign.fingerprints()


def test_no_address_answers_a_method_that_it_does_not_have(foreign, clients):
    wrong = []
    for rule in foreign.land.app.url_map.iter_rules():
        if is_of_another_type(rule):
            continue
        path = next(foreign.addresses(rule))
        others = rules_at(foreign, path)
        for method in WRITES:
            if method not in others:
                answer = clients["tinh"].open(path, method=method)
                if answer.status_code not in (400, 404, 405):
                    wrong.append((method, path, answer.status_code))

    assert [] == wrong


def rules_at(foreign, path):
    """The methods that any rule has for that address."""
    adapter = foreign.land.app.url_map.bind("localhost")
    return adapter.allowed_methods(path)


def test_machines_are_answered_only_to_what_they_sign(foreign, clients):
    for rule in rules(foreign, "POST"):
        if law(rule) == MACHINES:
            for body in (b"", b"x" * 300):
                for client in (clients["nobody"], clients["tinh"]):
                    answer = client.post(rule.rule, data=body)

                    assert answer.status_code < 500, rule.rule
                    assert answer.status_code not in (200, 302), rule.rule  # 202: go on sending
                    assert set() == marks(answer)


def test_the_marks_are_there_to_be_seen(foreign, clients):
    """Or nothing above would prove anything: who may see Kim Bôi's, sees it nearly everywhere."""
    seen = {
        rule.endpoint
        for rule in rules(foreign, "GET")
        if law(rule) in (PEOPLE, PROVINCE)
        for path in foreign.addresses(rule)
        if FAR in marks(clients["tinh"].get(f"{path}?period=all"))
    }

    assert seen >= {
        *(
            "web.records",
            "web.records_csv",
            "web.records_workbook",
            "web.record",
            "web.attention.conflict",
        ),
        *(
            "web.attention.parked",
            "web.attention.show",
            "web.devices",
            "web.devices_csv",
            "web.printed_record",
        ),
        *("web.printed_list", "imports.show", "exports.fetch", "admin.show_device"),
    }
