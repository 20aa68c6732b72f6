"""What a person typed into the form that was sent."""

from __future__ import annotations

from flask import request


def typed_form() -> dict[str, str]:
    """The text of each field; with the ends of lines that it had before a browser made them two."""
    return {name: text.replace("\r\n", "\n") for name, text in request.form.items()}
