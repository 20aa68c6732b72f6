"""From a fresh checkout: ``python3 run.py demo`` shows it, ``python3 run.py test`` checks it.

Needs Python 3.11 or later with pip and venv, no compiler. Makes ``.venv``, installs the locked,
hashed dependencies (from ``wheelhouse/`` when that folder exists, then without any network) and
the wheel of this checkout, and goes on in there: what runs is what people install. Only
``quick``, ``pythons`` and ``test ARGUMENTS`` run the files of the checkout itself. Knows the
standard library only.

    demo [--once]   a server, 210 centres, records made offline, synced, counted
    test [pytest arguments]   all that CI runs; with arguments, only pytest with them
    quick           the tests of what changed and a core, in 90 CPU seconds
    pythons         the same on every Python of this machine that the product supports
    wheelhouse      download what is needed, for machines without a network
    docs            build the site of docs/ and the engine's reference; a warning fails
    lock            pin the dependencies again (needs uv)
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BARE = ROOT / ".venv-bare"  # what people install, and nothing else
DOCS = ROOT / ".venv-docs"  # what builds the documentation; no program of ours is installed
SCRIPTS, EXE = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
BIN = VENV / SCRIPTS
WHEEL = VENV / "wheel"  # the wheel of this checkout
PYTHON = BIN / f"python{EXE}"
SETUP = ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")
LEAST = SETUP["options"]["python_requires"].removeprefix(">=")  # the oldest Python, "3.11"
LOCKS = {"demo": "app.lock", "test": "dev.lock", "quick": "dev.lock", "pythons": "dev.lock"}
LOCKS["wheelhouse"] = "dev.lock"
# The checks that need no process of the product. .pre-commit-config.yaml runs the same.
CHECKS = (
    ("python", "-m", "ruff", "format", "--check", "."),
    ("python", "-m", "ruff", "check", "."),
    ("python", "-m", "mypy"),
    ("lint-imports",),
)
PYTEST = ("-m", "pytest", "--import-mode=append")  # the wheel comes before the checkout
# A worker on each core takes tests in their order, so that few fixtures are made twice.
WORKERS = ("--numprocesses", "logical", "--dist", "worksteal")
PACKAGES = ("client_agent", "reporting", "schemas", "server", "sync", "webui")
DECLARED = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "MANIFEST.in")
INSTALLED = {"PYTHONSAFEPATH": "1"}  # then no process finds the checkout before the wheel
UV = ["uv", "pip", "compile", "setup.cfg", "--universal", "--generate-hashes", "--quiet"]
# pip wants a pin for what is asked for, its extra and all.
UV += ["--no-header", "--no-annotate", "--no-strip-extras", "--python-version", LEAST]
VERSION = "import sys, venv; assert sys.implementation.name == 'cpython'; "
VERSION += "print('.'.join(map(str, sys.version_info[:2])))"


def main(arguments: list[str]) -> int:
    command, *rest = arguments or ["help"]
    if command == "lock":
        return lock()
    if command not in (*LOCKS, "docs"):
        print(__doc__)
        return 0 if command in ("help", "-h", "--help") else 64
    if sys.version_info < _numbers(LEAST):
        print(f"Cần Python {LEAST} trở lên. / Python {LEAST} or later is needed.", file=sys.stderr)
        return 64
    if command == "docs":
        return docs()
    install(LOCKS[command], is_wheel_used=command not in ("quick", "pythons"))
    commands = {"demo": demo, "test": test, "quick": quick, "pythons": pythons}
    return (commands | {"wheelhouse": wheelhouse})[command](rest)


def install(
    lock: str, folder: Path = VENV, is_wheel_used: bool = True, python: str = sys.executable
) -> None:
    """Bring an environment to what ``lock`` and the checkout say; do only what is not done yet.

    :raises SystemExit: if the environment or its packages cannot be had
    """
    install_locked(lock, folder, python)
    if is_wheel_used or not (folder / "installed-wheel").exists():
        _once(folder, "installed-wheel", sources(), lambda: install_wheel(folder))


def install_locked(lock: str, folder: Path, python: str = sys.executable) -> None:
    """Make the environment if it is not there, and install what ``lock`` pins into it.

    :raises SystemExit: if the environment or its packages cannot be had
    """
    _make(VENV, sys.executable)  # its pip installs into all
    _make(folder, python)
    path = ROOT / "requirements" / lock
    # Python compiles what it imports; pip would compile all, and most is never imported.
    locked = ("install", "--no-compile", "--require-hashes", "-r", str(path), *_source())
    _once(folder, f"installed-{path.stem}", [path], lambda: pip(*locked, into=folder))


def _make(folder: Path, python: str) -> None:
    if (folder / SCRIPTS).exists():
        return
    print(f"Đang tạo {folder.name} … / Making {folder.name} …", flush=True)
    options = [] if folder == VENV else ["--without-pip"]
    if run(python, "-m", "venv", *options, folder):
        raise SystemExit("Không tạo được môi trường. / The environment could not be made.")


def install_wheel(target: Path) -> None:
    """Install the wheel of this checkout, and where we work the way to ``demo`` and ``tests``."""
    _once(VENV, "built-wheel", sources(), _keep_wheel)
    wheel = next(WHEEL.glob("*.whl"))
    pip("install", "--no-deps", "--no-index", "--force-reinstall", str(wheel), into=target)
    if target != BARE:
        library = next(target.glob("lib/python*/site-packages"), target / "Lib" / "site-packages")
        (library / "checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def _keep_wheel() -> None:
    """Build the wheel once for all environments."""
    shutil.rmtree(WHEEL, ignore_errors=True)
    with TemporaryDirectory() as folder:
        wheel = build_wheel(Path(folder))
        WHEEL.mkdir()
        shutil.copy(wheel, WHEEL)


def build_wheel(folder: Path) -> Path:
    """The wheel, built in ``folder`` from a copy, so that nothing of an earlier build gets in."""
    copy = folder / "copy"
    for path in sources():
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    pip("wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(copy))
    return next(folder.glob("*.whl"))


def sources() -> list[Path]:
    """The files that the wheel is made of."""
    files = [path for name in PACKAGES for path in (ROOT / name).rglob("*")]
    ours = [p for p in files if p.is_file() and "__pycache__" not in p.parts]
    return sorted(ours) + [ROOT / name for name in DECLARED]


def _once(folder: Path, name: str, files: list[Path], do: Callable[[], None]) -> None:
    """``do`` it, unless it was done for files of the same content."""
    names = [str(path.relative_to(ROOT)).encode() for path in files]
    contents = [hashlib.sha256(path.read_bytes()).digest() for path in files]
    wanted = hashlib.sha256(b"".join(names + contents)).hexdigest()
    stamp = folder / name
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    print(f"Đang cài đặt vào {folder.name} … / Installing into {folder.name} …", flush=True)
    do()
    stamp.write_text(wanted, encoding="utf-8")


def demo(arguments: list[str]) -> int:
    os.environ.update(INSTALLED)
    return run(PYTHON, "-m", "demo", *arguments)


def test(arguments: list[str]) -> int:
    """Run all checks in turn, or pytest with ``arguments``; stop at the first that fails.

    The tests come last, so that the last line is pytest's own.
    """
    if arguments:
        return run(PYTHON, "-m", "pytest", *arguments)
    install("app.lock", BARE)
    os.environ.update(INSTALLED, KHUYENHOC_PYTHON=str(BARE / SCRIPTS / f"python{EXE}"))
    for program, *options in (*CHECKS, ("python", "-m", "demo", "--once")):
        name = " ".join(options) or program
        print(f"\n=== {name}", flush=True)
        began = time.monotonic()
        if status := run(BIN / f"{program}{EXE}", *options):
            print(f"\nKHÔNG ĐẠT / FAILED: {name}", file=sys.stderr)
            return status
        print(f"--- {time.monotonic() - began:.0f} s", flush=True)
    print("\n=== pytest", flush=True)
    return run(PYTHON, *PYTEST, *WORKERS)


def quick(arguments: list[str]) -> int:
    return run(PYTHON, "-m", "tests.quick", *arguments)


def pythons(arguments: list[str]) -> int:
    """Run the quick suite on each Python, in an environment of its own; say how each ended."""
    passed: list[str] = []
    failed: list[str] = []
    for version, python in interpreters().items():
        folder = VENV if python == str(PYTHON) else ROOT / f".venv-{version}"
        print(f"\n=== Python {version}: {python}", flush=True)
        try:
            install("dev.lock", folder, is_wheel_used=False, python=python)
        except SystemExit as error:  # most often: a locked package has no wheel for this version
            failed.append(f"{version} ({error})")
            continue
        command = (folder / SCRIPTS / f"python{EXE}", "-m", "tests.quick", *arguments)
        (failed if run(*command) else passed).append(version)
    print(f"\nPython: đạt / passed: {', '.join(passed) or '-'}")
    print(f"Python: KHÔNG ĐẠT / FAILED: {', '.join(failed) or '-'}")
    return int(bool(failed))


def interpreters() -> dict[str, str]:
    """The CPythons from ``LEAST`` on, by version: of each minor version the first that works."""
    known: dict[str, str] = {}
    for python in dict.fromkeys(_candidates()):
        version = _ask(python, "-c", VERSION).strip()
        if version and _numbers(version) >= _numbers(LEAST):
            known.setdefault(version, python)
    return dict(sorted(known.items(), key=lambda each: _numbers(each[0])))


def _candidates() -> Iterator[str]:
    """What may be a Python: ours, those on the path, of pyenv, of the launcher of Windows."""
    yield str(PYTHON)
    for folder in os.get_exec_path():
        yield from map(str, sorted(Path(folder).glob(f"python3.[0-9]*[0-9]{EXE}")))
    root = _ask("pyenv", "root").strip()
    for name in _ask("pyenv", "versions", "--bare").split():
        yield str(Path(root, "versions", name, SCRIPTS if EXE else "bin", f"python{EXE}"))
    for line in _ask("py", "-0p").splitlines():
        yield line.split(maxsplit=2)[-1].lstrip("* ")


def _ask(*command: str) -> str:
    """What a command writes; nothing if there is none, or it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def wheelhouse(_: list[str]) -> int:
    locks = [ROOT / "requirements" / name for name in (LOCKS["wheelhouse"], "docs.lock")]
    fetch = (PYTHON, "-m", "pip", "download", "--require-hashes", "-d", "wheelhouse")
    return max(run(*fetch, "-r", lock) for lock in locks)


