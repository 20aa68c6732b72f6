import pytest

from server.centres import centres
from server.devices import codes, devices
from server.province import Province
from server.users import users
from tests.server.conftest import NOON

PASSWORD = "chín con cá chép"


def test_init_makes_a_province_with_units_keys_and_criteria(run, config):
    done = run("init")
    province = Province(config)
    (published,) = province.db()["criteria_set"].rows

    assert 0 == done.exit_code
    assert f"khuyenhoc-server --folder {config.folder} add-centre --all" in done.stderr
    assert ("TTHTCD-MAU-01", "temporary", province.published) == (
        published["code"],
        published["status"],
        published["_area"],
    )
    assert 322 == province.db()["unit"].count


def test_only_the_owner_of_the_machine_may_read_the_keys(run, config):
    run("init")

    assert 0o600 == config.database.stat().st_mode & 0o777


def test_init_touches_no_province_that_is_there(run, config):
    run("init")
    key = Province(config).key
    done = run("init")

    assert (4, key) == (done.exit_code, Province(config).key)


@pytest.mark.parametrize(
    "command", [["add-centre", "--all"], ["enrol-code", "x"], ["user", "x"], ["serve"], ["rebuild"]]
)
def test_without_a_province_every_command_says_what_to_do(run, command):
    done = run(*command)

    assert 3 == done.exit_code
    assert "init" in done.stderr
    assert "Traceback" not in done.output


def test_one_centre_in_every_commune_of_2012(run, province, db):
    done = run("add-centre", "--all")

    assert 210 == len(done.stdout.split()) == len(centres.centres(db))


@pytest.mark.parametrize("unit", ["04813", "Xã Yên Mông", "yen mong"])
def test_a_centre_is_added_by_code_or_name_and_its_area_is_all_the_output(run, province, db, unit):
    done = run("add-centre", unit)
    (centre,) = centres.centres(db)

    assert f"{centre.area}\n" == done.stdout
    assert "TTHTCĐ Xã Yên Mông" == centre.name


def test_several_centres_are_added_in_the_order_asked_for_or_none_of_them(run, province, db):
    done = run("add-centre", "04816", "04813")
    twice = run("add-centre", "04825", "04825")
    units = {centre.area: centre.name for centre in centres.centres(db)}

    assert ["TTHTCĐ Xã Sủ Ngòi", "TTHTCĐ Xã Yên Mông"] == [units[a] for a in done.stdout.split()]
    assert (2, 4) == (len(units), twice.exit_code)


@pytest.mark.parametrize("unit", ["99999", "Nowhere", "Đoàn Kết"])  # two communes have that name
def test_a_unit_that_is_none_or_several_is_asked_for_again(run, province, db, unit):
    done = run("add-centre", unit)

    assert (5, []) == (done.exit_code, centres.centres(db))


@pytest.mark.parametrize("by", ["area", "name"])
def test_a_code_is_made_for_a_centre_and_is_all_the_output(run, province, db, add_centre, by):
    centre = add_centre()
    done = run("enrol-code", getattr(centre, by))
    code = done.stdout.strip()

    assert 4 == len(code.split())
    assert centre.area == codes.redeem(db, codes.hashed(db, code), "key", NOON)
    assert province.check_words in done.stderr


def test_a_district_user_needs_a_district(run, province, db):
    without = run("user", "lan", "--role", "district", "--password", PASSWORD)
    given = run("user", "lan", "--role", "district", "--unit", "150", "--password", PASSWORD)

    assert (2, 0) == (without.exit_code, given.exit_code)
    assert users.find(db, "lan").unit_id


def test_a_password_is_asked_for_twice_and_never_shown(run, province, db):
    done = run("user", "lan", text=f"{PASSWORD}\n{PASSWORD}\n")

    assert 0 == done.exit_code
    assert PASSWORD not in done.output
    assert users.check(db, "lan", PASSWORD, "", NOON)


def test_a_password_is_asked_for_in_both_languages_until_it_is_typed_twice_alike(run, province):
    done = run("user", "lan", text=f"{PASSWORD}\n{PASSWORD}x\n{PASSWORD}\n{PASSWORD}\n")

    assert 0 == done.exit_code
    assert 2 == done.output.count("Gõ lại mật khẩu – The same once more: ")
    assert "Hai lần gõ không giống nhau" in done.stderr
    assert "The two passwords differ" in done.stderr


def test_who_does_not_go_on_is_reported_in_both_languages(run, province, db):
    done = run("user", "lan", text="")

    assert 130 == done.exit_code
    assert "Đã dừng giữa chừng theo yêu cầu" in done.stderr
    assert "Aborted" not in done.stderr
    assert not db["user"].exists() or 0 == db["user"].count


@pytest.mark.parametrize("arguments", [["lan", "--password", "ngắn"], ["", "--password", PASSWORD]])
def test_a_name_or_password_that_is_not_accepted(run, province, db, arguments):
    assert (6, []) == (run("user", *arguments).exit_code, users.everybody(db))


@pytest.mark.parametrize(("option", "state"), [([], "retired"), (["--lost"], "lost")])
def test_a_device_is_retired_or_lost(run, enrol, db, option, state):
    name = enrol().certificate.device

    assert 0 == run("retire", name, *option).exit_code
    assert state == devices.find(db, name).state


@pytest.mark.parametrize(("option", "state"), [([], "retired"), (["--lost"], "lost")])
def test_one_command_ends_a_device_and_prints_a_code_for_the_next(run, enrol, db, option, state):
    device = enrol().certificate
    code = run("replace", device.device, *option).stdout.strip()

    assert state == devices.find(db, device.device).state
    assert device.home == codes.redeem(db, codes.hashed(db, code), "key", NOON)


def test_a_device_that_was_found_works_again(run, enrol, db):
    name = enrol().certificate.device
    run("retire", name, "--lost")

    assert 0 == run("take-back", name).exit_code
    assert "active" == devices.find(db, name).state


@pytest.mark.parametrize("command", ["retire", "replace", "take-back"])
def test_a_device_that_is_not_there(run, province, command):
    assert 5 == run(command, "nothing").exit_code


def test_what_is_published_reads_as_the_file_says(province):
    store = province.store()
    (key,) = store.fingerprints([province.published], "criteria_set")
    values = store.load([key])[key].values

    assert [25, 35, 20, 20] == [group["max"] for group in values["groups"]]


def test_the_same_centre_is_not_founded_twice_and_namesakes_are_distinguished(run, province, db):
    run("add-centre", "Xã Hiền Lương")
    again = run("add-centre", "Xã Hiền Lương")
    run("add-centre", "Xã Hiền Lương", "--name", "TTHTCĐ Xã Hiền Lương II")
    run("add-centre", "Xã Cao Sơn", "--name", "TTHTCĐ Xã Hiền Lương II")
    namesakes = run("enrol-code", "TTHTCĐ Xã Hiền Lương II")

    assert (4, 5) == (again.exit_code, namesakes.exit_code)
    assert "--name" in again.stderr
    assert "cùng tên" in namesakes.stderr
