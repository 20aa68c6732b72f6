import pytest

from client_agent.cli import main


@pytest.fixture
def command(folder, capsys):
    """Run a command on the enrolled folder; return its exit code and what it said."""

    def command(*words):
        code = main(["--folder", str(folder), *map(str, words)])
        told = capsys.readouterr()
        return code, told.out + told.err

    return command
