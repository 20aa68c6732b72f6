from client_agent.web.records import services
from schemas.context import Context, Option, within
from schemas.formatting.label import Label
from schemas.record import natural_id, record_types
from schemas.records.activity import Activity
from schemas.records.centre_profile import CentreProfile
from schemas.records.criteria_set import CriteriaSet
from schemas.records.evaluation import Evaluation
from sync.changes import Key
from sync.merge import Record


def test_new_names_are_never_the_same_and_fit_an_address():
    names = {services.new_id() for _ in range(1000)}

    assert 1000 == len(names)
    assert all(services.NEW.fullmatch(name) for name in names)


def test_a_centre_has_one_profile_and_many_activities():
    assert natural_id(CentreProfile, "a1", {}) == services.only_id(CentreProfile, "a1")
    assert "" == services.only_id(Activity, "a1")


def test_people_at_the_centre_fill_in_what_is_theirs_and_plain():
    ours = {n for n, schema in record_types().items() if services.filled_in_at_centres(schema)}

    assert {"activity", "centre_profile", "fund_transaction", "obstacle"} <= ours
    assert {"evaluation", "criteria_set", "directive", "local_plan"} & ours == set()


def test_a_draft_is_known_again_by_the_name_of_a_code_that_the_province_added():
    bees = Option(Label("Nuôi ong", "Bees"))
    with within(Context(codes=lambda name: {"nuoi_ong": bees})):
        found = services.preview(Activity, {"category": "nuoi_ong"})

    assert [Label("Nuôi ong", "Bees")] == [text for _, text in found]


def test_a_record_lies_where_its_type_belongs(agent):
    assert "published" == services.place(agent, CriteriaSet)
    assert "a1" == services.place(agent, Evaluation)


def test_an_unchanged_form_writes_nothing(agent, held, form):
    key = held()
    opened = services.load(agent, key)
    services.save(agent, Activity, opened, form(), "Lan")

    assert 1 == len(agent.store().history([key]))


def test_the_same_natural_key_typed_by_two_is_one_record_and_nobody_is_overwritten_unseen(agent):
    name = natural_id(CentreProfile, "a1", {})
    key = Key("a1", "centre_profile", name)
    agent.replica().write(key, {"name": "Tuấn viết", "phone": "1"}, "Tuấn")
    services.save(agent, CentreProfile, Record(key), {"name": "Lan viết"}, "Lan")

    last = agent.store().history([key])[-1].change
    assert {"name": "Lan viết"} == dict(last.fields)
    assert {} == dict(last.seen)
