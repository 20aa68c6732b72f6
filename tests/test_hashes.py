"""How slow the product makes it to guess; the tests themselves go by ``quick_hashes``."""

import subprocess
import sys

import pytest
from nacl import pwhash

MADE = {
    "passwords": "from server.users import users; print(users._hash('chín con cá chép'))",
    "PINs": "from client_agent.people import staff; print(staff._hash('2468'))",
}
CODE = """
from sqlite_utils import Database
from server.devices import codes
db = Database(memory=True)
db["setting"].insert({"name": "salt", "value": "MDEyMzQ1Njc4OWFiY2RlZg=="}, pk="name")
print(codes.hashed(db, "một hai ba bốn"))
"""


def output(program):
    command = [sys.executable, "-X", "utf8", "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("what", "cost"), [("passwords", "m=65536,t=2,p=1"), ("PINs", "m=19456,t=2,p=1")]
)
def test_a_hash_costs_memory_and_time(what, cost):
    assert output(MADE[what]).startswith(f"$argon2id$v=19${cost}$")


def test_the_hash_of_a_code_costs_memory_and_time():
    salt, code = b"0123456789abcdef", b"mot hai ba bon"
    slow = pwhash.argon2id.kdf(32, code, salt, opslimit=2, memlimit=19 << 20)

    assert slow.hex() == output(CODE)
