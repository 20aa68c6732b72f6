"""The centre's commands. A known error is a sentence with a next step and an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from schemas.console import NotUtf8, use_utf8
from schemas.formatting.label import Label
from sync.errors import SyncError
from sync.stores import private_files

from . import __version__, config, exit_codes, logs
from .agent import Agent
from .commands import COMMANDS, tell, tell_recovered
from .errors import AgentError
from .texts import describe, say

log = logging.getLogger(__name__)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục dữ liệu của trung tâm. The folder of the centre's work.",
)
@click.option(
    "--log",
    "log_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write what happens; agent.log in the folder unless you say otherwise.",
)
@click.version_option(__version__, prog_name="khuyenhoc-agent")
@click.pass_context
def cli(context: click.Context, folder: Path | None, log_path: Path | None) -> None:
    """Khuyến Học tại trung tâm: nhập liệu không cần mạng, đồng bộ với tỉnh khi có mạng.

    Khuyến Học at a centre: record offline, sync with the province when there is a network.

    \b
    Mã kết thúc của mọi lệnh / Exit codes of all commands:
      0   xong, mọi thứ đã đồng bộ                 done, everything is synced
      1   lỗi không lường trước                    something unexpected
      2   không liên lạc được máy chủ              the server cannot be reached
      3   tỉnh từ chối                             the province refused
      4   tệp dữ liệu trên máy không dùng được     the local database is unusable
      5   chưa ghi danh                            not enrolled
      6   tệp hỏng hoặc không phải của máy này     a file is damaged or foreign
      7   chương trình đang chạy rồi               already running
      8   mã của nơi khác, hoặc sai ba từ          another place's code, or other check words
      9   có chỗ hỏng, đã dựng lại (check, verify) something was damaged and was rebuilt
      10  có chỗ khác nhau, chưa sửa (verify)      something differs and was not repaired
      64  gõ sai lệnh                              the command was typed wrongly
    """
    folder = folder or config.default_folder()
    agent = Agent(folder)
    if still_open := private_files.tighten(folder):
        count, path = len(still_open), still_open[0]
        tell(say("folder.open_to_others", count=count, path=path, folder=folder), err=True)
    at_end, context.obj = context.obj, agent
    at_end.callback(agent.close)
    at_end.callback(tell_recovered, agent)
    if os.path.isdir(folder) or log_path:  # noqa: PTH112 - a folder closed to us is none here
        at_end.callback(logs.stop, logs.to_file(log_path or config.log_file(folder)))


for command in COMMANDS:
    cli.add_command(command)


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; no traceback reaches a person."""
    use_utf8()
    with ExitStack() as at_end:
        at_end.callback(logs.stop, logs.quiet())
        return _run(args, at_end)


def _run(args: Sequence[str] | None, at_end: ExitStack) -> int:
    try:
        return cli.main(args, "khuyenhoc-agent", standalone_mode=False, obj=at_end) or 0
    except click.Abort:
        return 130
    except click.ClickException as exc:
        return _wrong_usage(exc)
    except NotUtf8:
        tell(say("error.not_utf8"), err=True)
        return exit_codes.USAGE
    except (SyncError, AgentError) as exc:
        log.warning("ended with %s: %s", type(exc).__name__, exc)
        tell(describe(exc), err=True)
        return exit_codes.code(exc)
    except Exception as exc:
        log.exception("unexpected")
        tell(say("error.unexpected", detail=f"{type(exc).__name__}: {exc}"), err=True)
        return exit_codes.UNEXPECTED


def _wrong_usage(exc: click.ClickException) -> int:
    exc.show()
    tell(Label("Lệnh gõ chưa đúng; thêm --help để xem cách dùng.", "Add --help to see how."), True)
    return exit_codes.USAGE


if __name__ == "__main__":
    sys.exit(main())
