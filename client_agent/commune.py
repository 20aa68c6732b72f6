"""What is known of the commune that the centre is in."""

from __future__ import annotations

from schemas.record import natural_id
from schemas.records.centre_profile import CentreProfile
from sync.changes import Key

from .workspace import Workspace


def people(workspace: Workspace) -> int:
    """About how many live there; 0 if the centre's profile does not say."""
    name = natural_id(CentreProfile, workspace.area, {})
    key = Key(workspace.area, CentreProfile.record_type, name)
    adults = workspace.store().load([key])[key].values.get("population_15_count")
    return adults * 3 // 2 if isinstance(adults, int) else 0  # two in three are of age
