"""What a series is made of: the two of the report with one button each, or any transform, steps and ends."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from tplab_gui.core.adjustments import HIGHEST_SEED, TRANSFORMS, transform
from tplab_gui.core.errors import LabError
from tplab_gui.core.sweep_plan import STEPS, Series
from tplab_gui.ui import style
from tplab_gui.ui.widgets.adjust_names import group_names, transform_texts
from tplab_gui.ui.widgets.adjust_slider import ExactBox


class TransformChoice(QComboBox):
    """All transforms that can be swept, by group."""

    def __init__(self, chosen: str, *, has_placing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = transform_texts()
        for group in group_names():
            if self.count():
                self.insertSeparator(self.count())
            for known in TRANSFORMS:
                if known.group == group and (has_placing or not known.is_placing):
                    self.addItem(texts[known.name][0], known.name)
                    self.setItemData(self.count() - 1, texts[known.name][1], 3)  # Qt.ItemDataRole.ToolTipRole
        self.setCurrentIndex(self.findData(chosen))
        self.setMaxVisibleItems(self.count())

    @property
    def name(self) -> str:
        """Return the key of the transform chosen."""
        return str(self.currentData())

    def choose(self, name: str) -> None:
        """Choose a transform by its key."""
        self.setCurrentIndex(self.findData(name))


class SweepForm(QWidget):
    """Emits `wanted` when a series is to be run."""

    wanted = Signal(object, int)  # Series, seed
    refused = Signal(object)  # LabError

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.brightness = QPushButton(self.tr("Brightness: series of ten"))
        self.brightness.setToolTip(self.tr("Ten pictures from dark to over-exposed: table 5 of the report."))
        self.perspective = QPushButton(self.tr("Perspective: series of ten"))
        self.perspective.setToolTip(
            self.tr("Ten pictures tilted more and more, or drawn at random: table 6 of the report.")
        )
        self.order = QComboBox()
        self.order.addItem(self.tr("growing tilt"), "perspective")
        self.order.addItem(self.tr("random, by seed"), "perspective-random")
        self.order.setAccessibleName(self.tr("Order of the perspective series"))
        self.order.setToolTip(
            self.tr(
                "The report says “increasing”, its scores look random (R18): growing tilt to the right, or a new "
                "random draw at each step."
            )
        )
        self.transform = TransformChoice("rotation")
        self.transform.setAccessibleName(self.tr("Transform"))
        self.steps = QSpinBox()
        self.steps.setRange(*STEPS)
        self.steps.setValue(10)
        self.steps.setAccessibleName(self.tr("Steps"))
        self.steps.setToolTip(
            self.tr("Pictures of the series, {low} to {high}").format(low=STEPS[0], high=STEPS[1])
        )
        self.seed = QSpinBox()
        self.seed.setRange(0, HIGHEST_SEED)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(
            self.tr("Decides noise and random perspective: the same seed, the same pictures.")
        )
        self.start_button = QPushButton(self.tr("Start"))
        style.set_role(self.start_button, "primary")
        self.start_button.setToolTip(self.tr("Run this series (Space)."))
        self._ends = QHBoxLayout()
        self._ends.setSpacing(style.SPACE_XS)
        self.start_box, self.end_box = ExactBox(self._known), ExactBox(self._known)
        for box, text in ((self.start_box, self.tr("First value")), (self.end_box, self.tr("Last value"))):
            box.setAccessibleName(text)
            box.setToolTip(text)
            box.setFixedWidth(82)
        self._lay_out()
        self._on_transform()
        self.transform.currentIndexChanged.connect(self._on_transform)
        self.brightness.clicked.connect(lambda: self._run_ten("brightness"))
        self.perspective.clicked.connect(lambda: self._run_ten(self.order.currentData()))
        self.start_button.clicked.connect(self.run)

    @property
    def _known(self):  # noqa: ANN202  a Transform
        return transform(self.transform.name)

    def series(self) -> Series:
        """Return the series as the form says it."""
        return Series(self.transform.name, self.steps.value(), self.start_box.value(), self.end_box.value())

    def run(self) -> None:
        """Ask for the series, or say why it makes no sense."""
        series = self.series()
        try:
            series.checked()
        except LabError as error:
            self.refused.emit(error)
            return
        self.wanted.emit(series, self.seed.value())

    def set_running(self, is_running: bool) -> None:  # noqa: FBT001
        """Nothing is started while something runs."""
        for button in (self.brightness, self.perspective, self.start_button):
            button.setEnabled(not is_running)

    def _run_ten(self, name: str) -> None:
        self.transform.choose(name)
        self._on_transform()
        self.steps.setValue(10)
        self.run()

    def _on_transform(self) -> None:
        known = self._known
        for box, value in zip((self.start_box, self.end_box), known.series, strict=True):
            box.fit(known)
            box.setValue(value)
        self.transform.setToolTip(transform_texts()[known.name][1])

    def _lay_out(self) -> None:
        for part in (self.start_box, QLabel("–"), self.end_box):
            self._ends.addWidget(part)
        ten = QHBoxLayout()
        ten.setSpacing(style.SPACE_S)
        for widget in (self.brightness, self.perspective, self.order):
            ten.addWidget(widget)
        ten.addStretch(1)
        own = QHBoxLayout()
        own.setSpacing(style.SPACE_S)
        own.addWidget(self.transform)
        own.addLayout(self._ends)
        for text, box in ((self.tr("Steps"), self.steps), (self.tr("Seed"), self.seed)):
            label = QLabel(text)
            style.set_role(label, "muted")
            label.setBuddy(box)
            own.addWidget(label)
            own.addWidget(box)
        self.seed.setMaximumWidth(90)
        own.addWidget(self.start_button)
        own.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.SPACE_S)
        grid.addLayout(ten, 0, 0)
        grid.addLayout(own, 1, 0)
