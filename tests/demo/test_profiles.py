from random import Random

from demo import plausible, profiles
from schemas.record import check
from schemas.records.centre_profile import CentreProfile


def test_every_profile_is_what_a_form_would_have_saved():
    for seed in range(50):
        random = Random(seed)
        values = profiles.centre_profile(random, plausible.place(random, "Cao Sơn"))

        assert values == {
            name: v for name, v in check(CentreProfile, values).items() if v is not None
        }
