"""The pages on which the province is set up: centres, codes, devices, people."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    pass
