"""``khuyenhoc-server keys``: shows, renews, and lets go what nobody needs."""


def test_it_shows_the_pairs_and_the_words_of_the_newest(run, province):
    done = run("keys")

    assert (0, ["0"]) == (done.exit_code, [line[0] for line in done.stdout.splitlines()])
    assert province.check_words in done.stderr.replace("\n", "")


def test_renewing_asks_for_a_backup_and_then_waits_for_the_machines(run, enrol, sheet, tmp_path):
    device = enrol().certificate.device
    renewed = run("keys", "--renew")
    before = run("keys").stderr
    run("backup", str(tmp_path / "a.backup"))
    after = run("keys").stderr
    left = run("keys", "--forget")

    assert 0 == renewed.exit_code
    assert "“backup”" in renewed.stderr
    assert "in no backup yet" in before
    assert "1 machine has not taken" in after
    assert (17, True) == (left.exit_code, left.stdout.startswith(f"{device}\t"))


def test_without_machines_the_older_pair_goes(run, province):
    run("keys", "--renew")
    gone = run("keys", "--forget")
    nothing = run("keys", "--forget")
    shown = [line.split("\t")[1] for line in run("keys").stdout.splitlines()]

    assert (0, 0) == (gone.exit_code, nothing.exit_code)
    assert "generation 0 were let go" in gone.stderr
    assert "no older keys" in nothing.stderr
    assert ["-", 16] == [shown[0], len(shown[1])]
