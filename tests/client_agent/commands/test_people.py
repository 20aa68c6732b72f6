def test_where_nobody_is_known_the_list_says_so(command):
    code, said = command("staff", "list")

    assert (0, True) == (code, "Nobody yet" in said)


def test_people_are_added_and_listed(command, agent):
    assert 0 == command("staff", "add", "Nguyễn Thị Lan", "--pin", "2468")[0]
    assert (0, "Nguyễn Thị Lan\n") == command("staff", "list")
    agent.staff.check("Nguyễn Thị Lan", "2468")


def test_a_short_pin_and_a_taken_name_are_64(command):
    command("staff", "add", "Lan", "--pin", "2468")

    assert 64 == command("staff", "add", "Nam", "--pin", "1")[0]
    assert 64 == command("staff", "add", "Lan", "--pin", "1357")[0]


def test_a_forgotten_pin_is_replaced(command, agent):
    command("staff", "add", "Lan", "--pin", "2468")
    command("staff", "add", "Lan", "--pin", "1357", "--new-pin")
    agent.staff.check("Lan", "1357")
