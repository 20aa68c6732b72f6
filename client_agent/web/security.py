"""Who may talk to the pages of a centre: a browser on this machine, and nobody through it.

The pages are served on loopback, so the danger is another site open in the same browser:
one that had its name resolved to 127.0.0.1 (DNS rebinding), or one that posts a form here.
The Host must be a loopback name, and a post must come from our own origin; forms carry a
CSRF token besides.
"""

from __future__ import annotations

import secrets
from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect

from sync.stores import private_files
from webui.headers import harden

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SESSION_SECONDS = 2 * 3600  # without a click; what was typed is kept as a draft
KEY_FILE = "web.key"
MOST_FORM, MOST_FILE = 1 << 20, 256 << 20  # bytes; answers on a stick may be that large


def install(app: Flask) -> None:
    app.config.update(
        PERMANENT_SESSION_LIFETIME=SESSION_SECONDS,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        MAX_CONTENT_LENGTH=MOST_FORM,
    )
    app.before_request(refuse_strangers)
    app.before_request(let_files_be_larger)
    app.after_request(harden)
    CSRFProtect(app)


def bind(app: Flask, folder: Path) -> None:
    app.config.update(
        SECRET_KEY=cookie_key(folder),
        # Cookies know no ports: two centres on one machine must not log each other out.
        SESSION_COOKIE_NAME=f"khuyenhoc_{blake2b(str(folder).encode(), digest_size=4).hexdigest()}",
    )


def refuse_strangers() -> tuple[str, int] | None:
    """Answer 403 to what does not come from a page of ours on this machine."""
    if urlsplit(f"//{request.headers.get('Host', '')}").hostname not in LOOPBACK:
        return "403: open this page as http://127.0.0.1 on the centre's own computer.\n", 403
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin != request.host_url.rstrip("/")
    if request.method not in ("GET", "HEAD") and foreign:
        return "403: this form came from another site.\n", 403
    return None


def let_files_be_larger() -> None:
    if request.mimetype == "multipart/form-data":
        request.max_content_length = MOST_FILE


def cookie_key(folder: Path) -> bytes:
    """The key of the cookies; of this process alone if the disk does not let us keep one."""
    path = folder / KEY_FILE
    try:
        if not path.exists():
            with private_files.opened(path, "xb") as file:
                file.write(secrets.token_bytes(32))
        kept = path.read_bytes()
    except OSError:
        kept = b""
    return kept if len(kept) == 32 else secrets.token_bytes(32)
