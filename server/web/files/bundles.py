"""The page on which files from the centres' sticks are taken in, and their answers given."""

from __future__ import annotations

from flask import Response, abort, redirect, request, url_for
from flask_login import current_user, login_required
from werkzeug.wrappers import Response as Redirect

from server import ambient
from server.bundles.importing import Result
from server.texts.bundles import TEXTS, clock
from webui.downloads import download
from webui.language import say, spoken

from ..pages import page, pages, reading
from ..query import list_request
from . import uploads
from .uploads import Carriage
from .zipped import length, zipped

PROFILE = "centre_profile"
COUNTS = ("changes", "new", "parked", "conflicts")


@pages.get("/bundles")
@reading
def bundles() -> str:
    return _page("")


@pages.post("/bundles")
@login_required  # type: ignore[untyped-decorator]  # flask_login has no types
def bring() -> Redirect | tuple[str, int]:
    """Take in the files that were chosen; the next page says what became of each."""
    files = [file for file in request.files.getlist("file") if file.filename]
    if not files:
        return _page(say("bundles.no_file")), 422
    province, areas = ambient.province(), ambient.scope(current_user, ambient.today())
    carriage = uploads.begin(province)
    carriage.bring(province, files, areas.__contains__, current_user.name)
    return redirect(url_for(".brought", name=carriage.name))


@pages.get("/bundles/<name>")
@reading
def brought(name: str) -> str:
    results = _own_upload(name).results(current_user.name) or []
    return page(
        "brought",
        ask=list_request(PROFILE),
        name=name,
        results=results,
        total={count: sum(getattr(result, count) for result in results) for count in COUNTS},
        failed=sum(1 for result in results if result.fault or result.held_up),
        answers=[answer for result in results for answer in result.answers],
        clock=lambda result: spoken(clock(result.offset)),
        why=_why,
    )


@pages.get("/bundles/<name>.zip")
@login_required  # type: ignore[untyped-decorator]
def answers(name: str) -> Response:
    """All answers of that upload, for the sticks they came from."""
    paths = _own_upload(name).answers()
    return download("khuyenhoc-tra-loi.zip", zipped(paths), size=length(paths))


def _own_upload(name: str) -> Carriage:
    carriage = Carriage(ambient.province(), name)
    if carriage.results(current_user.name) is None:
        abort(404)
    return carriage


def _why(result: Result) -> list[str]:
    """What a person must know of a file, beside the figures."""
    messages = []
    if result.fault:
        messages.append(TEXTS[f"bundle.fault.{result.fault}"].filled(detail=result.detail))
    if result.missing:
        missing = ", ".join(map(str, result.missing))
        messages.append(TEXTS["bundle.missing"].filled(missing=missing, parts=result.parts))
    if result.held_up:
        messages.append(TEXTS["bundle.held_up"].filled(count=result.held_up))
    return [spoken(label) for label in messages]


def _page(fault: str) -> str:
    return page("bundles", ask=list_request(PROFILE), fault=fault)
