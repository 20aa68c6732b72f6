from client_agent.web import host


def test_what_the_centre_keeps_comes_before_what_the_province_publishes(app):
    with app.test_request_context():
        names = [name for name, _, _ in host.sheets()]

    assert ["activity", "centre_profile", "criteria_set"] == names


def test_a_clock_that_is_near_is_not_worth_a_word(app, agent):
    agent.state.set(clock_offset=60_000)
    with app.test_request_context():
        assert host.clock() is None
