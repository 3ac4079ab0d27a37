"""A strategy as boxes and arrows, with the shapes of the real networks: the report's figures 10 and 11."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from tplab_gui.core.events.fusion_study import Box, Diagram
from tplab_gui.ui import style
from tplab_gui.ui.widgets.fusion_looks import IMAGE, LOOKS, SOUND, letters, shade, title, write

TITLE_PX = 24
_LANES = ("image", "both", "sound")
_COLOURS = {"image": IMAGE, "sound": SOUND, "both": LOOKS["joint-attention"]}
_BOX_SHARE = 0.58  # of a column; the rest is the arrow's and its shape's
_HEAD_PX = 7.0
_TALLEST_PX, _LEAST_PX = 92.0, 9
_BOLD_PX = 10  # bold letters need more room than the smallest boxes have


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as it stands on an arrow."""
    return " × ".join(f"{each:,}" if each >= 10_000 else str(each) for each in shape)


def box_title(box: Box) -> str:
    """Return what a box is called in the window's language."""
    return QCoreApplication.translate("Fusion", box.title)


def box_words(box: Box) -> str:
    """Return a box as it is read aloud: title, what comes in, what goes out, what it weighs."""
    takes = ", ".join(map(shape_text, box.takes))
    what = f"{takes} → {shape_text(box.gives)}" if takes else shape_text(box.gives)
    return named(box_title(box), f"{what}, {_weights(box)}" if box.parameters else what)


def named(name: str, what: str) -> str:
    """Return a name and what it is, with the colon of the window's language."""
    return QCoreApplication.translate("Fusion", "{name}: {what}").format(name=name, what=what)


def layers_text(box: Box) -> str:
    """Return the layers of a box that have weights, in few letters."""
    short = {"conv2d": "conv", "linear": "linear", "gru": "GRU"}
    found = [  # channels of a convolution, values of a linear layer
        f"{short[row.kind]} {row.shape[0] if row.kind == 'conv2d' else row.shape[-1]}"
        for row in box.layers
        if row.kind in short
    ]
    return " · ".join(found) if len(found) > 1 else ""


def places(diagram: Diagram, area: QRectF) -> dict[str, QRectF]:
    """Return where each box lies in `area`, by its key; below the title."""
    columns = sorted({box.column for box in diagram.boxes})
    lanes = [lane for lane in _LANES if any(box.lane == lane for box in diagram.boxes)]
    pitch = area.width() / len(columns)
    row = (area.height() - TITLE_PX) / len(lanes)
    height = min(row - 14, _TALLEST_PX)
    found = {}
    for box in diagram.boxes:
        left = area.left() + columns.index(box.column) * pitch
        middle = area.top() + TITLE_PX + (lanes.index(box.lane) + 0.5) * row
        found[box.key] = QRectF(left, middle - height / 2, _BOX_SHARE * pitch, height)
    return found


def paint_diagram(
    painter: QPainter, area: QRectF, diagram: Diagram, now: style.Theme, number: str = "", chosen: str = ""
) -> None:
    """Paint a diagram into `area`, on the screen or on paper; `chosen` is the key of a box."""
    letters(painter, style.TEXT, bold=True)
    name = f"{number} {title(diagram.strategy)}".strip()
    weights = QCoreApplication.translate("Fusion", "{n} weights").format(n=f"{diagram.parameters:,}")
    write(painter, QRectF(area.left(), area.top(), area.width(), TITLE_PX - 4), name, now.text)
    letters(painter, style.TEXT_SMALL)
    right = Qt.AlignmentFlag.AlignRight
    write(painter, QRectF(area.left(), area.top(), area.width(), TITLE_PX - 4), weights, now.muted, right)
    where = places(diagram, area)
    boxes = {box.key: box for box in diagram.boxes}
    for source, target in diagram.arrows:
        is_blocked = _is_blocked(source, target, boxes)
        _paint_arrow(painter, where[source], where[target], now, is_blocked=is_blocked)
    told = {source for source, _ in diagram.arrows}
    for key, box in boxes.items():
        _paint_box(painter, where[key], box, now, is_chosen=key == chosen)
        if key in told:
            _paint_shape(painter, where[key], box, area, diagram, now)


def _is_blocked(source: str, target: str, boxes: dict[str, Box]) -> bool:
    """Whether a straight way along the lane of the source would run through another box."""
    first, last = boxes[source], boxes[target]
    return any(
        box.lane == first.lane and first.column < box.column < last.column
        for key, box in boxes.items()
        if key not in {source, target}
    )


