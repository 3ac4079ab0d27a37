"""The report's numbers are those of its text, read as remark R17 says."""

from tplab_gui.core.report_series import BRIGHTNESS, PERSPECTIVE, THREE_PICTURES, report_series


def test_that_table_5_fits_the_text_of_the_report():
    assert len(BRIGHTNESS) == 10
    assert [place for place, score in enumerate(BRIGHTNESS, 1) if score > 0.99] == [4, 5, 6, 7, 8]
    assert [place for place, score in enumerate(BRIGHTNESS, 1) if score < 0.02] == [1, 2, 10]
    assert [place for place, score in enumerate(BRIGHTNESS, 1) if score < 0.8] == [1, 2, 9, 10]


def test_that_table_6_has_its_one_dip_at_image_4():
    assert len(PERSPECTIVE) == 10
    assert [place for place, score in enumerate(PERSPECTIVE, 1) if score < 0.99] == [4]


def test_that_table_4_has_the_zebra_at_nothing():
    assert THREE_PICTURES["none"] == 0
    assert min(THREE_PICTURES["one"], THREE_PICTURES["several"]) > 0.999


def test_that_only_a_series_of_the_same_length_is_compared():
    assert report_series("brightness", 10) == (5, BRIGHTNESS)
    assert report_series("perspective-random", 10) == (6, PERSPECTIVE)
    assert report_series("brightness", 11) is None
    assert report_series("hue", 10) is None
