"""What can go wrong at the centre itself. What goes wrong between replicas is ``sync.errors``.

* AgentError
    * NotSetUp            this folder is not enrolled with a province yet
    * SettingsDamaged     the settings file cannot be read
    * OtherCentre         the code is for another centre than the one whose work is here
    * OtherProvince       another province answers than the one that is known here
    * KeyUnconfirmed      anybody could have answered, and nobody confirmed that it was the province
    * CodeWrong           the enrolment code is wrong, used up or too old
    * EnrolmentFailed     the province at ``address`` could not be asked, or refused: ``cause``
    * AlreadyRunning      another process serves this folder
    * PortTaken           another program listens where we wanted to
    * PinTooShort, NameTaken
    * LastPerson          nobody else could log in then
    * WrongPin
    * PinThrottled        too many wrong PINs; wait ``seconds``
    * NotAlike            our records and the province's differ, and repair did not help
    * BundleDamaged       the file is not whole, or no bundle at all
    * BundleForeign       the file is for another centre, or not from our province
    * BundleOurs          the file is one that we exported, not the province's answer to it
    * NoAnswer            there is no answer of the province for this computer
    * SiblingUnknown      the machine is not known to be of our centre
    * SiblingEnded        the machine was retired or lost
    * PlaceUnfit          copies cannot be kept there: ``why``
    * CopyUnfit           the copy cannot be restored: ``why``
    * DriveMissing        the drive for the second copies is not there
    * WordUnknown         a word of the recovery words is not one of ours
    * KeyWrong            the recovery words are not those of this database
    * KeyPlaceUnsafe      the key would be kept beside what it opens
    * FileUnwritable      a file for a person could not be written, or did not read back
        * StickFull, StickReadOnly, StickGone

``texts`` has a sentence for each.
"""

from __future__ import annotations


class AgentError(Exception):
    """Base of what the agent itself can expect to go wrong."""


class NotSetUp(AgentError):
    pass


class SettingsDamaged(AgentError):
    pass


class OtherCentre(AgentError):
    pass


class OtherProvince(AgentError):
    pass


class KeyUnconfirmed(AgentError):
    pass


class CodeWrong(AgentError):
    pass


class EnrolmentFailed(AgentError):
    """Has sentences of its own for each ``cause``: before enrolment nothing is sent by itself."""

    def __init__(self, cause: Exception, address: str) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.address = address
        self.seconds: int = getattr(cause, "seconds", 0)


class AlreadyRunning(AgentError):
    pass


class PortTaken(AgentError):
    pass


class PinTooShort(AgentError):
    pass


class NameTaken(AgentError):
    pass


class LastPerson(AgentError):
    pass


class WrongPin(AgentError):
    pass


class PinThrottled(AgentError):
    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class NotAlike(AgentError):
    pass


class BundleDamaged(AgentError):
    pass


class BundleForeign(AgentError):
    pass


class BundleOurs(AgentError):
    pass


class NoAnswer(AgentError):
    pass


class FileUnwritable(AgentError):
    pass


class StickFull(FileUnwritable):
    pass


class StickReadOnly(FileUnwritable):
    pass


class StickGone(FileUnwritable):
    pass


class SiblingUnknown(AgentError):
    pass


class SiblingEnded(AgentError):
    pass


class DriveMissing(AgentError):
    pass


class PlaceUnfit(AgentError):
    """``why``: none, relative, inside, no-network, missing, no-folder."""

    def __init__(self, why: str, place: str = "") -> None:
        super().__init__(place)
        self.why = why


class CopyUnfit(AgentError):
    """``why``: gone, damaged, other-key, other-centre, no-room, late."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(detail)
        self.why = why


class WordUnknown(AgentError):
    pass


class KeyWrong(AgentError):
    pass


class KeyPlaceUnsafe(AgentError):
    pass
