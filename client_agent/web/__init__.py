"""The centre's web pages: all that the staff of a learning centre see, on 127.0.0.1.

Every page works without scripts and without a network. Behind them is the
agent; these modules read what was asked, ask it, and answer.
"""

from __future__ import annotations

from copy import copy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask

import webui
from webui.imports import views as import_views

from . import alive, context, faults, form_context, home, security, tasks
from .backups import restoring
from .backups import views as keeping
from .conflicts import views as attention
from .evaluation import views as evaluation
from .host import CentreHost
from .imports.host import CentreImports
from .people import forgotten, login
from .people import views as people
from .records import (
    consents,
    drafting,
    exports,
    form_tokens,
    lists,
    printing,
    registers,
)
from .records import (
    views as records,
)
from .syncing import siblings, sticks, verification
from .syncing import views as syncing

if TYPE_CHECKING:
    from ..agent import Agent

PARTS = (
    context,
    form_context,
    alive,
    login,
    form_tokens,
    people,
    forgotten,
    home,
    registers,
    lists,
    exports,
    printing,
    records,
    tasks,
    consents,
    drafting,
    evaluation,
    syncing,
    verification,
    sticks,
    siblings,
    attention,
    keeping,
    restoring,
    faults,
)


def create_app(agent: Agent) -> Flask:
    """The pages of the centre that ``agent`` serves."""
    return bind(_built(), agent)


def bind(built: Flask, agent: Agent) -> Flask:
    """The pages of ``built`` for one agent, with settings and a state of their own."""
    app = copy(built)
    app.extensions, app.config = {**built.extensions, "agent": agent}, copy(built.config)
    security.bind(app, agent.folder)
    import_views.bind(app)
    exports.bind(app, agent)
    return app


def build() -> Flask:
    """All pages, of no agent yet: ``bind`` gives them one."""
    app = Flask(__name__, static_folder=None)
    security.install(app)
    webui.install(app, CentreHost(), Path(__file__).parent / "static")
    for part in PARTS:
        part.install(app)
    app.register_blueprint(import_views.blueprint(CentreImports()))
    return app


# Hundreds of addresses and templates are compiled once a process, for however many agents.
_built = cache(build)
