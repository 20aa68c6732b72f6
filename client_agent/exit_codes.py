"""Exit codes: one for each thing that a person, a timer or a script does differently about."""

from __future__ import annotations

from sync import errors as engine

from . import errors as ours

UNEXPECTED, REBUILT, DIFFERS, USAGE = 1, 9, 10, 64

CODES: dict[type[BaseException], int] = {  # the nearest class of the error's family counts
    engine.PeerUnreachable: 2,
    engine.MessageUnreadable: 3,
    engine.Refused: 3,
    ours.CodeWrong: 3,
    engine.StoreUnusable: 4,
    ours.SettingsDamaged: 4,
    ours.NotSetUp: 5,
    ours.BundleDamaged: 6,
    ours.BundleForeign: 6,
    ours.BundleOurs: 6,
    ours.NoAnswer: 6,
    ours.SiblingUnknown: 6,
    ours.SiblingEnded: 6,
    ours.DriveMissing: 6,
    ours.PlaceUnfit: 6,
    ours.CopyUnfit: 6,
    ours.FileUnwritable: 6,
    ours.WordUnknown: 6,
    ours.KeyWrong: 6,
    ours.KeyPlaceUnsafe: 6,
    ours.AlreadyRunning: 7,
    ours.PortTaken: 7,
    ours.OtherCentre: 8,
    ours.OtherProvince: 8,
    ours.KeyUnconfirmed: 8,
    ours.NotAlike: DIFFERS,
    ours.PinTooShort: USAGE,
    ours.NameTaken: USAGE,
    ours.LastPerson: USAGE,
}


def code(error: BaseException) -> int:
    if isinstance(error, ours.EnrolmentFailed):
        return code(error.cause)
    return next((CODES[kind] for kind in type(error).__mro__ if kind in CODES), UNEXPECTED)
