import re
from html import unescape

import pytest

from client_agent import config
from client_agent.agent import Agent
from client_agent.config import Settings
from client_agent.web import create_app
from schemas import forms
from schemas.records.activity import Activity
from sync.changes import Key
from sync.wire import seal

NOW = 1_353_571_500_000  # 22/11/2012 15:05 in Hà Nội
PEOPLE = ("Bùi Thị Lan", "Hà Văn Tuấn")


class Clock:
    """A clock that a test may turn."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        self.now += 1
        return self.now


class Browser:
    """A person at a browser without scripts: follows links, fills in the forms it is shown."""

    def __init__(self, app):
        self.client = app.test_client()
        self.text = ""
        self.status = 0
        self.path = ""

    def get(self, path, **kwargs):
        return self._seen(self.client.get(path, follow_redirects=True, **kwargs))

    def post(self, path, typed=None, follow=True, **kwargs):
        """Send a form with the hidden fields of the page that is open."""
        data = {"csrf_token": self.hidden("csrf_token"), **(typed or {})}
        return self._seen(self.client.post(path, data=data, follow_redirects=follow, **kwargs))

    def hidden(self, name):
        found = re.findall(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(found[-1]) if found else ""  # the header has forms, too

    def fill(self, typed, path=None, **kwargs):
        """Send the open record form with those fields."""
        names = ("_opened", "_back")
        hidden = {name: self.hidden(name) for name in names}
        return self.post(path or self.path, {**hidden, **typed}, **kwargs)

    def log_in(self, name=PEOPLE[0], pin="1234"):
        self.get("/login")
        return self.post("/login", {"name": name, "pin": pin})

    def sit_down(self, name):
        """Be logged in, without the work of a PIN; ``test_login`` does that."""
        with self.client.session_transaction() as session:
            session["staff"] = name
        return self

    def words(self):
        """The text of the page, without its marks."""
        body = re.sub(r"<(style|script).*?</\1>", " ", self.text, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())

    def _seen(self, answer):
        self.text, self.status = answer.data.decode("utf-8", "replace"), answer.status_code
        self.path = answer.request.path
        return answer


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def agent(tmp_path, clock):
    folder = tmp_path / "centre"
    config.init(folder)
    config.save_device_seed(folder, seal.new_seed())
    key = config.key_text(seal.public_key(seal.new_seed()))
    settings = Settings(
        server="http://127.0.0.1:9",
        device="d1",
        area="a1",
        published="published",
        certificate=1,
        server_key=key,
        centre="TTHTCĐ xã Mường Bi",
    )
    config.save(folder, settings)
    agent = Agent(folder, wall=clock)
    yield agent
    agent.close()


@pytest.fixture
def app(agent):
    app = create_app(agent)
    app.testing = False  # errors are answered as in real life
    return app


@pytest.fixture
def staff(agent):
    for name in PEOPLE:
        agent.staff.add(name, "1234")
    return PEOPLE


@pytest.fixture
def browser(app):
    """Lan at the computer, logged in."""
    return Browser(app).sit_down(PEOPLE[0])


@pytest.fixture
def colleague(app):
    """Tuấn at another browser."""
    return Browser(app).sit_down(PEOPLE[1])


@pytest.fixture
def form():
    """What a person types about a valid activity."""

    def form(**typed):
        texts = forms.texts(Activity, Activity.example())
        return {**texts, **typed}

    return form


@pytest.fixture
def held(agent):
    """Put an activity into the store; return its key."""

    def held(name="r1", author=PEOPLE[0], **values):
        key = Key("a1", "activity", name)
        agent.replica().write(key, {**Activity.example(), **values}, author)
        return key

    return held


@pytest.fixture
def activities(agent):
    """The living activities of the centre."""

    def activities():
        keys = agent.store().fingerprints(["a1"], "activity")
        found = agent.store().load(list(keys)).values() if keys else []
        return [record for record in found if not record.deleted]

    return activities
