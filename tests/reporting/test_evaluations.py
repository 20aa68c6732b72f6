from datetime import date

from reporting import evaluations
from server.centres.places import places

SET = "TTHTCD-MAU-01"


def sheet(land, area, year=2012, **scores):
    cells = {name.replace("__", "."): score for name, score in scores.items()}
    told = {"year": year, "criteria_set": SET, "status": "self_assessed", **cells}
    return land.write(area, "evaluation", **told)


def found(land, areas, year=2012):
    sets = evaluations.criteria_sets(land.db, land.province.published)
    place = places(land.db, date(year, 12, 31), areas)
    return {e.place.key: e for e in evaluations.evaluations(land.db, year, place, sets)}


def test_every_centre_has_a_line_also_without_a_sheet(land):
    one = sheet(land, land.da_bac[0], **{"self_score.1.1": 4.5, "self_score.1.2": 3})
    lines = found(land, land.da_bac)

    assert set(land.da_bac) == set(lines)
    assert (one, 7.5, "weak", 100) == (
        lines[land.da_bac[0]].record_id,
        lines[land.da_bac[0]].self_total,
        lines[land.da_bac[0]].self_rank,
        lines[land.da_bac[0]].most,
    )
    assert "" == lines[land.da_bac[1]].record_id == lines[land.da_bac[1]].rank


def test_the_verified_score_decides_the_rank_once_there_is_one(land):
    sheet(land, land.da_bac[0], **{"self_score.1": 90})
    sheet(land, land.da_bac[1], **{"self_score.1": 90, "verified_score.1": 72})
    lines = found(land, land.da_bac)

    assert ["good", "fair"] == [lines[area].rank for area in land.da_bac[:2]]
    assert {"good": 1, "fair": 1, "average": 0, "weak": 0, "": 1} == evaluations.ranked(
        lines.values()
    )


def test_a_set_that_was_never_published_ranks_nobody(land):
    told = {"year": 2012, "criteria_set": "LA", "status": "draft", "self_score.1": 90}
    land.write(land.da_bac[0], "evaluation", **told)

    assert "" == found(land, land.da_bac)[land.da_bac[0]].rank


def test_only_years_with_sheets_that_may_be_seen_are_offered(land):
    sheet(land, land.da_bac[0], 2012, **{"self_score.1": 90})
    sheet(land, land.kim_boi[0], 2019, **{"self_score.1": 90})

    assert [2012] == evaluations.years(land.db, land.da_bac)
    assert [2019, 2012] == evaluations.years(land.db, land.da_bac + land.kim_boi)


def test_the_verified_rank_counts_once_the_district_has_finished(land):
    scores = {"self_score__1.1": 5, "verified_score__1.1": 4}
    told = {"verification": "verifying", "verified_signature": 1}
    sheet(land, land.da_bac[0], **scores, **told)
    half = found(land, land.da_bac)[land.da_bac[0]]
    sheet(land, land.da_bac[0], verification="verified")
    whole = found(land, land.da_bac)[land.da_bac[0]]

    assert ("verifying", "", "weak") == (half.stage, half.verified_rank, half.rank)
    assert ("verified", "weak") == (whole.stage, whole.verified_rank)


def test_how_many_centres_have_got_how_far(land):
    sheet(land, land.da_bac[0])
    lines = found(land, land.da_bac).values()

    assert {"missing": 2, "self_assessed": 1} == evaluations.staged(lines)
