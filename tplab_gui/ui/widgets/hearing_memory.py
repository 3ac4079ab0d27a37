"""How the lab listened and fused at the last start, in the settings and back."""

from typing import Any

from tplab_gui.core.params import ListenParams
from tplab_gui.core.settings import Settings
from tplab_gui.ui.widgets.hearing import Hearing
from tplab_gui.ui.widgets.tab import TabContext


def first_params(context: TabContext) -> ListenParams:
    """Return what a page listens to before anything was asked of it; it is not active yet.

    The run whose network listened comes later, when it is found among those that are there.
    """
    settings = context.settings
    return ListenParams(
        source="simulated" if context.simulate else "microphone",
        device="" if context.simulate else settings.microphone,
        is_active=False,
        language=context.spoken,
        mode=settings.hearing_mode,
        fusion=settings.fusion,
        image_weight=settings.image_trust / 100,
    )


def show(settings: Settings, hearing: Hearing) -> None:
    """Show what is remembered; asks for nothing but the run, and that only once it is found."""
    hearing.bar.show_mode(settings.hearing_mode)
    hearing.bar.network.remember(settings.hearing_network)
    hearing.answers.show_fusion(settings.fusion, settings.image_trust)


def keep(settings: Settings, changes: dict[str, Any]) -> None:
    """Remember what was asked of the listening job, by the names of `ListenParams`."""
    for name, value in changes.items():
        match name:
            case "mode":
                settings.hearing_mode = value
            case "network":
                settings.hearing_network = value
            case "fusion" if not changes.get("fusion_run"):  # a run may be gone at the next start
                settings.fusion = value
            case "image_weight":
                settings.image_trust = round(100 * value)
