from demo.output import comparison


def test_a_figure_that_is_not_what_it_must_be_is_marked():
    lines = comparison({"Lượt": 1000, "Nữ": 5}, {"Lượt": 1086, "Nữ": 6}, {"Lượt": 1086, "Nữ": 5})

    assert ["Lượt", "1.000", "+86", "1.086", "✓"] == lines[1].split()
    assert ["Nữ", "5", "+1", "5", "✗"] == lines[2].split()
