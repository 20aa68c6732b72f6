"""The people who may see the province's pages: add, close, give a new password."""

from __future__ import annotations

from flask import abort, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from schemas.fields import signatory
from schemas.formatting.label import Label
from server import ambient
from server.centres import units
from server.centres.units import COMMUNE, DISTRICT, Row
from server.evaluation import verifiers
from server.texts import TEXTS
from server.transaction import at_once
from server.users import users
from server.users.users import Account, NameTaken, PasswordTooShort, User

from .pages import done, page, pages

Answer = str | tuple[str, int] | Response
Wrong = dict[str, Label]


@pages.get("/users")
def list_users() -> str:
    return _list({})


@pages.post("/users")
def add_user() -> Answer:
    form = request.form
    account = Account(
        form.get("name", ""), form.get("password", ""), form.get("role", ""), form.get("unit", "")
    )
    wrong = _wrong(account)
    if wrong:
        return _list(wrong), 422
    db = ambient.province().db()
    try:
        with at_once(db):
            user = users.add(db, _without_unit(account))
    except NameTaken:
        return _list({"name": TEXTS["admin.name_taken"]}), 422
    done("admin.user_added", name=user.name)
    return redirect(url_for("admin.list_users"))


@pages.get("/users/<name>")
def show_user(name: str) -> str:
    return _shown(_user(name), {})


@pages.post("/users/<name>/person")
def name_person(name: str) -> Answer:
    """Say with which name and post the account signs what it verifies."""
    user, db = _user(name), ambient.province().db()
    person = " ".join(request.form.get("person", "").split())
    if person and (not signatory.names_a_person(person) or verifiers.is_account(db, person)):
        return _shown(user, {"person": signatory.NOT_A_PERSON}), 422
    verifiers.name_person(db, user.name, person)
    done("admin.person_named", name=user.name)
    return redirect(url_for("admin.show_user", name=user.name))


@pages.post("/users/<name>/password")
def change_password(name: str) -> Answer:
    user, db = _user(name), ambient.province().db()
    try:
        with at_once(db):
            users.change_password(db, user.name, request.form.get("password", ""))
    except PasswordTooShort:
        wrong = {"password": _too_short()}
        return _shown(user, wrong), 422
    done("admin.password_changed", name=user.name)
    return redirect(url_for("admin.list_users"))


@pages.post("/users/<name>/state")
def set_state(name: str) -> Response:
    user, db = _user(name), ambient.province().db()
    active = request.form.get("active") == "1"
    if user.name == current_user.name:
        abort(403)  # whoever closes the last account locks everybody out
    with at_once(db):
        users.set_active(db, user.name, active)
    done("admin.user_opened" if active else "admin.user_closed", name=user.name)
    return redirect(url_for("admin.list_users"))


def _shown(user: User, wrong: Wrong) -> str:
    kept = verifiers.person_of(ambient.province().db(), user.name)
    person = request.form.get("person", kept)
    return page("user", user=user, wrong=wrong, shortest=users.SHORTEST, person=person)


def _list(wrong: Wrong) -> str:
    db = ambient.province().db()
    land = units.territory(db)
    today = str(ambient.today())
    levels = {row.id: units.LEVELS[row.kind] for row in land.rows.values()}
    districts = [row for row in land.rows.values() if levels[row.id] == DISTRICT]
    communes = [r for r in land.rows.values() if levels[r.id] == COMMUNE and r.lasts(today)]
    return page(
        "users",
        users=users.everybody(db),
        districts=sorted(districts, key=_order),
        communes=sorted(communes, key=_order),
        names={row.id: row.name for row in land.rows.values()},
        roles=users.ROLES,
        shortest=users.SHORTEST,
        wrong=wrong,
        typed=request.form,
    )


def _order(row: Row) -> tuple[bool, str]:
    """Those that are in force, or were to the end, first."""
    return bool(row.end) and row.end < "2025-07-01", row.code


def _wrong(account: Account) -> Wrong:
    wrong: Wrong = {}
    if not users.plain(account.name):
        wrong["name"] = TEXTS["admin.name_missing"]
    if len(account.password) < users.SHORTEST:
        wrong["password"] = _too_short()
    if account.role not in users.ROLES:
        wrong["role"] = TEXTS["admin.role_missing"]
    known = units.territory(ambient.province().db()).rows
    if account.role in users.OF_A_DISTRICT and account.unit_id not in known:
        wrong["unit"] = TEXTS["admin.unit_missing"]
    return wrong


def _too_short() -> Label:
    return TEXTS["admin.password_short"].filled(least=users.SHORTEST)


def _without_unit(account: Account) -> Account:
    return account if account.role in users.OF_A_DISTRICT else account._replace(unit_id="")


def _user(name: str) -> User:
    return users.find(ambient.province().db(), name) or abort(404)
