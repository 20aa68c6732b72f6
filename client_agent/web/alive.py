"""Whether the program runs: asked by pages that stay open, which say so when it does not."""

from __future__ import annotations

from flask import Blueprint, Flask, jsonify, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from .context import me

pages = Blueprint("alive", __name__)
SCRIPT = "X-Sent-By-Script"  # the header of a form that a script sends
ONWARD = "X-Onward"  # the header of its answer that says where to go


class Sessions(SecureCookieSessionInterface):
    """Sessions that end when nobody clicks, though the page goes on asking by itself."""

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        return request.endpoint != "alive.show" and super().should_set_cookie(app, session)


def install(app: Flask) -> None:
    app.register_blueprint(pages)
    app.session_interface = Sessions()
    app.after_request(lead_the_script)


@pages.get("/alive")
def show() -> Response:
    return jsonify(alive=True)


@pages.get("/alive/session")
def again() -> Response:
    """Who is logged in now, and what forms that were opened before need to be sent."""
    return jsonify(me=me(), csrf=generate_csrf() if session.get("staff") else "")


def message(text: str) -> Response:
    """A sentence that a script is to show."""
    # Pages that were opened before the program was updated look for it under its first name.
    return jsonify({"message": text, "said": text})


def lead_the_script(response: Response) -> Response:
    """To a script, say where to go: what it follows by itself, it cannot show."""
    if request.headers.get(SCRIPT) and response.status_code in (301, 302, 303):
        response.headers[ONWARD] = response.headers.pop("Location")
        response.status_code = 200
        response.set_data(b"")
    return response
