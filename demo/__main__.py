"""``python -m demo``: a province, its centres, two years of records, and the main job.

Everything runs on loopback, in a folder of its own, and is spoken to as people and machines
speak to it: by commands, over HTTP, through the agent.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import click

from schemas.console import use_utf8

from .centre import NotSaved
from .output import line, tell
from .processes import DidNotStart, Processes
from .province import OFFICER, PASSWORD
from .seed import NotSynced, Past
from .setup import DISTRICT_OFFICER, Stage, criteria, fill, open_centres, start_province
from .story import tell_story

EXPECTED = (DidNotStart, NotSaved, NotSynced, LookupError, OSError)
YEAR = 2012  # the story's
MOST = 30  # differences that are printed
FULL, SMALL = 120, 8  # activities of a centre in a year


@click.command()
@click.option("--once", is_flag=True, help="A smaller past; check the figures and end.")
@click.option("--centres", type=click.IntRange(3, 210), default=210, show_default=True)
@click.option("--years", type=click.IntRange(1, 3), default=2, show_default=True)
@click.option("--activities", type=click.IntRange(1, 500), help="Of a centre in a year.")
@click.option("--port", type=int, default=0, help="The server's port, instead of a free one.")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="It is kept.")
def demo(folder: Path | None, once: bool, **numbers: int) -> None:
    """Chạy thử: máy chủ của tỉnh, 210 trung tâm, nhập liệu không cần mạng, đồng bộ, báo cáo.

    See it work: the province's server, 210 centres, records made offline, synced, counted.

    \b
    Exit codes of --once: 0 the province's figures agree with what was entered, 1 they differ.
    """
    activities = numbers["activities"] or (SMALL if once else FULL)
    past = Past(tuple(range(YEAR - numbers["years"] + 1, YEAR + 1)), activities)
    try:
        with working_folder(folder) as place, Processes(place) as processes:
            wrong = play(
                start_province(place, numbers["port"], numbers["centres"]), past, processes, once
            )
    except EXPECTED as error:
        raise click.ClickException(f"{type(error).__name__}: {error}") from error
    sys.exit(1 if wrong else 0)


def play(stage: Stage, past: Past, processes: Processes, once: bool) -> list[str]:
    """Set the stage and tell the story; return what differs from what it must be."""
    with contextlib.closing(stage):
        prepare(stage, past, processes)
        wrong = tell_story(stage.sites, stage.province.officer(), YEAR, criteria(stage))
        conclude(wrong)
        if not once:
            stay(stage)
    return wrong


def prepare(stage: Stage, past: Past, processes: Processes) -> None:
    tell(
        f"Đã lập tỉnh Hòa Bình năm {YEAR}, {len(stage.machines)} trung tâm học tập cộng đồng.",
        f"The province of Hòa Bình as in {YEAR} is founded, with {len(stage.machines)} centres.",
    )
    stage.province.serve(processes)
    tell(
        f"Máy chủ chạy tại {stage.province.url}. Các trung tâm ghi danh, nhập và gửi "
        f"{len(past.years)} năm hoạt động:",
        "The server is up. The centres enrol, and enter and send what they did in those years:",
    )
    label = "Trung tâm / Centres"
    with click.progressbar(fill(stage, past), len(stage.machines), label, file=sys.stderr) as bar:
        count = sum(bar)
    line(f"{count} bản ghi / records")
    open_centres(stage, processes)


def conclude(wrong: list[str]) -> None:
    if not wrong:
        tell(
            "Khớp: báo cáo của tỉnh thay đổi đúng bằng những gì đã nhập.",
            "They agree: the province's report changed by exactly what was entered.",
        )
        return
    tell("KHÔNG KHỚP:", "THEY DIFFER:")
    for each in wrong[:MOST]:
        line(each)
    if len(wrong) > MOST:
        line(f"… và {len(wrong) - MOST} chỗ khác / and {len(wrong) - MOST} more")


def stay(stage: Stage) -> None:
    """Say where everything is, and stay up until Ctrl-C."""
    tell("Mọi thứ đang chạy; bấm Ctrl-C để dừng.", "All of it is up; press Ctrl-C to end it.")
    for who, name in (("tỉnh / province", OFFICER), ("Huyện Đà Bắc / district", DISTRICT_OFFICER)):
        line(f"{stage.province.url}  {who}: {name}, mật khẩu / password: {PASSWORD}")
    for site in stage.sites:
        clerks = "; ".join(f"{clerk.name}, PIN {clerk.pin}" for clerk in site.centre.clerks)
        line(f"{site.centre.url}  {site.unit}: {clerks}")
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()


@contextlib.contextmanager
def working_folder(chosen: Path | None) -> Iterator[Path]:
    """The folder that was chosen, or one that is gone afterwards."""
    if chosen:
        chosen.mkdir(parents=True, exist_ok=True)
        yield chosen
        return
    with tempfile.TemporaryDirectory(prefix="khuyenhoc-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def end(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> None:
    use_utf8()
    # Also if a shell started us with one of them ignored.
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, end)
    demo(prog_name="python -m demo")


if __name__ == "__main__":
    main()
