"""What the lab made of a moment, in a sentence: whom it believed and why."""

from PySide6.QtCore import QCoreApplication

from tplab_gui.core.events.moments import DigitMoment, Verdict
from tplab_gui.ui.widgets.score_bars import percent


def strategy_name(name: str) -> str:
    """Return what a strategy or a modality is called; a name that is not ours is shown as it is."""
    known = {
        "image": QCoreApplication.translate("MomentWords", "image alone"),
        "audio": QCoreApplication.translate("MomentWords", "sound alone"),
        "late-weighted": QCoreApplication.translate("MomentWords", "weighted product"),
        "late-vote": QCoreApplication.translate("MomentWords", "vote"),
        "early": QCoreApplication.translate("MomentWords", "early fusion"),
        "joint-concat": QCoreApplication.translate("MomentWords", "joint, side by side"),
        "joint-attention": QCoreApplication.translate("MomentWords", "joint, with attention"),
    }
    return known.get(name, name)


def belief(moment: DigitMoment) -> str:
    """Return whom the lab believed, and why."""
    sentence = _belief(moment.verdict)
    if len(moment.words) > 1:
        text = QCoreApplication.translate("MomentWords", "Of {count} words the last one counts.")
        sentence += " " + text.format(count=len(moment.words))
    return sentence


def _belief(verdict: Verdict) -> str:
    image, audio = (verdict.answers.get(name) for name in ("image", "audio"))
    fused = verdict.fused
    if verdict.reason == "only-drawn":
        return QCoreApplication.translate("MomentWords", "Believed the drawing: nothing was said.")
    if verdict.reason == "only-said":
        return QCoreApplication.translate("MomentWords", "Believed the sound: nothing was drawn.")
    if image is None or audio is None or fused is None:
        return QCoreApplication.translate("MomentWords", "Nothing was drawn and nothing was said.")
    if verdict.reason == "agree":
        text = QCoreApplication.translate("MomentWords", "Drawing and sound agree on {digit}.")
        return text.format(digit=fused.digit)
    if verdict.reason == "compromise":
        text = QCoreApplication.translate(
            "MomentWords",
            "Believed neither: {digit} is what the drawing ({image}) and the sound ({sound}) can share.",
        )
        return text.format(digit=fused.digit, image=image.digit, sound=audio.digit)
    is_image = verdict.believed == "image"
    own, other = (image, audio) if is_image else (audio, image)
    weight = verdict.weights[0 if is_image else 1]
    if verdict.reason == "surer":
        text = (
            QCoreApplication.translate(
                "MomentWords",
                "Believed the drawing: it was surer of {digit} ({own}) than the sound of {other} ({less}).",
            )
            if is_image
            else QCoreApplication.translate(
                "MomentWords",
                "Believed the sound: it was surer of {digit} ({own}) than the drawing of {other} ({less}).",
            )
        )
    elif verdict.reason == "attention":
        text = (
            QCoreApplication.translate(
                "MomentWords", "Believed the drawing: the network's attention to it was {weight}."
            )
            if is_image
            else QCoreApplication.translate(
                "MomentWords", "Believed the sound: the network's attention to it was {weight}."
            )
        )
    else:
        text = (
            QCoreApplication.translate(
                "MomentWords",
                "Believed the drawing, though less sure ({own} against {less}): it has {weight} of the trust.",
            )
            if is_image
            else QCoreApplication.translate(
                "MomentWords",
                "Believed the sound, though less sure ({own} against {less}): it has {weight} of the trust.",
            )
        )
    return text.format(
        digit=own.digit,
        other=other.digit,
        own=percent(float(own.scores.max())),
        less=percent(float(other.scores.max())),
        weight=percent(weight),
    )
