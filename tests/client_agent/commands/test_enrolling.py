from client_agent.cli import main


def test_enrolment_names_the_centre_and_the_words_to_compare(tmp_path, address, province, capsys):
    province.codes["cau den"] = "a1"
    words = ["enrol", "--server", address, "--code", "cầu đèn"]

    assert 0 == main(["--folder", str(tmp_path / "new"), *words])
    assert "TTHTCĐ xã Mường Bi" in (said := capsys.readouterr().out)
    assert "compare" in said


def test_a_wrong_code_is_3_and_says_what_to_do(tmp_path, address, capsys):
    words = ["enrol", "--server", address, "--code", "sai"]

    assert 3 == main(["--folder", str(tmp_path / "new"), *words])
    assert "72 giờ" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_2(tmp_path):
    words = ["enrol", "--server", "http://127.0.0.1:9", "--code", "x"]

    assert 2 == main(["--folder", str(tmp_path / "new"), *words])


def test_the_code_of_another_centre_is_8(tmp_path, address, province):
    province.codes.update(one="a1", two="a2")
    command = ["--folder", str(tmp_path / "new"), "enrol", "--server", address, "--code"]

    assert [0, 8] == [main([*command, "one"]), main([*command, "two"])]
