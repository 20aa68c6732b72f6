import pytest


@pytest.mark.parametrize("name", ["bootstrap.min.css", "khuyenhoc.css"])
def test_styles_come_from_this_site(site, name):
    answer = site.client.get(f"/static/{name}", buffered=True)

    assert 200 == answer.status_code
    assert len(answer.data) > 500


@pytest.mark.parametrize("name", ["texts.py", "..%2f__init__.py", "centre.db"])
def test_no_other_file_is_served(site, name):
    assert 404 == site.client.get(f"/static/{name}").status_code
