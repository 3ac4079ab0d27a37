"""The strategies of the fusion study for people: name, formula, and where it comes from.

Texts are translated in the context "Fusion".
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Strategy:
    """`kind` is 'single', 'early', 'joint' or 'late'; `is_trained` when it has a network (a setup) of its own.

    `formula` is plain text, of which words are translated; e are embeddings, p probabilities, k digits.
    """

    name: str
    title: str
    kind: str
    is_trained: bool
    formula: str
    reference: str


def translate(_context: str, text: str) -> str:
    """Mark a text for tools/translations and return it as it is."""
    return text


STRATEGIES = (
    Strategy("image", translate("Fusion", "Image alone"), "single", True, "p = softmax(W e_image + b)", ""),
    Strategy("audio", translate("Fusion", "Sound alone"), "single", True, "p = softmax(W e_sound + b)", ""),
    Strategy(
        "early",
        translate("Fusion", "Early fusion"),
        "early",
        True,
        "p = f([image ; sound averaged to 28 x 28])",
        "Baltrusaitis et al., IEEE PAMI 41, 423, 2019",
    ),
    Strategy(
        "joint-concat",
        translate("Fusion", "Joint fusion, side by side"),
        "joint",
        True,
        "p = softmax(W [e_image ; e_sound] + b)",
        "Ngiam et al., Multimodal Deep Learning, ICML 2011",
    ),
    Strategy(
        "joint-attention",
        translate("Fusion", "Joint fusion, attention"),
        "joint",
        True,
        "p = softmax(W (a_image e_image + a_sound e_sound) + b), a = softmax(w . tanh(V e))",
        "Ilse, Tomczak, Welling, ICML 2018",
    ),
    Strategy(
        "late-weighted",
        translate("Fusion", "Late fusion, weighted"),
        "late",
        False,
        "p(k) = image(k)^min(1, 2w) sound(k)^min(1, 2(1 - w)) / sum",
        "Genest and Zidek, Statistical Science 1, 114, 1986",
    ),
    Strategy(
        "late-vote",
        translate("Fusion", "Late fusion, vote of two"),
        "late",
        False,
        translate(
            "Fusion", "the digit both name; else that of the surer one, at equal confidence the image's"
        ),
        "Kittler et al., IEEE PAMI 20, 226, 1998",
    ),
    Strategy(
        "late-vote-three",
        translate("Fusion", "Late fusion, vote of three"),
        "late",
        False,
        translate(
            "Fusion",
            "the digit two of image, sound and joint fusion with attention name; else that of the surest one",
        ),
        "Kittler et al., IEEE PAMI 20, 226, 1998",
    ),
)
NAMES = tuple(each.name for each in STRATEGIES)
TRAINED = tuple(each.name for each in STRATEGIES if each.is_trained)
SINGLE = ("image", "audio")
FUSED = tuple(name for name in NAMES if name not in SINGLE)


def strategy(name: str) -> Strategy:
    """Return a strategy by its name; raises `KeyError` when there is none."""
    return {each.name: each for each in STRATEGIES}[name]
