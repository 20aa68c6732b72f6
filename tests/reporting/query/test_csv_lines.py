import csv
import io
import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from reporting.query.csv_lines import _text
from schemas.tables.guard import guarded

DB = sqlite3.connect(":memory:", check_same_thread=False)


@given(st.text("'=+-@\t\r\n ,\"ă1x", max_size=8))
def test_the_database_guards_and_quotes_a_text_as_the_program_does(text):
    out = io.StringIO(newline="")
    csv.writer(out).writerow([guarded(text), ""])
    sql = _text('"text"').sql

    (cell,) = DB.execute(f'select {sql} from (select ? as "text")', [text]).fetchone()

    assert out.getvalue() == f"{cell},\r\n"
