from client_agent.web import context


def test_the_header_names_what_people_need_every_day_and_no_more(app):
    with app.test_request_context():
        names = [name for name, _, _ in context.everyday_types()]

    assert ["activity"] == names


def test_a_clock_that_is_near_is_not_worth_a_word(app, agent):
    agent.state.set(clock_offset=60_000)
    with app.test_request_context():
        assert context.clock() is None