def docs() -> int:
    """Build the documentation as web pages, all of it each time; a warning is an error."""
    install_locked("docs.lock", DOCS)
    python, site = DOCS / SCRIPTS / f"python{EXE}", ROOT / "build" / "docs"
    sphinx = ("-m", "sphinx", "--fail-on-warning", "--keep-going", "--fresh-env", "--quiet")
    if status := run(python, *sphinx, "-b", "html", "docs", site):
        return status
    print(site / "index.html")
    return 0


def lock() -> int:
    """Pin every dependency with its hashes, for all platforms."""
    sets: dict[str, list[str]] = {
        "agent.lock": [],
        "agent-cipher.lock": ["--extra", "cipher"],
        "app.lock": ["requirements/build.in", "--extra", "server"],
        "dev.lock": ["requirements/build.in", "--extra", "server"],
    }
    sets["dev.lock"] += ["--extra", "dev", "--extra", "cipher"]
    # After the others, with their versions: the wheelhouse then needs each package once.
    sets["docs.lock"] = ["--extra", "docs", "--constraint", "requirements/dev.lock"]
    return max(run(*UV, *how, "-o", f"requirements/{name}") for name, how in sets.items())


def pip(*arguments: str, into: Path = VENV) -> None:
    """Run the pip of ``.venv`` for any of our environments.

    :raises SystemExit: with pip's own words on the screen, if it fails
    """
    quiet = ["--quiet", "--disable-pip-version-check"]
    other = [] if into == VENV else ["--python", into / SCRIPTS / f"python{EXE}"]
    if run(PYTHON, "-m", "pip", *other, *arguments, *quiet):
        raise SystemExit(
            "Không cài được các gói cần thiết. / The dependencies could not be installed."
        )


def _source() -> list[str]:
    folder = ROOT / "wheelhouse"
    return ["--no-index", "--find-links", str(folder)] if folder.is_dir() else []


def run(*command: object) -> int:
    """Run a command in the checkout; Ctrl-C is the command's to handle, SIGTERM is passed on."""
    with subprocess.Popen([str(part) for part in command], cwd=ROOT) as child:
        before = signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        try:
            while True:
                try:
                    return child.wait()
                except KeyboardInterrupt:
                    continue
        finally:
            signal.signal(signal.SIGTERM, before)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
