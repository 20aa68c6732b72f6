"""What keeps a letter that changed on a disk from passing in silence, or from stopping anybody."""

from . import Safeguard

MENDING, REPLICA = "sync/damaged_rows.py", "sync/replica.py"
SAFEGUARDS = {
    "records of which a row is damaged are left out of both digests": Safeguard(
        "sync/exchange.py", "damaged=damaged,", "damaged=(),", "rot"
    ),
    "... also where only the notice of parking is": Safeguard(
        MENDING, "if key.record_type == PARKED for at", "if False for at", "none"
    ),
    "the server asks for what it cannot read": Safeguard(
        "sync/exchange.py", "wanted=damaged_rows.wanted(hub.store, device),", "", "rot"
    ),
    "a damaged row is replaced by the same change alone": Safeguard(
        "sync/stores/memory.py", "if not is_sure and right != was.change:", "if False:", "none"
    ),
    "what a new feed leaves out is not set aside if the server cannot read it": Safeguard(
        "sync/exchange.py",
        " if e.change.key not in response.damaged or replica.is_ours(e)]",
        "]",
        "none",
    ),
    "no record is made anew while a row of it is damaged": Safeguard(
        REPLICA,
        "for key, record in made.items() if key not in damaged",
        "for record in made.values()",
        "none",
    ),
    "a change to be sent that cannot be read holds up no other": Safeguard(
        REPLICA,
        "        if waiting:\n            self.store.set_damage_aside",
        "        if False:\n            self.store.set_damage_aside",
        "rot",
    ),
    "what cannot be read here is fetched from the server": Safeguard(
        "sync/repair.py",
        "back = replica.put_back(reply.changes, is_sure=True)",
        "back = set()",
        "none",
    ),
    "... and set aside if it is not there either": Safeguard(
        "sync/repair.py",
        "            replica.store.set_damage_aside([damage.at for damage in lost])\n",
        "",
        "none",
    ),
}
