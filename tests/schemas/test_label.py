"""Texts in both languages."""

from schemas.label import Label

LABEL = Label("Có {count} lớp", "{count} classes")


def test_a_label_speaks_english_when_asked_and_else_vietnamese():
    assert ["Có {count} lớp", "{count} classes", "Có {count} lớp"] == list(
        map(LABEL.say, ("vi", "en", "fr"))
    )


def test_blanks_are_filled_in_both_languages_and_labels_in_them_translated():
    inner = Label("một", "one")

    assert Label("Có một lớp", "one classes") == LABEL.filled(count=inner)
    assert Label("Có 3 lớp", "3 classes") == LABEL.filled(count=3)
