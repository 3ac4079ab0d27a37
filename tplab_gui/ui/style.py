"""The look of the lab in one place: colours, spacings, text sizes, series, icons.

Two themes over Qt's Fusion style; text has at least 4.5:1 contrast on every ground of its theme. Series are
Okabe-Ito colours (Okabe & Ito, "Color universal design", 2008), each with a dash and a marker of its own, so that no
curve is told by colour alone.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
TEXT_SMALL, TEXT, TEXT_LARGE, TEXT_TITLE = 11, 13, 16, 22  # pixels
RADIUS = 6
_ICON_PIXELS = (16, 20, 24, 32, 48)


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as `#rrggbb`."""

    is_dark: bool
    background: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    good: str
    warning: str
    error: str
    grid: str


LIGHT = Theme(
    is_dark=False,
    background="#f4f5f7",
    surface="#ffffff",
    raised="#eceff3",
    border="#cfd5dd",
    text="#1b1f24",
    muted="#555e6b",
    accent="#0b5cc0",
    on_accent="#ffffff",
    good="#1a7034",
    warning="#8a4b00",
    error="#b3261e",
    grid="#d9dee5",
)
DARK = Theme(
    is_dark=True,
    background="#15171c",
    surface="#1d2027",
    raised="#292e38",
    border="#3b424e",
    text="#e8eaed",
    muted="#a9b1bd",
    accent="#6cb0ff",
    on_accent="#0c1a2b",
    good="#5fd38d",
    warning="#f0bf5c",
    error="#ff9a91",
    grid="#333a45",
)


@dataclass(frozen=True)
class Series:
    """How one curve is drawn: a colour for each theme, a dash and a marker (names of pyqtgraph's symbols)."""

    name: str
    light: str
    dark: str
    dash: Qt.PenStyle
    symbol: str

    def colour(self) -> QColor:
        """Return the colour for the theme in use."""
        return QColor(self.dark if theme().is_dark else self.light)


SERIES = (
    Series("blue", "#0072b2", "#56b4e9", Qt.PenStyle.SolidLine, "o"),
    Series("vermilion", "#c04f00", "#ff8c42", Qt.PenStyle.DashLine, "s"),
    Series("green", "#00795a", "#2fc99b", Qt.PenStyle.DotLine, "t"),
    Series("purple", "#a8487f", "#e39bc4", Qt.PenStyle.DashDotLine, "d"),
    Series("amber", "#9a6a00", "#e6b02e", Qt.PenStyle.DashDotDotLine, "star"),
    Series("sky", "#2a7f9e", "#8fd3f4", Qt.PenStyle.SolidLine, "x"),
)


def theme() -> Theme:
    """Return the theme that the application's palette shows now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def apply(app: QApplication, choice: str = "system") -> None:
    """Give the application the theme `choice`: 'system', 'light' or 'dark'."""
    if choice == "system":
        is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    else:
        is_dark = choice == "dark"
    chosen = DARK if is_dark else LIGHT
    app.setStyle("Fusion")
    app.setPalette(_palette(chosen))
    app.setStyleSheet(_sheet(chosen))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the looks of the sheet.

    Labels: 'title', 'heading', 'value', 'muted', 'good', 'warning', 'error'. Buttons: 'primary', 'danger', 'flat'.
    Frames: 'card'.
    """
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def icon(name: str, colour: str | None = None) -> QIcon:
    """Return an icon of the Material Design family (`mdi6.play`) in the text colour, or `colour`.

    The family is loaded at the first call (a quarter of a second), so none is asked for before the first paint.
    """
    import qtawesome

    drawn = qtawesome.icon(name, color=colour or theme().text, color_disabled=theme().border)
    made = QIcon()  # of plain pixmaps: the family's own engine warns when a layout asks for a size of zero
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for pixels in _ICON_PIXELS:
            made.addPixmap(drawn.pixmap(QSize(pixels, pixels), mode), mode)
    return made


def style_plot(plot: Any) -> None:
    """Give a pyqtgraph PlotItem the colours of the theme; call again when the palette changes."""
    now = theme()
    for side in ("left", "bottom", "right", "top"):
        axis = plot.getAxis(side)
        axis.setPen(now.border)
        axis.setTextPen(now.muted)
    plot.showGrid(x=True, y=True, alpha=0.18)
    plot.getViewBox().setBackgroundColor(now.surface)
    view = plot.getViewWidget()
    if view is not None:
        view.setBackground(now.surface)


def _palette(colours: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, shade in (
        (role.Window, colours.background),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.Mid, colours.border),
        (role.Accent, colours.accent),
    ):
        palette.setColor(which, QColor(shade))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.muted))
    return palette


def _sheet(c: Theme) -> str:
    return f"""
    * {{ font-size: {TEXT}px; }}
    QLabel[role="title"] {{ font-size: {TEXT_TITLE}px; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {TEXT_LARGE}px; font-weight: 600; }}
    QLabel[role="value"] {{ font-size: {TEXT_LARGE}px; font-weight: 600; }}
    QLabel[role="muted"] {{ color: {c.muted}; }}
    QLabel[role="good"] {{ color: {c.good}; font-weight: 600; }}
    QLabel[role="warning"] {{ color: {c.warning}; font-weight: 600; }}
    QLabel[role="error"] {{ color: {c.error}; font-weight: 600; }}
    QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: {RADIUS}px; }}
    QToolTip {{ color: {c.text}; background: {c.raised}; border: 1px solid {c.border}; padding: 4px; }}
    QPushButton, QToolButton {{ padding: 5px 10px; border: 1px solid {c.border}; border-radius: {RADIUS}px;
        background: {c.surface}; }}
    QPushButton:hover, QToolButton:hover {{ background: {c.raised}; }}
    QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked {{
        background: {c.raised}; border-color: {c.accent}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; padding: 4px 9px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.muted}; background: {c.background}; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
        font-weight: 600; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.raised}; color: {c.muted}; border-color: {c.border}; }}
    QPushButton[role="danger"] {{ color: {c.error}; border-color: {c.error}; }}
    QToolButton[role="flat"] {{ border-color: transparent; background: transparent; }}
    QToolButton[role="flat"]:hover {{ background: {c.raised}; }}
    QToolButton[role="flat"]:focus {{ border: 2px solid {c.accent}; padding: 4px 9px; }}
    QToolButton::menu-indicator {{ image: none; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {c.border}; }}
    QTabBar {{ font-size: {TEXT}px; }}
    QTabBar::tab {{ padding: 9px 18px; margin: 0; border: 0; border-bottom: 3px solid transparent;
        color: {c.muted}; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; font-weight: 600; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:focus {{ border-bottom-color: {c.accent}; background: {c.raised}; }}
    QGroupBox {{ border: 1px solid {c.border}; border-radius: {RADIUS}px; margin-top: 10px; padding-top: 6px; }}
    QGroupBox::title {{ subcontrol-origin: margin; left: 10px; padding: 0 4px; color: {c.muted}; }}
    QProgressBar {{ border: 0; border-radius: 3px; background: {c.raised}; max-height: 6px; }}
    QProgressBar::chunk {{ border-radius: 3px; background: {c.accent}; }}
    """
