"""A field with its reason below it: shown only while what stands in the field cannot be."""

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QSpinBox, QVBoxLayout, QWidget

from tplab_gui.core.errors import LabError
from tplab_gui.ui import style
from tplab_gui.ui.widgets.notice_bar import in_words

Field = QSpinBox | QDoubleSpinBox | QComboBox


class DoublingSpinBox(QSpinBox):
    """A whole number whose arrows go to the next power of two; anything between can be typed."""

    def stepBy(self, steps: int) -> None:
        """Go to the next power of two, up or down."""
        value = self.value()
        for _ in range(abs(steps)):
            value = 1 << value.bit_length() if steps > 0 else 1 << max(0, (value - 1).bit_length() - 1)
        self.setValue(value)


class RefusableField(QWidget):
    """One control of a form; `refuse` says beside it why its value cannot be."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.hide()
        style.set_role(self.reason, "error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(self.reason)
        self.setFocusProxy(field)

    def refuse(self, error: LabError | None) -> None:
        """Say why, or None that all is well."""
        text = " ".join(in_words(error)).strip() if error is not None else ""
        self.reason.setText(text)
        self.reason.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
