from server.tokens import tokens


def test_a_token_is_printed_once_and_is_good(run, province, db):
    done = run("token", "CSDL ngành", "--type", "activity", "--unit", "Đà Bắc")
    found = tokens.bearer(db, done.stdout.strip(), province.wall())

    assert 0 == done.exit_code
    assert {"activity"} == found.scope.types
    assert found.scope.unit_id
    assert "không thể xem lại mã này" in done.stderr


def test_tokens_are_listed_and_revoked(run, province):
    run("token", "Sở")
    before = run("tokens").stdout
    run("revoke-token", "Sở")

    assert "Sở\tcòn hiệu lực – good" in before
    assert "Sở\tđã thu hồi – revoked" in run("tokens").stdout


def test_a_name_in_use_and_one_that_is_not_there_are_reported(run, province):
    run("token", "Sở")

    assert 6 == run("token", "Sở").exit_code
    assert 5 == run("revoke-token", "Hội").exit_code
    assert 5 == run("token", "x", "--unit", "nowhere").exit_code
