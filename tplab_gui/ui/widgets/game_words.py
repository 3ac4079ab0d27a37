"""What the game asks and what came of it, in words."""

from PySide6.QtCore import QCoreApplication

from tplab_gui.core.game import Round


def task(way: str, digit: int) -> str:
    """Return what is asked for."""
    text = {
        "both": QCoreApplication.translate("GameWords", "Draw and say {digit}"),
        "drawn": QCoreApplication.translate("GameWords", "Draw {digit}"),
        "said": QCoreApplication.translate("GameWords", "Say {digit}"),
    }[way]
    return text.format(digit=digit)


def outcome(done: Round) -> str:
    """Return what came out of a round, and what fusion had to do with it."""
    if done.is_right:
        text = QCoreApplication.translate("GameWords", "✓ {asked} in {seconds:.1f} s: {points} points.")
    elif done.fused is None:
        text = QCoreApplication.translate("GameWords", "✗ {asked}: no answer in time.")
    else:
        text = QCoreApplication.translate("GameWords", "✗ {asked}: the lab understood {fused}.")
    words = text.format(asked=done.asked, seconds=done.seconds, points=done.points, fused=done.fused)
    return f"{words} {fusion_part(done)}".strip()


def fusion_part(done: Round) -> str:
    """Return where fusion saved the answer, or cost it; '' when it changed nothing."""
    if done.is_saved:
        if done.wrong_alone == ("image",):
            text = QCoreApplication.translate(
                "GameWords", "Fusion saved it: the drawing alone was read as {image}."
            )
        elif done.wrong_alone == ("audio",):
            text = QCoreApplication.translate(
                "GameWords", "Fusion saved it: the sound alone was heard as {audio}."
            )
        else:
            text = QCoreApplication.translate(
                "GameWords", "Fusion saved it: alone they said {image} and {audio}."
            )
        return text.format(image=done.image, audio=done.audio)
    if done.fused is not None and not done.is_right and done.asked in (done.image, done.audio):
        return QCoreApplication.translate("GameWords", "One of both alone would have been right.")
    return ""
