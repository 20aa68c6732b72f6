"""The receipt on one sheet, the look at everything, the file for the developers."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from schemas.record import record_types
from sync.replay import divergence
from sync.replay.divergence import Divergence
from webui.downloads import download

from ...database import damaged_rows
from ...syncing import diagnosis, receipts
from ...syncing.verification import messages
from ...texts import describe
from ..context import agent, status

pages = Blueprint("proof", __name__, url_prefix="/sync")

FILE = "khuyenhoc-chan-doan.khr"


def install(app: Flask) -> None:
    app.register_blueprint(pages)


@pages.get("/receipt")
def receipt() -> str:
    """The province's last word on our work, for paper."""
    return render_template(
        "agent/receipt.html",
        receipt=receipts.last(agent()),
        now=status(),
        records=_records(),
        damage=list(damaged_rows.messages(agent())),
        settings=agent().settings,
        wall=agent().wall(),
    )


@pages.get("/verify")
def show() -> str:
    verifier = agent().verifier
    verdict, error = verifier.verdict, verifier.error
    is_under_way = verifier.under_way
    return render_template(
        "agent/verify.html",
        verifier=verifier,
        follow=url_for(".show") if is_under_way else "",
        verdict=None if is_under_way else verdict,
        sentences=list(messages(verdict)) if verdict else [],
        error=describe(error) if error and not is_under_way else None,
        differed=_differed(),
    )


@pages.post("/verify")
def verify() -> Response:
    """Look at everything; rebuild what is wrong only if that was asked for."""
    agent().verifier.start("mend" in request.form)
    return redirect(url_for(".show"))


@pages.get("/diagnosis")
def diagnose() -> Response:
    """The file for the developers, as ``khuyenhoc-agent diagnose`` writes it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        diagnosis.write(agent(), path, diagnosis.doubtful(agent()))
        data = path.read_bytes()
    return download(FILE, [data])


def _records() -> int:
    """How many records of the centre are stored here."""
    store, area = agent().store(), agent().area
    return sum(len(store.fingerprints([area], name)) for name in record_types())


def _differed() -> Divergence | None:
    """When our records last differed from the province's."""
    if not agent().enrolled:
        return None
    key = divergence.of_device(agent().replica())
    return divergence.read_divergence(agent().store().load([key])[key])
