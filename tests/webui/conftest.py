"""Both web applications, so that what they share is tested on both."""

import re

import pytest

from client_agent import config
from client_agent import web as centre_web
from client_agent.agent import Agent
from client_agent.config import Settings
from server import Config, create_app
from server.evaluation import criteria
from server.founding import create_province
from server.users import users
from server.users.users import Account
from tests.server.conftest import Wall

NAME, PASSWORD = "lan", "chín con cá chép"


class Site:
    """One of the applications, and somebody who is logged in to it."""

    def __init__(self, app, client):
        self.app, self.client = app, client

    def post(self, path, **fields):
        """Send a form with the token that a form of this session carries."""
        page = self.client.get("/", follow_redirects=True).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
        return self.client.post(path, data={"csrf_token": token, **fields})


@pytest.fixture(scope="session")
def centre(tmp_path_factory):
    folder = tmp_path_factory.mktemp("webui") / "centre"
    config.init(folder)
    config.save(folder, Settings(device="d1", area="a1", published="published", centre="Mường Bi"))
    agent = Agent(folder)
    app = centre_web.create_app(agent)
    client = app.test_client()
    with client.session_transaction() as session:
        session["staff"] = NAME
    yield Site(app, client)
    agent.close()


@pytest.fixture(scope="session")
def province(tmp_path_factory):
    settings = Config(tmp_path_factory.mktemp("webui") / "province", wall=Wall())
    founded = create_province(settings)
    criteria.publish(founded)
    users.add(founded.db(), Account(NAME, PASSWORD))
    founded.close()
    app = create_app(settings)
    site = Site(app, app.test_client())
    assert 302 == site.post("/login", name=NAME, password=PASSWORD).status_code
    yield site
    app.extensions["province"].close()


@pytest.fixture(params=["centre", "province"])
def site(request):
    return request.getfixturevalue(request.param)
