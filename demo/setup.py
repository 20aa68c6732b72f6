"""The province and its centres, set up for the story: who they are, and what runs where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from client_agent.agent import Agent

from . import plausible
from .centre import Centre, Clerk
from .plausible import Values
from .processes import Processes
from .province import Province
from .relay import Relay
from .seed import Machine, Past, live, published
from .story import Site


class Part(NamedTuple):
    """A commune whose centre has a machine with pages, and who works there."""

    code: str
    commune: str
    district: str
    clerks: tuple[Clerk, ...]


CAST = (
    Part("04876", "Cao Sơn", "Huyện Đà Bắc", (Clerk("Xa Thị Hoa", "2468"),)),
    Part("05209", "Pà Cò", "Huyện Mai Châu", (Clerk("Sùng Văn Lâm", "1357"),)),
    Part(
        "05329",
        "Ngọc Sơn",
        "Huyện Lạc Sơn",
        (Clerk("Bùi Văn Quyết", "8642"), Clerk("Quách Thị Nga", "9753")),
    ),
)
DISTRICT_OFFICER, DISTRICT = "dabac", "150"  # Huyện Đà Bắc


@dataclass
class Stage:
    """Everything that was set up; ``close`` before the processes end."""

    province: Province
    sites: list[Site]
    machines: list[Machine]

    def close(self) -> None:
        for site in self.sites:
            site.centre.line.stop()


def start_province(folder: Path, port: int, centres: int) -> Stage:
    """Set the province up with so many centres; three of them are those of ``CAST``."""
    province = Province(folder / "province", port)
    province.set_up()
    province.add_district_officer(DISTRICT_OFFICER, DISTRICT)
    areas = province.add_centres_in(*(part.code for part in CAST))
    others = province.add_centres(centres - len(CAST))
    target = ("127.0.0.1", province.port)
    sites = [
        _site(folder / f"centre-{part.code}", area, part, Relay(target))
        for part, area in zip(CAST, areas, strict=True)
    ]
    machines = [
        Machine(site.centre.area, site.centre.folder, site.centre.line.url, number, False)
        for number, site in enumerate(sites)
    ]
    for number, area in enumerate(others, len(sites)):
        machines.append(Machine(area, folder / "others" / area, province.url, number))
    return Stage(province, sites, machines)


def fill(stage: Stage, past: Past) -> Iterator[int]:
    """Let all centres live through their past; yield the number of records as each is done."""
    return live(past, stage.province, stage.machines)


def open_centres(stage: Stage, processes: Processes) -> None:
    """Start the machines of the three centres, with their pages."""
    for site, part in zip(stage.sites, CAST, strict=True):
        for clerk in part.clerks:
            site.centre.add(clerk)
        site.centre.open(processes)


def criteria(stage: Stage) -> Values:
    """The criteria set that the centres have from the province."""
    agent = Agent(stage.machines[0].folder)
    try:
        return published(agent)
    finally:
        agent.close()


def _site(folder: Path, area: str, part: Part, line: Relay) -> Site:
    at = plausible.place(Random(part.code), part.commune)
    return Site(Centre(folder, area, line), at, f"Xã {part.commune}", part.district)
