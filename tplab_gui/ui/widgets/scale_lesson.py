"""The lesson of the zebra (remark R21), told with the picture that is on the screen."""

from tplab_gui.core.class_evidence import FULL_LOG_ODDS
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.heatmap import HeatmapFrame
from tplab_gui.ui.widgets.class_names import shown_class
from tplab_gui.ui.widgets.top_scores import percent


def scale_lesson(frame: HeatmapFrame) -> LabError:
    """Return what the two scales make of a picture, as a sentence of the notice bar."""
    words = {
        "target": shown_class(frame.target),
        "score": percent(frame.score),
        "low": f"{float(frame.raw.min()):.3g}",
        "high": f"{float(frame.raw.max()):.3g}",
        "odds": f"{frame.log_odds:+.1f}",
        "full": f"{FULL_LOG_ODDS:.0f}",
    }
    if frame.is_absolute:
        return LabError(
            "Absolute: the strongest cell speaks for “{target}” with {odds} logits (0: as likely as all other classes "
            "together, dark; {full}: brightest). Every picture has this same scale.",
            hint="Choose “stretched” to see the map from its least to its greatest value.",
            **words,
        )
    return LabError(
        "Stretched: this map runs from {low} to {high}, and {high} gets the brightest colour although “{target}” has "
        "{score}. In a picture without the class, what is bright is only the least improbable place.",
        hint="Choose “absolute” to see how much the heat is worth.",
        **words,
    )
