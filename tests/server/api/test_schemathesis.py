"""The read API keeps to its own document, whatever is asked of it.

Only some record types are asked: all have the same code, and their schemas are compared with
their declarations elsewhere.
"""

import pytest
import schemathesis
from hypothesis import given, settings

from schemas.record import get, natural_id
from server import Config
from server.centres import centres, units
from server.evaluation import criteria
from server.founding import create_province
from server.tokens import tokens
from server.tokens.tokens import Scope, Wanted
from sync.changes import Key
from tests.server.conftest import Wall
from tests.server.web.conftest import ACTIVITY, Land

ENDS = ("", "/{area}/{record_id}")
PLACES = ("/api/v1/centres", "/api/v1/units")
TYPES = ("activity", "evaluation", "criteria_set")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """An application with records of some types, and a token that may read them all."""
    folder = tmp_path_factory.mktemp("read")
    province = create_province(Config(folder, wall=Wall()))
    criteria.publish(province)
    unit = next(u for u in units.in_force(province.db(), "2012-07-24") if u.level == "commune")
    centres.add(province.db(), unit, "2008-01-01")
    secret = tokens.make(province.db(), Wanted("thử", Scope(personal=True), "x"), 1)
    province.close()
    land = Land(folder)
    area = centres.centres(land.db)[0].area
    land.province.hub().write(Key(area, "activity", "r1"), ACTIVITY, "Hoa")
    example = get("evaluation").example()
    key = Key(area, "evaluation", natural_id(get("evaluation"), area, example))
    land.province.hub().write(key, example, "Hoa")
    yield land.app, secret
    land.province.close()


@pytest.mark.parametrize(
    "path",
    [
        *PLACES,
        "/api/v1/records",
        "/api/v1/summaries",
        "/api/v1/summaries/{code}",
        *(f"/api/v1/records/{name}{end}" for name in TYPES for end in ENDS),
    ],
)
def test_every_answer_is_as_the_document_says(served, path):
    app, secret = served
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    cases = schema[path]["GET"].as_strategy()

    @given(cases)
    @settings(max_examples=40, deadline=None, derandomize=True, database=None)
    def asked(case):
        case.call_and_validate(headers={"Authorization": f"Bearer {secret}"})

    asked()


@pytest.mark.parametrize("name", TYPES)
def test_a_record_that_is_there_is_as_the_document_says(served, name):
    app, secret = served
    head = {"Authorization": f"Bearer {secret}"}
    (item,) = app.test_client().get(f"/api/v1/records/{name}", headers=head).json["items"]
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    operation = schema[f"/api/v1/records/{name}/{{area}}/{{record_id}}"]["GET"]
    case = operation.Case(path_parameters={"area": item["area"], "record_id": item["id"]})

    assert 200 == case.call_and_validate(headers=head).status_code
