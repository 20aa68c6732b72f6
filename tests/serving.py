"""Our pages over a real socket, by the server that people use, for as long as a test needs it."""

import threading
from contextlib import contextmanager

from waitress.server import create_server


@contextmanager
def serving(app):
    """The address of the pages."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()  # what was begun is finished
    # Only the thread that waits on the sockets may close them.
    server.trigger.pull_trigger(lambda: server.asyncore.close_all(server._map))
    thread.join(5)
