"""A centre's PC for the harness: the agent's own code, driven by JSON lines.

``device.py FOLDER [sealed]``: the folder of an agent that is enrolled. The proxy counts what goes
over http; without ``sealed`` it is what would go within TLS.
"""

from __future__ import annotations

import sys
from pathlib import Path

import glue
import holdings
import mapping

from client_agent.agent import Agent
from client_agent.transports.ends import Way
from sync.changes import Key


def put(agent: Agent, path: str) -> None:
    """Write the records of the file as one person would, one after another, and keep them all."""
    replica = agent.replica()
    with replica.store.transaction():
        for record in glue.read(path):
            key = Key(agent.area, record["type"], record["id"])
            replica.write(key, mapping.ours(record), "bench")


def sync(agent: Agent) -> dict[str, str]:
    error = agent.sync().error
    return {"error": f"{type(error).__name__}: {error}"} if error else {}


def load_all(agent: Agent) -> None:
    """What an agent that runs all day has loaded long ago; other peers do so when they start."""
    import client_agent.syncing  # noqa: F401

    agent.store()
    agent.connect().close()


def main(folder: str, form: str = "") -> None:
    if form != "sealed":
        Way.is_open = property(lambda _way: False)  # type: ignore[assignment,method-assign]
    agent = Agent(Path(folder))
    load_all(agent)
    glue.serve(
        put=lambda path: put(agent, path),
        sync=lambda: sync(agent),
        digest=lambda: holdings.digest(agent.store(), agent.area),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
