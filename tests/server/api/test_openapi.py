from schemas.record import record_types
from server.api import errors


def test_the_document_names_every_path_and_every_record_type(client):
    document = client.get("/api/v1/openapi.json").json

    reading = {f"/api/v1/records/{name}" for name in record_types()}
    one = {f"{path}/{{area}}/{{record_id}}" for path in reading}
    signed = {f"/api/v1/{name}" for name in ("sync", "sync/rest", "questions", "enrol")}
    others = {"/healthz", "/api/v1/records", "/api/v1/centres", "/api/v1/units"}
    others |= {"/api/v1/summaries", "/api/v1/summaries/{code}"}
    assert reading | one | signed | others == set(document["paths"])
    assert set(record_types()) <= set(document["components"]["schemas"])


def test_every_path_of_machines_has_the_version_of_the_document(app, client):
    version = client.get("/api/v1/openapi.json").json["info"]["version"]
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")}

    assert rules
    assert set() == {rule for rule in rules if not rule.startswith(f"/api/v{version}/")}


def test_every_refusal_is_in_the_document(client):
    operation = client.get("/api/v1/openapi.json").json["paths"]["/api/v1/sync"]["post"]

    assert {str(status) for status in errors.STATUS.values()} <= set(operation["responses"])


def test_the_server_says_that_it_is_well(client):
    assert {"status": "ok"} == client.get("/healthz").json
