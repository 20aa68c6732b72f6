"""The rows of a file before anything is written: in pages, and by what becomes of them."""

import io

import pytest

from tests.registers import table
from tests.schemas.importing.test_intake import ROW

HOME = "/records/activity/intake/"


@pytest.fixture
def bring(browser):
    def bring(data):
        browser.get(HOME)
        return browser.post(HOME, {"file": (io.BytesIO(data), "so.csv")})

    return bring


def rows(browser):
    return browser.text.count('<tr class="kh-outcome-')


def test_each_cell_of_a_row_has_its_label_for_a_narrow_screen(browser, bring):
    bring(table(ROW))
    row = browser.text.split('<tr class="kh-outcome-')[1].split("</tr>")[0]

    assert 'data-label="Dòng">2</td>' in row
    assert row.count("<td") == row.count("data-label=")


def test_a_column_that_is_left_out_is_offered_every_field_that_the_centre_fills(browser, bring):
    bring(table(ROW))
    offered = browser.text.split('name="column-5"')[1].split("</select>")[0]

    assert '<option value="source_paper">Chứng từ gốc</option>' in offered
    assert '<option value="_id">Mã bản ghi</option>' in offered
