"""The parent of ``zygote``, run by the interpreter of the program: knows the standard library only.

Its arguments: the module that its forks run, the socket on which starts are asked for, and what to
import. With a start come a socket on which its id is said, and at its end its status, and the three
streams.
"""

import gc
import importlib
import json
import os
import runpy
import socket
import sys
import warnings

LONGEST = 64 * 1024


def serve(line):
    """Answer until nobody can ask any more; returns in each fork, with its arguments."""
    while True:
        packet, fds, _, _ = socket.recv_fds(line, LONGEST, 4)
        reap()
        if not packet:
            os._exit(0)
        if os.fork() == 0:  # it waits for its child and says how that ended
            tell, *streams = fds
            child = os.fork()
            if child == 0:
                line.close()
                os.close(tell)
                return become(packet, streams)
            for fd in streams:
                os.close(fd)
            watch(socket.socket(fileno=tell), child)
        for fd in fds:
            os.close(fd)


def reap():
    """Count what those took that have ended: the tests are measured with all that they start."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def watch(teller, child):
    try:
        teller.send(b"%d" % child)
        teller.send(b"%d" % os.waitpid(child, 0)[1])
    except OSError:
        pass  # whoever asked is gone
    os._exit(0)


def become(packet, streams):
    """Be the process that was asked for; its arguments."""
    arguments, folder, environment, is_alone = json.loads(packet)
    if is_alone:
        os.setsid()
    for number, fd in enumerate(streams):
        os.dup2(fd, number)
        os.close(fd)
    os.chdir(folder)
    if sys.path[0] == "":
        sys.path[0] = folder  # as for ``python -m``
    os.environ.clear()
    os.environ.update(environment)
    encoding = environment.get("PYTHONIOENCODING") or sys.__stdout__.encoding
    sys.stdin = open(0, encoding=encoding, closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding=encoding, closefd=False)  # noqa: SIM115
    sys.stdout.reconfigure(line_buffering=bool(environment.get("PYTHONUNBUFFERED")))
    sys.stderr = open(2, "w", 1, encoding, "backslashreplace", closefd=False)  # noqa: SIM115
    return arguments


_, module, number, *imports = sys.argv
for name in imports:
    importlib.import_module(name)
gc.freeze()  # what is shared stays shared
asking = socket.socket(fileno=int(number))
asking.send(b"!")
sys.argv[1:] = serve(asking)
warnings.simplefilter("ignore", RuntimeWarning)  # it is imported already: that is the point
runpy.run_module(module, run_name="__main__", alter_sys=True)
