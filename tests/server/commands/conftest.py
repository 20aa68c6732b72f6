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
