"""Answers in ZIPs: as the province's page gives them out, and as people make them."""

import io
import zipfile

import pytest

from client_agent.agent import Agent
from client_agent.errors import BundleDamaged, NoAnswer
from client_agent.usb import exporting, files
from client_agent.usb.importing import messages, take_in
from server.web.files.zipped import zipped


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


@pytest.fixture
def answer(agent, write, province, tmp_path):
    """The province's answer to what was just written, lying elsewhere than on the stick."""
    write(agent)
    desk = tmp_path / "desk"
    desk.mkdir()
    (path,) = province.carry(exporting.export(agent, desk / "x-gui.khb").paths[0])
    return path


@pytest.fixture
def foreign(province, enrol, tmp_path):
    """The province's answer to another centre's machine."""
    other = Agent(enrol(tmp_path / "other", "http://127.0.0.1:9", "d2"))
    desk = tmp_path / "other-desk"
    desk.mkdir()
    (path,) = province.carry(exporting.export(other, desk / "other-gui.khb").paths[0])
    other.close()
    return path


def zip_of(entries, method=zipfile.ZIP_STORED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "name", ["khuyenhoc-tra-loi.zip", "TRALOI~1.ZIP", "Tải về/tháng 11/a (1).zip", "b.zip.tmp"]
)
def test_the_zip_of_the_province_s_page_is_found_wherever_it_lies(
    agent, answer, foreign, stick, name
):
    path = stick / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(zipped([foreign, answer])))
    taken = take_in(agent, [stick])

    assert (1, 1, True, ()) == (taken.answers, taken.sent, taken.settled, taken.damaged)
    assert [] == list(agent.folder.glob("stick-*"))


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("inside", ["x-tra-loi.khb", "USB\\moi\\x-tra-loi.khb", "doi-ten.dat"])
def test_a_zip_that_windows_made_of_the_loose_file_is_taken(agent, answer, stick, method, inside):
    path = stick / "New Compressed (zipped) Folder.zip"
    path.write_bytes(zip_of({inside: answer.read_bytes(), "anh.jpg": b"holiday"}, method))

    assert take_in(agent, [path]).settled


def test_a_zip_in_a_zip_is_opened_and_a_third_is_not(agent, answer, stick):
    first = zip_of({"x-tra-loi.khb": answer.read_bytes()})
    second = zip_of({"khuyenhoc-tra-loi.zip": first})
    (stick / "ba.zip").write_bytes(zip_of({"hai.zip": second}))

    with pytest.raises(NoAnswer):
        take_in(agent, [stick])
    (stick / "hai.zip").write_bytes(second)
    assert take_in(agent, [stick]).settled


def test_parts_come_in_any_order_some_loose_and_some_in_a_zip(agent, write, province, stick):
    for _ in range(12):
        write(agent)
    path = exporting.export(agent, agent.folder / "x-gui.khb").paths[0]
    parts = province.carry(path, budget=100, limit=1)
    entries = {part.name: part.read_bytes() for part in reversed(parts[1:])}
    (stick / "a.zip").write_bytes(zip_of(entries))
    (stick / parts[0].name).write_bytes(parts[0].read_bytes())
    taken = take_in(agent, [stick])

    assert (12, (), True) == (taken.sent, taken.missing, taken.settled)


@pytest.mark.parametrize("keep", [0, 4, 900, -1])
def test_a_zip_that_was_cut_is_named_and_a_sound_one_beside_it_counts(agent, answer, stick, keep):
    whole = zip_of({"x-tra-loi.khb": answer.read_bytes()})
    (stick / "cut.zip").write_bytes(whole[:keep])
    with pytest.raises(BundleDamaged):
        take_in(agent, [stick])
    (stick / "sub").mkdir()
    (stick / "sub" / "whole.zip").write_bytes(whole)
    taken = take_in(agent, [stick])

    assert (1, ("cut.zip",)) == (taken.sent, taken.damaged)
    assert any("cut.zip" in said.vi for said in messages(taken))


def test_an_answer_damaged_within_the_zip_is_named(agent, answer, stick):
    data = bytearray(zip_of({"x-tra-loi.khb": answer.read_bytes()}))
    data[1100] ^= 1
    (stick / "a.zip").write_bytes(data)

    with pytest.raises(BundleDamaged, match=r"x-tra-loi\.khb"):
        take_in(agent, [stick])


def test_zips_and_documents_of_other_people_are_passed_over(agent, answer, stick):
    (stick / "thu.docx").write_bytes(zip_of({"word/document.xml": b"<w/>"})[:60])
    (stick / "anh.zip").write_bytes(zip_of({"anh/1.jpg": b"holiday", "khb": b"KHB"}))
    with pytest.raises(NoAnswer):
        take_in(agent, [stick])
    (stick / answer.name).write_bytes(answer.read_bytes())

    assert () == take_in(agent, [stick]).damaged


def test_an_answer_for_another_centre_in_a_zip_is_no_answer_for_us(agent, foreign, stick):
    (stick / "a.zip").write_bytes(zip_of({foreign.name: foreign.read_bytes()}))

    with pytest.raises(NoAnswer):
        take_in(agent, [stick / "a.zip"])


def test_a_zip_bomb_unpacks_to_nothing(agent, answer, stick):
    bomb = answer.read_bytes()[:1024] + bytes(50_000_000)
    (stick / "a.zip").write_bytes(zip_of({"x-tra-loi.khb": bomb}, zipfile.ZIP_DEFLATED))
    inner = zip_of({"tra-loi.zip": bytes(50_000_000)}, zipfile.ZIP_DEFLATED)
    (stick / "b.zip").write_bytes(inner)

    with pytest.raises(BundleDamaged, match="more than it can hold"):
        take_in(agent, [stick])


def test_entries_cannot_lead_out_of_the_folder(agent, answer, stick, tmp_path):
    entries = {"../../../evil-tra-loi.khb": answer.read_bytes()}
    (stick / "a.zip").write_bytes(zip_of(entries))

    assert take_in(agent, [stick]).settled
    assert [] == list(tmp_path.rglob("evil*"))


def test_a_list_of_entries_that_never_ends_is_not_read(agent, stick):
    end = b"PK\x05\x06" + bytes(8) + (9 << 20).to_bytes(4, "little") + bytes(6)
    (stick / "a.zip").write_bytes(b"PK\x03\x04" + bytes(100) + end)

    with pytest.raises(BundleDamaged, match="too long"):
        take_in(agent, [stick])


def test_of_a_disk_full_of_files_the_first_are_looked_at_and_that_is_reported(
    agent, answer, stick, monkeypatch
):
    monkeypatch.setattr(files, "MOST_FILES", 3)
    (stick / "0-tra-loi.khb").write_bytes(answer.read_bytes())
    for number in range(5):
        (stick / f"{number + 1}.jpg").write_bytes(b"holiday")
    taken = take_in(agent, [stick])

    assert (1, True) == (taken.sent, taken.cut_off)
    assert any("quá nhiều tệp" in said.vi for said in messages(taken))
