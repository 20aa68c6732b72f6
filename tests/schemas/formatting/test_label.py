"""Texts in both languages."""

from schemas.formatting.label import Label

LABEL = Label("Có {count} lớp", "{count} classes")


def test_a_label_speaks_english_when_asked_and_else_vietnamese():
    assert ["Có {count} lớp", "{count} classes", "Có {count} lớp"] == list(
        map(LABEL.say, ("vi", "en", "fr"))
    )


def test_blanks_are_filled_in_both_languages_and_labels_in_them_translated():
    inner = Label("một", "one")

    assert Label("Có một lớp", "one classes") == LABEL.filled(count=inner)
    assert Label("Có 3 lớp", "3 classes") == LABEL.filled(count=3)


def test_english_counts_one_with_other_words_than_more():
    rows = Label("{count} dòng", "{count} {count:row is|rows are} left")

    assert ["1 row is left", "0 rows are left", "1.234 rows are left"] == [
        rows.filled(count=count).en for count in (1, 0, "1.234")
    ]
    assert "1 dòng" == rows.filled(count="1").vi


def test_a_blank_may_still_say_how_it_is_written():
    assert "07" == Label("{hour:02d}", "").filled(hour=7).vi
