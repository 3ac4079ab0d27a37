"""Which network and which method: two lists whose entries explain themselves."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from tplab_gui.core.events.heatmap import NetworksFound
from tplab_gui.core.methods import METHODS, Method
from tplab_gui.ui import style


def method_words(method: Method) -> tuple[str, str]:
    """Return the two sentences on a method in the language of the window."""
    translate = QCoreApplication.translate
    return translate("Method", method.what), translate("Method", method.when)


def method_tip(method: Method) -> str:
    """Return all there is to say about a method: two sentences, formula, paper."""
    what, when = method_words(method)
    return f"{what} {when}\n\n{method.formula}\n{method.paper}"


class _Choice(QComboBox):
    """A list of (key, name, tool tip); the tool tip of the chosen one is that of the list."""

    def fill(self, entries: list[tuple[str, str, str]], chosen: str) -> None:
        """Offer the entries and choose one, without a signal."""
        self.blockSignals(True)
        self.clear()
        for key, name, tip in entries:
            self.addItem(name, key)
            self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + style.SPACE_XL)
        self._explain()

    def _prepare(self) -> None:
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentIndexChanged.connect(self._explain)

    def _explain(self) -> None:
        self.setToolTip(self.currentData(Qt.ItemDataRole.ToolTipRole) or "")


class MethodChoice(_Choice):
    """The heatmap methods."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Heatmap method"))
        self._prepare()
        self.fill([(each.key, each.title, method_tip(each)) for each in METHODS], chosen)


class ModelChoice(_Choice):
    """The networks."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Network"))
        self._prepare()
        self._found = NetworksFound((), ())
        self.fill(self._entries(), chosen)

    def set_found(self, found: NetworksFound) -> None:
        """Offer these networks too; what is chosen stays chosen."""
        if found != self._found:
            self._found = found
            self.fill(self._entries(), str(self.currentData()))

    def _entries(self) -> list[tuple[str, str, str]]:
        here = self.tr("A network of torchvision whose weights are on this machine.")
        own = self.tr(
            "Trained in this lab: handwritten digits or your own pictures, 28 x 28, bright ink on dark."
        )
        return [
            (
                "builtin",
                self.tr("Built-in"),
                self.tr("A small network that comes with the lab and knows tennis balls."),
            ),
            (
                "regnet_y_400mf:v1",
                "RegNetY-400MF V1",
                self.tr("The network of the report, ImageNet weights of 2021; they must be on this machine."),
            ),
            (
                "regnet_y_400mf:v2",
                "RegNetY-400MF V2",
                self.tr("The same network with the later ImageNet weights; they must be on this machine."),
            ),
            *((name, name, here) for name in self._found.names if name != "regnet_y_400mf"),
            (
                "digit-image",
                self.tr("Digits (of the lab)"),
                self.tr(
                    "The network that reads what you draw on the tab Digits: 28 x 28, bright ink on dark."
                ),
            ),
            *((f"run:{folder}", name, own) for folder, name in self._found.runs),
        ]
