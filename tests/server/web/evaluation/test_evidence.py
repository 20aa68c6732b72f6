"""Evidence at the server: beside the criterion that it is for, with the way to each record."""

from .test_verifying import Verifier


def test_the_evidence_of_a_centre_stands_beside_its_criterion(land):
    area = land.da_bac[0]
    activity = land.activity(area, title="Trồng bưởi đỏ")
    land.write(area, "evidence", year=2012, criterion="1.1", title="Sổ lớp",
               activity_ref=activity, document_number="24/QĐ-UBND")  # fmt: skip
    land.write(area, "evidence", year=2011, criterion="1.1", title="Sổ năm trước")
    land.write(land.da_bac[1], "evidence", year=2012, criterion="1.1", title="Sổ xã khác")
    verifier = Verifier(land, area)
    sheet = land.logged_in("tinh").get(f"/records/evaluation/{area}/{verifier.record_id}").text

    for page in (verifier.text, sheet):
        assert "Hoạt động: Trồng bưởi đỏ" in page
        assert f"/records/activity/{area}/{activity}" in page
        assert "24/QĐ-UBND" in page
        assert "Sổ năm trước" not in page
        assert "Sổ xã khác" not in page
