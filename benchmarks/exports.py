"""What a person waits for who sorts a list or takes it out: ``python -m benchmarks.exports``.

Growing years of activities, through the pages of the province and of a centre: the list sorted by
its title, the CSV file, the workbook. Each in a process of its own, beside a limit in the same
process; with ``--before DIR``, an older checkout, the same of it in the same run.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import uuid
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SIZES = ("5000", "25000", "100000", "100000/4")  # records, and in how many years
YEAR, DAY = 2012, "2012-07-24"
NAME, PASSWORD, PIN = "tinh", "một mật khẩu dài", "280412"
REPEATS = 3
MOST_OF_A_CENTRE = 25_000  # records; in twenty years it has a tenth of that
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')

Values = dict[str, float]


def province(folder: Path, records: int, years: int) -> object:
    """A province whose centres entered so many activities in those years; its web application."""
    from server import Config, create_app
    from server.centres import centres, units
    from server.founding import create_province
    from server.users import users
    from server.users.users import Account

    config = Config(folder)
    made = create_province(config)
    communes = [unit for unit in units.in_force(made.db(), DAY) if unit.level == "commune"]
    for unit in communes:
        centres.add(made.db(), unit, "2008-01-01")
    users.add(made.db(), Account(NAME, PASSWORD, users.PROVINCE))
    fill(made.store(), [centre.area for centre in centres.centres(made.db())], records, years)
    made.close()
    return create_app(config)


def centre(folder: Path, records: int) -> object:
    """A centre that entered as many itself, and the agent that serves its pages."""
    from client_agent import config
    from client_agent.agent import Agent
    from client_agent.config import Settings
    from sync.wire import seal

    if not folder.exists():
        config.init(folder)
        config.save_device_seed(folder, seal.new_seed())
        key = config.key_text(seal.public_key(seal.new_seed()))
        near = {"server": "http://127.0.0.1:9", "centre": "TTHTCĐ Xã Mường Bi", "server_key": key}
        config.save(folder, Settings(device="d1", area="a1", published="p1", certificate=1, **near))
        agent = Agent(folder)
        agent.staff.add(NAME, PIN)
        fill(agent.store(), ["a1"], records, 1)
        return agent
    return Agent(folder)


def fill(store: object, areas: list[str], records: int, years: int) -> None:
    """Put so many activities straight among the records: no log is needed to list them."""
    from sync.changes import Key
    from sync.clock import Timestamp
    from sync.merge import Cell, Record

    random = Random(7)
    at = Timestamp(1_790_000_000_000, 0, "bench")
    made = islice(activities(random, areas, records, years), records)
    while batch := [
        Record(
            Key(area, "activity", str(uuid.UUID(int=random.getrandbits(128), version=4))),
            {name: Cell(value, at) for name, value in values.items()},
        )
        for area, values in islice(made, 1000)
    ]:
        store.save(batch)  # type: ignore[attr-defined]


def activities(random: Random, areas: list[str], records: int, years: int) -> Iterator[Any]:
    """As many of each centre and year; hardly two are called alike."""
    from demo import plausible

    places = {area: plausible.place(random, f"Xã {n}") for n, area in enumerate(areas)}
    most = -(-records // len(areas) // years)
    for year in range(YEAR, YEAR - years, -1):
        for area in areas:
            its = plausible.activities(random, places[area], year, most)
            for number, values in enumerate(its):
                title = f"{values['title']}, {values['village']}, lần {number}"
                yield area, {**values, "title": title}


def logged_in(app: object) -> object:
    client = app.test_client()  # type: ignore[attr-defined]
    token = TOKEN.search(client.get("/login").text)
    sent = {"csrf_token": token[1] if token else "", "name": NAME, "password": PASSWORD}
    if client.post("/login", data=sent).status_code != 302:
        raise RuntimeError("not logged in")
    return client


def took(work: Callable[[], object], repeats: int = 1) -> float:
    """CPU seconds, the least of a few times."""
    times = []
    for _ in range(repeats):
        begun = process_time()
        work()
        times.append(process_time() - begun)
    return min(times)


def size(client: object, address: str) -> int:
    """Ask for a file and read it as it comes; how many bytes it has."""
    answer = client.get(address, buffered=False)  # type: ignore[attr-defined]
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return sum(map(len, answer.iter_encoded()))


def peak() -> float:
    """Megabytes of memory that this process ever had; Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def at_the_province(folder: Path, work: str) -> Values:
    from server import Config, create_app

    client = logged_in(create_app(Config(folder)))
    base = f"/records/activity?period={YEAR}"
    size(client, base)
    if work == "list":
        lists = {
            "page sorted by day": base,
            "page sorted by title": f"{base}&sort=title",
            "page sorted by choice": f"{base}&sort=-category",
        }
        times = {name: took(lambda a=a: size(client, a), REPEATS) for name, a in lists.items()}
        return times | queries(Config(folder).database)
    seconds = took(lambda: size(client, f"/records/activity.{work}?period=all"))
    figures = {work: seconds, f"{work}: peak MB": peak()}
    return figures | limit(Config(folder).database, work)


