"""``khuyenhoc-server``, or a sentence where only the centre's part is installed."""

from __future__ import annotations

import sys

from schemas.console import use_utf8
from schemas.formatting.label import Label

NOT_INSTALLED = Label(
    "Máy này chỉ có phần của trung tâm. Muốn chạy máy chủ của tỉnh thì cài thêm gói phụ “server”: "
    'pip install "khuyenhoc[server]". (Thiếu: {module})',
    "This computer has the centre's part only. To run the province's server, install the extra "
    '"server": pip install "khuyenhoc[server]". (Missing: {module})',
)
MISSING = 78  # of sysexits.h: something is not set up as it must be


def main() -> None:
    use_utf8()
    try:
        from .cli import main as run
    except ModuleNotFoundError as error:
        missing = str(error.name)
        if missing.partition(".")[0] in (__package__, "schemas", "sync", "webui"):
            raise
        print(*NOT_INSTALLED.filled(module=missing), sep="\n", file=sys.stderr)
        sys.exit(MISSING)
    run()


if __name__ == "__main__":
    main()
