import pytest


@pytest.mark.parametrize("name", ["agent.css", "agent.js", "sheet.js"])
def test_style_and_scripts_come_from_this_machine(app, name):
    answer = app.test_client().get(f"/static/{name}", buffered=True)

    assert 200 == answer.status_code
    assert len(answer.data) > 500


def test_no_page_asks_for_anything_from_elsewhere(browser, held, criteria):
    held()
    for path in ("/", "/records/activity", "/records/activity/r1/edit", "/evaluation/2012"):
        browser.get(path)
        text = browser.text.replace("http://www.w3.org/2000/svg", "")

        assert "http://" not in text
        assert "https://" not in text