def at_the_centre(folder: Path, work: str) -> Values:
    from client_agent.web import create_app

    app = create_app(centre(folder, 0))  # type: ignore[arg-type]
    client = app.test_client()
    with client.session_transaction() as session:
        session["staff"] = NAME
    if work == "list":
        times = {}
        for name, sort in (("day", ""), ("title", "title"), ("choice", "-category")):
            address = f"/records/activity?sort={sort}"
            times[f"centre: by {name}"] = took(lambda a=address: size(client, a), REPEATS)
        return times
    size(client, "/records/activity")
    seconds = took(lambda: size(client, f"/records/activity.{work}"))
    return {f"centre: {work}": seconds, f"centre: {work}: peak MB": peak()}


def queries(database: Path) -> Values:
    """The query of a sorted page alone; and the same fifty rows by their keys."""
    from reporting import periods
    from reporting.query import listing
    from reporting.query.selection import Selection
    from sync.stores.sqlite import connect

    db = connect(database)
    areas = [area for (area,) in db.conn.execute("select area from centre")]
    every = Selection("activity", frozenset(areas), periods.year(YEAR))
    few = Selection("activity", frozenset(areas[:20]), periods.year(YEAR))
    one = Selection("activity", frozenset(areas[:1]), periods.year(YEAR))
    autumn = Selection("activity", frozenset(areas), periods.quarter(YEAR, 4))
    school = Selection("activity", frozenset(areas), periods.school_year(YEAR))
    asked = {
        "all": every,
        "a district": few,
        "a centre": one,
        "a quarter": autumn,
        "a school year": school,
    }

    def page(its: Selection, number: int = 1) -> list[dict[str, object]]:
        return listing.page(db, its, number, "title")

    keys = [(row["_area"], row["_id"]) for row in page(every)]
    by_key = "select * from activity where _area = ? and _id = ?"
    times = {
        f"list, {name}": took(lambda its=its: page(its), REPEATS) for name, its in asked.items()
    }
    last = -(-listing.count(db, every) // listing.PAGE)
    times["list, last page"] = took(lambda: page(every, last), REPEATS)
    times["limit: its rows by key"] = took(
        lambda: [list(db.query(by_key, key)) for key in keys], REPEATS
    )
    return times


def limit(database: Path, work: str) -> Values:
    """The cells as they lie there, written without a look at any; and, of a workbook, packed."""
    from schemas.record import get
    from schemas.tables.columns import projection
    from sync.stores.sqlite import connect

    names = ", ".join(f'"{name}"' for name in projection(get("activity")).columns)
    rows = connect(database).conn.execute(f"select {names} from activity where _deleted = 0")
    if work == "csv":
        return {"limit: csv": took(lambda: csv.writer(io.StringIO()).writerows(rows))}

    def pack() -> None:
        packer = zlib.compressobj()
        for row in rows:
            packer.compress(
                "".join(f'<c r="A1" s="1"><v>{v}</v></c>' for v in row if v is not None).encode()
            )

    return {"limit: xlsx": took(pack)}


WORKS = ("list", "csv", "xlsx")
PLACES = {"province": at_the_province, "centre": at_the_centre}


def child(checkout: Path, *args: object) -> Values:
    """In a process of its own, by the code of that checkout."""
    env = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, str(Path(__file__).resolve()), *map(str, args)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    figures: Values = json.loads(done.stdout.splitlines()[-1])
    return figures


def measure(checkout: Path, case: str) -> Values:
    with tempfile.TemporaryDirectory() as folder:
        figures = child(checkout, "--fill", folder, *case.partition("/")[::2])
        for place in PLACES:
            for work in WORKS:
                figures |= child(checkout, "--do", place, folder, work)
    return figures


def show(case: str, ours: Values, before: Values) -> None:
    records, _, years = case.partition("/")
    print(f"\n{int(records):,} activities, years: {years or 1}")
    for name, value in ours.items():
        old = before.get(name)
        beside = f"{old:10.3f} before, {value / old if old else 0:6.3f} of it" if old else ""
        print(f"  {name:26} {value:10.3f}  {beside}", flush=True)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--sizes", nargs="+", default=SIZES, metavar="RECORDS[/YEARS]")
    words.add_argument("--before", type=Path, metavar="DIR", help="an older checkout")
    words.add_argument("--fill", nargs=3, help=argparse.SUPPRESS)
    words.add_argument("--do", nargs=3, help=argparse.SUPPRESS)
    options = words.parse_args()
    if options.fill:
        folder, records = Path(options.fill[0]), int(options.fill[1])
        years = int(options.fill[2] or 1)
        seconds = took(lambda: province(folder / "province", records, years))
        database = sum(p.stat().st_size for p in (folder / "province").glob("*.db*")) / 2**20
        centre(folder / "centre", min(records, MOST_OF_A_CENTRE))
        print(json.dumps({"filling": seconds, "database MB": database}))
    elif options.do:
        place, folder, work = options.do
        print(json.dumps(PLACES[place](Path(folder) / place, work)))
    else:
        for case in options.sizes:
            show(case, measure(ROOT, case), measure(options.before, case) if options.before else {})


if __name__ == "__main__":
    main()
