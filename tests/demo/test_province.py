from demo.province import spread
from demo.setup import CAST, start_province


def test_no_centre_is_founded_but_those_that_were_asked_for(tmp_path):
    stage = start_province(tmp_path, 0, 5)
    areas = [machine.area for machine in stage.machines]
    stage.close()
    free = stage.province.communes_without()

    assert 5 == len(set(areas)) == 210 - len(free)
    assert not {part.code for part in CAST} & set(free)


def test_a_few_centres_lie_all_over_the_province():
    assert [0, 4, 8] == spread(range(12), 3)
    assert [0, 1, 2] == spread(range(3), 9)
    assert [] == spread([], 3) == spread(range(3), 0)
