"""The page that a person gets when another cannot be shown: a sentence, and the ways on.

Nobody gets a traceback. A defect goes to the log with a code that a person can read out.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping

from flask import current_app, render_template_string, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from .host import host
from .language import language

BODY = """
<div class="kh-group narrow">
  <h1>{{ title }}</h1>
  <p class="kh-hint" role="alert">{{ sentence }}</p>
  {% if code %}<p>{{ support }} <strong class="font-monospace">{{ code }}</strong></p>{% endif %}
  <div class="buttons">
  {% for address, text in ways.items() %}
    <a class="btn btn-{{ "primary" if loop.first else "outline-secondary" }}" href="{{ address }}">
      {{- text -}}
    </a>
  {% endfor %}
  </div>
</div>
"""
FRAMED = (
    "{% extends frame %}{% block title %}{{ title }}{% endblock %}"
    "{% block page %}" + BODY + "{% endblock %}"
)
BARE = (
    '<!doctype html><html lang="{{ lang }}"><meta charset="utf-8"><title>{{ title }}</title>'
    "<body>" + BODY + "</body></html>"
)
KEPT = ("allow", "retry-after", "www-authenticate")  # headers that a browser or program needs

log = logging.getLogger(__name__)


def page(
    title: str, sentence: str, ways: Mapping[str, str], code: str = "", support: str = ""
) -> str:
    """The page of an error, in the frame of the other pages if that can be drawn.

    :param ways: where to go on, address and text; the first is the usual one
    :param code: of a defect, with ``support`` as the words before it
    """
    shown = {"title": title, "sentence": sentence, "ways": ways, "code": code, "support": support}
    try:
        return render_template_string(FRAMED, frame=host().error_frame, **shown)
    except Exception:  # the frame itself may be what failed, or the database behind it
        log.exception("the frame of the page cannot be drawn")
        return current_app.jinja_env.from_string(BARE).render(lang=language(), **shown)


def support_code(error: BaseException) -> str:
    """Log the defect; return the code that leads to it in the log."""
    code = secrets.token_hex(3).upper()
    log.error("defect %s at %s", code, request.path, exc_info=error)
    return code


def kept_headers(error: HTTPException, response: Response) -> None:
    """Copy what the error says to browsers and programs, such as which methods are allowed."""
    for name, value in error.get_headers():
        if name.lower() in KEPT:
            response.headers[name] = value
