"""The commands, as they are typed at the server's keyboard."""

import pytest
from click.testing import CliRunner

from server.cli import cli


@pytest.fixture
def run(config):
    """Run a command on the folder of the province."""

    def run(*arguments, text=None):
        return CliRunner().invoke(cli, ["--folder", str(config.folder), *arguments], input=text)

    return run


@pytest.fixture
def sheet(run, province, tmp_path):
    """The words of the province's recovery sheet, in a file as if somebody had typed them."""
    path = tmp_path / "sheet.txt"
    path.write_text(run("recovery-sheet", "--text").stdout, encoding="utf-8")
    return path
