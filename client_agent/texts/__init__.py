"""Every sentence the agent says, by error or state: what happened, is the work safe, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.formatting.label import Label
from schemas.throttle import duration
from sync import errors as engine

from .. import errors as ours
from .sentences import TEXTS

NAMES: dict[type[Exception], str] = {  # the nearest class of the error's family counts
    engine.PeerUnreachable: "unreachable",
    engine.NotTheProvince: "not-the-province",
    engine.Refused: "refused",
    engine.MessageUnreadable: "answer-unreadable",
    engine.NotSigned: "not-the-province",
    engine.StoreUnusable: "store-unusable",
    engine.StoreBusy: "store-busy",
    engine.StoreFull: "store-full",
    engine.StoreDamaged: "store-damaged",
    engine.StoreReadOnly: "store-read-only",
    engine.StoreLocked: "store-locked",
    engine.CipherMissing: "cipher-missing",
    ours.NotSetUp: "not-set-up",
    ours.SettingsDamaged: "settings-damaged",
    ours.OtherCentre: "other-centre",
    ours.OtherProvince: "other-province",
    ours.KeyUnconfirmed: "key-unconfirmed",
    ours.AlreadyRunning: "already-running",
    ours.PinTooShort: "pin-too-short",
    ours.NameTaken: "name-taken",
    ours.LastPerson: "last-person",
    ours.WrongPin: "wrong-pin",
    ours.PinThrottled: "pin-throttled",
    ours.CodeWrong: "wrong-code",
    ours.PortTaken: "port-taken",
    ours.NotAlike: "not-alike",
    ours.BundleDamaged: "bundle-damaged",
    ours.BundleForeign: "bundle-foreign",
    ours.BundleOurs: "bundle-ours",
    ours.SiblingUnknown: "sibling-unknown",
    ours.SiblingEnded: "sibling-ended",
    ours.NoAnswer: "no-answer",
    ours.DriveMissing: "drive-missing",
    ours.PlaceUnfit: "place-unfit",
    ours.CopyUnfit: "copy-unfit",
    ours.WordUnknown: "word-unknown",
    ours.KeyWrong: "key-wrong",
    ours.KeyPlaceUnsafe: "key-place-unsafe",
    ours.FileUnwritable: "file-unwritable",
    ours.StickFull: "stick-full",
    ours.StickReadOnly: "stick-read-only",
    ours.StickGone: "stick-gone",
}


def describe(error: BaseException) -> Label:
    """What to tell a person about the error, in both languages."""
    seconds = getattr(error, "seconds", 0) or 60
    words = {"wait": duration(seconds), "detail": str(error)}
    return say(_key(error), **words, address=getattr(error, "address", ""))


def sentence(error: BaseException, lang: str = "vi") -> str:
    return describe(error).say(lang)


def say(name: str, /, **words: object) -> Label:
    """The text of that name with the words in place."""
    return TEXTS[name].filled(**words)


def clock_warning(offset: int) -> Label | None:
    """What to say of a clock that is ``offset`` ms ahead of the province's; None if it is near."""
    minutes = round(offset / 60_000)
    if abs(minutes) < 10:
        return None
    return say("clock.ahead" if minutes > 0 else "clock.behind", lead=_span(abs(minutes)))


def _span(minutes: int) -> Label:
    """So long, in the unit that people count it in."""
    if minutes < 120:
        return say("clock.minutes", count=minutes)
    hours = round(minutes / 60)
    if hours < 48:
        return say("clock.hours", count=hours)
    return say("clock.days", count=round(hours / 24))


def _key(error: BaseException) -> str:
    if isinstance(error, ours.EnrolmentFailed):
        keys = [f"error.enrol-{name}" for name in _names(error.cause)]
    else:
        keys = [f"error.{name}" for name in _names(error)]
    return next(key for key in keys if key in TEXTS)


def _names(error: BaseException) -> Iterator[str]:
    """What the error is called, the most telling first."""
    if isinstance(error, engine.PeerUnreachable):
        yield f"unreachable-{error}"
    if isinstance(error, engine.Refused):
        yield f"refused-{error.code}"
    if isinstance(error, ours.PlaceUnfit | ours.CopyUnfit):
        yield f"{NAMES[type(error)]}-{error.why}"
    yield from (NAMES[kind] for kind in type(error).__mro__ if kind in NAMES)
    yield "unexpected"
