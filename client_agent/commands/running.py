"""``run``: the centre's web pages and the background sync, in one process."""

from __future__ import annotations

import _thread
import gc
import logging
import os
import signal
import socket
import threading
import webbrowser
from contextlib import suppress
from types import FrameType
from typing import Any

import click

from .. import config
from ..agent import Agent
from ..errors import FileUnwritable, PortTaken
from ..storage.atomic_files import write_whole
from ..storage.process_lock import alone
from ..texts import say
from .output import enrolled, tell, tell_recovered

log = logging.getLogger(__name__)

HOST = "127.0.0.1"  # this computer alone
THREADS, LARGEST = 4, 8 * 1024 * 1024
LOOK_UP = 60  # seconds between two looks of the server at its own housekeeping
PATIENCE = 10  # seconds for a sync to end when we are asked to stop
ANSWERED = 0.5  # seconds in which a browser has its answer


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="8765 unless settings.ini says else.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@click.pass_obj
def run(agent: Agent, port: int | None, no_browser: bool) -> None:
    """Mở trang nhập liệu trên máy này và tự đồng bộ khi có mạng, cho tới khi tắt (Ctrl-C).

    Serve the centre's pages on this computer and sync in the background, until stopped.

    \b
    Exit codes: 0 stopped as asked, 4 the local database is unusable, 5 not enrolled,
    7 already running, or the port is taken.
    """
    with alone(enrolled(agent).folder) as address:
        server = _server(agent, agent.settings.port if port is None else port)
        url = f"http://{HOST}:{server.effective_port}/"
        with suppress(FileUnwritable):  # only the second to start would read it
            write_whole(address, url.encode())
        tell(say("run.ready", url=url, folder=agent.folder))
        if not no_browser and config.has_screen():
            threading.Thread(target=webbrowser.open, args=[url], daemon=True).start()
        while _serve(agent, server):
            agent = Agent(agent.folder)
            server = _server(agent, int(server.effective_port))
        agent.close()
    tell(say("run.stopped"))


def _server(agent: Agent, port: int) -> Any:
    import waitress

    from ..web import create_app

    agent.store()  # reports what is wrong with the database before anything is served
    tell_recovered(agent)
    return waitress.create_server(
        create_app(agent),
        sockets=[_socket(port)],
        threads=THREADS,
        max_request_body_size=LARGEST,
        asyncore_loop_timeout=LOOK_UP,
        clear_untrusted_proxy_headers=True,
        ident=None,
    )


def _socket(port: int) -> socket.socket:
    """Where we listen.

    :raises PortTaken: if another program does
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
    except OSError as exc:
        listener.close()
        raise PortTaken(str(port)) from exc
    return listener


def _serve(agent: Agent, server: Any) -> bool:
    """Serve until stopped; return whether to restart, which checks the database first."""
    signal.signal(signal.SIGTERM, _stop)
    agent.upkeep.on_restart = lambda: threading.Timer(ANSWERED, _interrupt, [server]).start()
    background = [agent.scheduler.start(), agent.upkeep.start()]
    log.info("serving on port %d", server.effective_port)
    try:
        with suppress(SystemExit, KeyboardInterrupt):
            server.run()
    finally:
        server.asyncore.close_all(server._map)
        agent.scheduler.stop()
        agent.upkeep.stop()
        for thread in background:
            thread.join(PATIENCE)
        log.info("stopped")
    agent.close()
    gc.collect()  # closes what ended threads had open: Windows lets nobody move such a file
    agent.database_lock.end()
    return agent.upkeep.restart_requested


def _interrupt(server: Any) -> None:
    """Let the main thread leave its loop, on every system."""
    _thread.interrupt_main(signal.SIGTERM)  # SIGINT may be ignored, as a shell has it behind "&"
    server.pull_trigger()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