def _paint_arrow(
    painter: QPainter, source: QRectF, target: QRectF, now: style.Theme, *, is_blocked: bool
) -> None:
    start, end = QPointF(source.right(), source.center().y()), QPointF(target.left(), target.center().y())
    down = 0.0 if abs(end.y() - start.y()) < 1 else (1.0 if end.y() > start.y() else -1.0)
    if down:  # arrows from two sides do not meet in one point
        end = QPointF(end.x(), end.y() - down * target.height() / 4)
    gap = 0.5 * source.width() / _BOX_SHARE * (1 - _BOX_SHARE)
    path = QPainterPath(start)
    bend = end.x() - 2 * gap if not is_blocked else start.x()
    path.lineTo(QPointF(max(bend, start.x()), start.y()))
    if is_blocked:  # first away from the lane, then along
        between = start.y() + down * (source.height() / 2 + 7)
        path.cubicTo(
            QPointF(start.x() + gap, start.y()),
            QPointF(start.x() + gap, between),
            QPointF(start.x() + 2 * gap, between),
        )
        path.lineTo(QPointF(end.x() - 2 * gap, between))
        start, bend = QPointF(end.x() - 2 * gap, between), end.x() - 2 * gap
    turn = max(bend, start.x())
    middle = (turn + end.x() - _HEAD_PX) / 2
    stop = QPointF(end.x() - _HEAD_PX, end.y())
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), stop)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(now.muted), 1.4))
    painter.drawPath(path)
    painter.setBrush(QColor(now.muted))
    painter.setPen(Qt.PenStyle.NoPen)
    half = _HEAD_PX * 0.55
    painter.drawPolygon(
        QPolygonF([end, QPointF(stop.x(), end.y() - half), QPointF(stop.x(), end.y() + half)])
    )


def _paint_shape(
    painter: QPainter, room: QRectF, box: Box, area: QRectF, diagram: Diagram, now: style.Theme
) -> None:
    """Write what leaves a box over its arrow."""
    pitch = area.width() / len({each.column for each in diagram.boxes})
    letters(painter, 10)
    label = QRectF(room.right() + 2, room.center().y() - 16, pitch - room.width() - 4, 14)
    text = shape_text(box.gives)
    if painter.fontMetrics().horizontalAdvance(text) > label.width():
        text = text.replace(" ", "")
    write(painter, label, text, now.text, Qt.AlignmentFlag.AlignHCenter)


def _paint_box(painter: QPainter, room: QRectF, box: Box, now: style.Theme, *, is_chosen: bool) -> None:
    colour = shade(_COLOURS[box.lane], now)
    fill = QColor(colour)
    fill.setAlpha(60 if box.parameters else 22)
    painter.setBrush(QColor(now.surface))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(room, 5, 5)
    painter.setBrush(fill)
    painter.setPen(QPen(QColor(now.accent) if is_chosen else colour, 3 if is_chosen else 1.4))
    painter.drawRoundedRect(room, 5, 5)
    inside = room.adjusted(4, 3, -4, -3)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    heights = _fitted(painter, inside, box, flags)
    top = inside.center().y() - sum(each[2] for each in heights) / 2
    for text, pixels, height in heights:
        is_title = text == box_title(box)
        letters(painter, pixels, bold=is_title and pixels > _BOLD_PX)
        painter.setPen(QColor(now.text if is_title else now.muted))
        painter.drawText(QRectF(inside.left(), top, inside.width(), height), flags, text)
        top += height


def _fitted(painter: QPainter, inside: QRectF, box: Box, flags: int) -> list[tuple[str, int, float]]:
    """Return the lines that fit into a box, each with its size and height: the layers are left out first."""
    weights, layers = _weights(box) if box.parameters else "", layers_text(box)
    measured: list[tuple[str, int, float]] = []
    for lines, least in (((layers, weights), _BOLD_PX + 1), ((weights,), _BOLD_PX), ((), _LEAST_PX)):
        for size in range(style.TEXT, least - 1, -1):
            measured, widest = [], 0.0
            texts = [(box_title(box), size), *((each, max(size - 2, _LEAST_PX)) for each in lines if each)]
            for text, pixels in texts:
                letters(painter, pixels, bold=text == box_title(box) and pixels > _BOLD_PX)
                needed = painter.boundingRect(QRectF(0, 0, inside.width(), 1000), flags, text)
                measured.append((text, pixels, needed.height()))
                widest = max(widest, needed.width())
            if sum(each[2] for each in measured) <= inside.height() and widest <= inside.width():
                return measured
    return measured


def _weights(box: Box) -> str:
    return QCoreApplication.translate("Fusion", "{n} weights").format(n=f"{box.parameters:,}")
