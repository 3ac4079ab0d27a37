"""The two plots of the training tab without any curve: their places, axes, limits and colours."""

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGraphicsItem

from tplab_gui.ui import style
from tplab_gui.ui.widgets.loss_ticks import LossTicks
from tplab_gui.ui.widgets.plot_grid import PlotGrid

_LEFT_WIDTH = 58  # both alike, so that the epochs stand one above the other


def two_plots(view: pg.GraphicsLayoutWidget) -> tuple[pg.PlotItem, pg.PlotItem]:
    """Put the plot of the loss above that of the accuracy; both show the same epochs."""
    layout = view.ci.layout
    layout.setContentsMargins(style.SPACE_XS, style.SPACE_S, style.SPACE_M, style.SPACE_XS)
    layout.setSpacing(style.SPACE_XS)
    loss = view.addPlot(row=0, col=0, axisItems={"left": LossTicks("left")})
    accuracy = view.addPlot(row=1, col=0)
    layout.setRowStretchFactor(0, 5)
    layout.setRowStretchFactor(1, 2)
    for plot in (loss, accuracy):
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.getAxis("left").setWidth(_LEFT_WIDTH)
        for side in ("left", "bottom"):  # drawn once and kept: half of the time of a repaint
            plot.getAxis(side).setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            plot.getAxis(side).enableAutoSIPrefix(False)  # no "epoch (x0.001)" over an empty plot
        plot.lines_behind = PlotGrid(plot)  # kept: the scene alone does not keep what Python made
    accuracy.setXLink(loss)
    accuracy.setLimits(yMin=-15, yMax=115)
    accuracy.getAxis("left").setTicks([[(0, "0"), (50, "50"), (100, "100")], [(25, ""), (75, "")]])
    loss.getAxis("bottom").setStyle(showValues=False)
    return loss, accuracy


def restyle(loss: pg.PlotItem, accuracy: pg.PlotItem, font: QFont) -> None:
    """Give the axes the colours of the theme in use, and the small size of `font`."""
    small = QFont(font)
    small.setPixelSize(style.TEXT_SMALL)
    for plot in (loss, accuracy):
        style.style_plot(plot)
        plot.showGrid(x=False, y=False)  # `PlotGrid` draws it
        for side in ("left", "bottom"):
            plot.getAxis(side).setTickFont(small)
    label = {"color": style.theme().muted, "font-size": f"{style.TEXT_SMALL}px"}
    loss.setLabel("left", QCoreApplication.translate("CurvePlot", "loss (nats per example)"), **label)
    accuracy.setLabel("left", QCoreApplication.translate("CurvePlot", "accuracy (%)"), **label)
    accuracy.setLabel("bottom", QCoreApplication.translate("CurvePlot", "epoch"), **label)
