from client_agent.agent import Agent


def test_facts_survive_the_process(offline):
    offline.state.set(last_attempt=5, last_error=["Lỗi", "Error"])
    offline.close()
    later = Agent(offline.folder)

    assert ["Lỗi", "Error"] == later.state.get("last_error")
    later.close()


def test_what_was_never_set_is_the_default(offline):
    assert offline.state.get("nothing") is None
    assert 0 == offline.state.get("nothing", 0)


def test_a_fact_set_again_is_the_new_one(offline):
    offline.state.set(a=1, b=2)
    offline.state.set(a=3)

    assert (3, 2) == (offline.state.get("a"), offline.state.get("b"))


def test_a_fact_that_has_changed_on_the_disk_is_as_good_as_never_noted(offline, caplog):
    offline.state.set(a=[1, 2], b=2)
    offline.store().db.execute("update state set value = '{1, 2]' where name = 'a'")

    assert (None, 2) == (offline.state.get("a"), offline.state.get("b"))
    assert "the fact a cannot be read" in caplog.text
