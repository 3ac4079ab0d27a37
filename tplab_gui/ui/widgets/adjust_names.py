"""What the transforms and their groups are called in the window, and what each of them does."""

from PySide6.QtCore import QCoreApplication


def transform_texts() -> dict[str, tuple[str, str]]:
    """Return name and explanation of every transform, by its key."""
    translate = QCoreApplication.translate
    return {
        "scale": (
            translate("Transforms", "Scale"),
            translate("Transforms", "Larger or smaller about the centre; what is uncovered is black."),
        ),
        "shear": (
            translate("Transforms", "Shear"),
            translate("Transforms", "Upright lines lean, as in slanted writing."),
        ),
        "rotation": (
            translate("Transforms", "Rotation"),
            translate("Transforms", "Turned about the centre; above 0 against the clock."),
        ),
        "perspective": (
            translate("Transforms", "Tilt left / right"),
            translate(
                "Transforms",
                "Perspective: above 0 the right side recedes, below 0 the left one, by so much of its height.",
            ),
        ),
        "perspective-vertical": (
            translate("Transforms", "Tilt up / down"),
            translate(
                "Transforms",
                "Perspective: above 0 the lower side recedes, below 0 the upper one, by so much of its width.",
            ),
        ),
        "perspective-random": (
            translate("Transforms", "Perspective, random"),
            translate(
                "Transforms",
                "All four corners go inwards by a random share, at most so much of half a side: another draw at each "
                "step, the same with the same seed.",
            ),
        ),
        "translation-x": (
            translate("Transforms", "Shift left / right"),
            translate("Transforms", "Moved by so much of the width; above 0 to the right."),
        ),
        "translation-y": (
            translate("Transforms", "Shift up / down"),
            translate("Transforms", "Moved by so much of the height; above 0 downwards."),
        ),
        "blur": (
            translate("Transforms", "Blur"),
            translate("Transforms", "Out of focus: a Gaussian as wide as so much of the short side."),
        ),
        "brightness": (
            translate("Transforms", "Brightness"),
            translate("Transforms", "Every value times this factor; what exceeds white is lost."),
        ),
        "contrast": (
            translate("Transforms", "Contrast"),
            translate("Transforms", "Distance from the mean grey of the picture, times this factor."),
        ),
        "gamma": (
            translate("Transforms", "Gamma"),
            translate(
                "Transforms", "Middle tones darker (above 1) or lighter (below 1); black and white stay."
            ),
        ),
        "saturation": (
            translate("Transforms", "Saturation"),
            translate("Transforms", "0 is grey, 1 as it is, more is more colourful."),
        ),
        "hue": (
            translate("Transforms", "Hue"),
            translate("Transforms", "The colour circle turned: red becomes green at 120°."),
        ),
        "noise": (
            translate("Transforms", "Noise"),
            translate("Transforms", "Normal noise of so many grey levels in every channel."),
        ),
        "occlusion": (
            translate("Transforms", "Patch"),
            translate(
                "Transforms",
                "A grey square over the picture, its side so much of the short side. Drag it on the input.",
            ),
        ),
        "occlusion-x": (
            translate("Transforms", "Patch, across"),
            translate(
                "Transforms", "Where the centre of the patch is: 0 at the left edge, 100 at the right."
            ),
        ),
        "occlusion-y": (
            translate("Transforms", "Patch, down"),
            translate("Transforms", "Where the centre of the patch is: 0 at the top, 100 at the bottom."),
        ),
        "jpeg": (
            translate("Transforms", "JPEG quality"),
            translate("Transforms", "Compressed and read again; 100 leaves the picture as it is."),
        ),
    }


def transform_name(key: str) -> str:
    """Return what a transform is called."""
    return transform_texts()[key][0]


def group_names() -> dict[str, str]:
    """Return the groups in the order of the window."""
    translate = QCoreApplication.translate
    return {
        "light": translate("Transforms", "Light"),
        "colour": translate("Transforms", "Colour"),
        "geometry": translate("Transforms", "Geometry"),
        "quality": translate("Transforms", "Quality of the picture"),
    }


def unit_text(unit: str) -> str:
    """Return a unit as it stands behind a number, with its space."""
    if unit == "grey levels":
        unit = QCoreApplication.translate("Transforms", "levels")
    return unit if unit in ("", "°") else f"\N{NO-BREAK SPACE}{unit}"
