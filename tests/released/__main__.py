"""Makes what is kept of a release: ``python -m tests.released 0.1.0``.

Run once, with the sources that are released. What is there is never made anew.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from client_agent import __version__

from .making import make

HERE = Path(__file__).parent


def main(args):
    if args != [__version__]:
        return f"python -m tests.released {__version__}"
    folder = HERE / __version__
    if folder.exists():
        return f"{folder} is kept for ever"
    with tempfile.TemporaryDirectory() as work:
        made = Path(work, "made")
        make(made, Path(work))
        shutil.copytree(made, folder)  # whole, or not at all
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}: {size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
