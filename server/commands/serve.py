"""The command that runs the server until it is stopped."""

from __future__ import annotations

import gc
import logging
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click
from waitress.server import create_server

from server import create_app
from server.bundles.checking import MOST_UPLOAD
from server.config import Config
from server.sync.partial_uploads import keep_what_is_cut
from sync import wire
from sync.stores import private_files
from sync.stores.health import soundness

from .opening import tell_if_put_back
from .speech import AddressTaken, Running, tell

LOCK = "serving.lock"
SECONDS = 2.0  # for the look at the database; what it does not reach is met in use
# Slow links keep connections open for minutes: a few threads, many connections, poll().
TUNING = {
    "threads": 8,
    "connection_limit": 2000,
    "asyncore_use_poll": True,
    "channel_timeout": 300,
    "ident": None,
    "max_request_body_size": MOST_UPLOAD + wire.MOST,  # above our own, which say "no" better
}


@click.command()
@click.option("--host", help="The address to answer at.  [default: 127.0.0.1]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="The port; 0 for any that is free.  [default: 8760]",
)
@click.pass_obj
def serve(config: Config, host: str | None, port: int | None) -> None:
    """Chạy máy chủ. Run the server until Ctrl-C or SIGTERM."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    config = replace(config, host=host or config.host, port=config.port if port is None else port)
    if config.database.exists():
        soundness.look(config.database, SECONDS, is_at_rest=False)
    app = create_app(config)
    tell_if_put_back(app.extensions["province"])
    with alone(config.folder):
        try:
            server = create_server(
                app, host=config.host, port=config.port, **TUNING, **_proxy(config)
            )
        except OSError as exc:
            raise AddressTaken(config.address) from exc
        keep_what_is_cut(server, app.extensions["resume_cache"])
        address = replace(config, port=server.effective_port).address
        # A push makes tens of thousands of small objects that all live until its end.
        gc.freeze()
        gc.set_threshold(20_000, 50, 100)
        with suppress(SystemExit, KeyboardInterrupt):  # they may come before run() awaits them
            signal.signal(signal.SIGTERM, _stop)
            tell("cli.serving", address=address)
            click.echo(address)
            server.run()  # what was begun is finished
    tell("cli.stopped")


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder for one server; the lock ends with the process, however it ends.

    :raises Running: if another holds it
    """
    private_files.database(folder / LOCK)
    lock = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
    try:
        lock.execute("pragma journal_mode = memory")
        lock.execute("begin exclusive")
    except sqlite3.OperationalError as exc:
        lock.close()
        raise Running(str(folder)) from exc
    try:
        yield
    finally:
        lock.close()


def _proxy(config: Config) -> dict[str, object]:
    if not config.proxy:
        return {}
    return {
        "trusted_proxy": config.proxy,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


COMMANDS = (serve,)
