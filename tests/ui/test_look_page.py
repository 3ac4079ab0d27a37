"""The Heatmap tab as a user meets it: real job, real network (small, random), simulated ball or files."""

import threading
import time

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from tests.heatmap_network import CLASSES, save_random_builtin
from tplab_gui.core.errors import LabError
from tplab_gui.core.events.common import DevicesFound
from tplab_gui.core.events.heatmap import HeatmapFrame, NetworksFound
from tplab_gui.core.mailbox import Latest
from tplab_gui.core.params import WatchParams
from tplab_gui.core.settings import Settings
from tplab_gui.ui import style
from tplab_gui.ui.widgets.image_view import to_qimage
from tplab_gui.ui.widgets.look_page import LookPage
from tplab_gui.ui.widgets.picture_feed import newest_pictures
from tplab_gui.ui.widgets.sample_gallery import samples
from tplab_gui.ui.widgets.tab import TabContext

SOON_MS = 30_000


@pytest.fixture
def tab(qtbot, tmp_path, monkeypatch):
    """A started, visible tab on the simulated ball; its notices are collected in `tab.told`."""
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))
    shown = LookPage(TabContext(Settings(), simulate=True))
    qtbot.addWidget(shown)
    shown.told = []
    shown.notice.connect(lambda error, kind: shown.told.append((error, kind)))
    shown.resize(1000, 600)
    shown.show()
    shown.set_active(True)
    shown.start()
    yield shown
    assert shown.shut_down(10_000)


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "noise.png"
    pixels = np.random.default_rng(9).integers(0, 255, (60, 80, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path, pixels


def shown(tab):
    return tab.panels.input.view.pixels


def has_heat(tab):
    return isinstance(tab._shown, HeatmapFrame)


def wait_for_heat(qtbot, tab):
    qtbot.waitUntil(lambda: has_heat(tab), timeout=SOON_MS)


def readers():
    return [thread for thread in threading.enumerate() if thread.name == "simulated-reader"]


def last_told(tab):
    return str(tab.told[-1][0]) if tab.told and tab.told[-1][0] is not None else ""


def test_that_the_simulated_ball_moves_and_gets_a_score(qtbot, tab):
    wait_for_heat(qtbot, tab)
    first = shown(tab)
    assert first.shape == (480, 640, 3)
    qtbot.waitUntil(lambda: not np.array_equal(shown(tab), first), timeout=SOON_MS)
    qtbot.waitUntil(lambda: tab.score.score.text().endswith(" %"), timeout=SOON_MS)
    assert "found (threshold 0.62)" in tab.score.verdict.text()
    assert len(tab.top.rows()) == 5
    assert "cells" in tab.panels.raw.caption.toolTip()
    assert "Heat is strongest at" in tab.panels.overlay.view.accessibleDescription()
    qtbot.waitUntil(lambda: "ms" in tab.question.speed.text(), timeout=SOON_MS)


def test_that_ready_is_said_once(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("TPLAB_MODELS", str(save_random_builtin(tmp_path / "models")))
    fresh = LookPage(TabContext(Settings(), simulate=True))
    qtbot.addWidget(fresh)
    said = []
    fresh.ready.connect(lambda: said.append(1))
    fresh.start()  # never shown: the network loads all the same, the source stays closed
    qtbot.waitUntil(lambda: bool(said), timeout=SOON_MS)
    assert shown(fresh) is None
    fresh.question.model.setCurrentIndex(fresh.question.model.findData("builtin"))
    assert fresh.shut_down(10_000)
    assert said == [1]


def test_that_a_missing_network_is_a_sentence_and_the_ball_still_moves(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("tplab_gui.core.paths.MODELS", tmp_path / "nothing")
    lone = LookPage(TabContext(Settings(), simulate=True))
    qtbot.addWidget(lone)
    told, ready = [], []
    lone.notice.connect(lambda error, kind: told.append((str(error), kind)))
    lone.ready.connect(lambda: ready.append(1))
    lone.show()
    lone.set_active(True)
    lone.start()
    qtbot.waitUntil(lambda: bool(told) and shown(lone) is not None, timeout=SOON_MS)
    assert "The network builtin is not on this machine." in told[0][0]
    assert told[0][1] == "error"
    assert "not on this machine" in lone.panels.raw.view.text
    assert ready == [1]
    assert lone.question.retry.isVisible()
    save_random_builtin(tmp_path / "nothing")
    qtbot.mouseClick(lone.question.retry, Qt.MouseButton.LeftButton)
    wait_for_heat(qtbot, lone)
    qtbot.waitUntil(lambda: not lone.question.retry.isVisible(), timeout=SOON_MS)
    assert lone.shut_down(10_000)


def test_that_an_opened_picture_is_shown_with_its_name(qtbot, tab, picture):
    path, pixels = picture
    tab.open_path(str(path))
    qtbot.waitUntil(lambda: shown(tab) is not None and np.array_equal(shown(tab), pixels), timeout=SOON_MS)
    assert tab.question.source.currentText() == "noise.png"
    assert tab.panels.input.caption.toolTip() == "noise.png · 80 x 60"
    assert tab.context.settings.last_folder == str(path.parent)
    qtbot.waitUntil(lambda: tab.question.speed.text().startswith("still"), timeout=SOON_MS)


def test_that_choosing_picture_in_the_list_asks_for_a_file(qtbot, tab, picture):
    path, pixels = picture
    choice = tab.question.source
    choice.activated.emit(choice.findText("Picture…"))
    dialog = tab.findChild(QFileDialog)
    assert choice.currentText() == "Simulated ball"  # until a file is chosen
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: shown(tab) is not None and np.array_equal(shown(tab), pixels), timeout=SOON_MS)


def test_that_a_pasted_picture_is_looked_at(qtbot, tab, picture):
    _, pixels = picture
    QGuiApplication.clipboard().setImage(to_qimage(pixels).copy())
    qtbot.keyClick(tab, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(tab) is not None and np.array_equal(shown(tab), pixels), timeout=SOON_MS)
    assert tab.question.source.currentText() == "Pasted picture"
    tab.look_at("simulated", "")
    qtbot.waitUntil(lambda: shown(tab).shape == (480, 640, 3), timeout=SOON_MS)
    choice = tab.question.source
    choice.activated.emit(choice.findText("Pasted picture"))  # it can be chosen again
    qtbot.waitUntil(lambda: np.array_equal(shown(tab), pixels), timeout=SOON_MS)


def test_that_pasting_text_that_is_no_picture_is_a_sentence(qtbot, tab):
    QGuiApplication.clipboard().setText("tennis is fun")
    tab.paste()
    assert "There is no picture on the clipboard." in last_told(tab)


def test_that_a_dropped_file_is_looked_at(qtbot, tab, picture):
    path, pixels = picture
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    tab.dragEnterEvent(entering)
    assert entering.isAccepted()
    tab.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys))
    qtbot.waitUntil(lambda: shown(tab) is not None and np.array_equal(shown(tab), pixels), timeout=SOON_MS)


def test_that_a_dropped_video_plays(qtbot, tab, tmp_path):
    path = tmp_path / "grey.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 30, (64, 48))
    for grey in (60, 90, 120, 150):
        writer.write(np.full((48, 64, 3), grey, np.uint8))
    writer.release()
    tab.open_path(str(path))
    qtbot.waitUntil(lambda: shown(tab) is not None and shown(tab).shape == (48, 64, 3), timeout=SOON_MS)
    assert tab.params.get().source == "video"


def test_that_an_unreadable_file_is_told_and_the_ball_stays(qtbot, tab, tmp_path):
    wait_for_heat(qtbot, tab)
    bad = tmp_path / "letter.jpg"
    bad.write_text("Dear Sir or Madam")
    tab.open_path(str(bad))
    qtbot.waitUntil(lambda: "letter.jpg" in last_told(tab), timeout=SOON_MS)
    assert shown(tab).shape == (480, 640, 3)
    tab.look_at("simulated", "")
    qtbot.waitUntil(lambda: tab.told[-1][0] is None, timeout=SOON_MS)


def test_that_freeze_holds_the_picture_while_the_target_changes(qtbot, tab):
    wait_for_heat(qtbot, tab)
    qtbot.keyClick(tab, Qt.Key.Key_F)
    assert tab.drawing.freeze.isChecked()
    tab.question.target.setText("zebra")
    qtbot.keyClick(tab.question.target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab._shown.target == "zebra", timeout=SOON_MS)
    held = shown(tab).copy()
    tab.question.target.setText("LEMON")
    qtbot.keyClick(tab.question.target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab._shown.target == "lemon", timeout=SOON_MS)
    assert np.array_equal(shown(tab), held)
    tab.drawing.freeze.click()
    qtbot.waitUntil(lambda: not np.array_equal(shown(tab), held), timeout=SOON_MS)


def test_that_an_unknown_target_is_a_sentence_with_near_names(qtbot, tab):
    wait_for_heat(qtbot, tab)
    tab.question.target.setText("tenis bal")
    qtbot.keyClick(tab.question.target, Qt.Key.Key_Return)
    assert "no class called “tenis bal”. Did you mean tennis ball" in last_told(tab)
    assert tab.params.get().target == "tennis ball"
    tab.question.target.setText("Orange")
    qtbot.keyClick(tab.question.target, Qt.Key.Key_Return)
    assert tab.told[-1][0] is None
    assert tab.params.get().target == "orange"


def test_that_the_search_offers_every_class_that_holds_the_letters(qtbot, tab):
    wait_for_heat(qtbot, tab)
    completer = tab.question.target.completer()
    completer.setCompletionPrefix("BALL")
    model = completer.completionModel()
    offered = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert offered == {name for name in CLASSES if "ball" in name}


def test_that_opacity_and_colours_reach_the_overlay(qtbot, tab, picture):
    path, pixels = picture
    tab.open_path(str(path))
    qtbot.waitUntil(lambda: has_heat(tab) and np.array_equal(shown(tab), pixels), timeout=SOON_MS)
    tab.drawing.opacity.setValue(0)
    qtbot.waitUntil(lambda: np.array_equal(tab.panels.overlay.view.pixels, pixels), timeout=SOON_MS)
    assert tab.drawing.opacity_value.text() == "0 %"
    raw = tab.panels.raw.view.pixels.copy()
    tab.drawing.colours.setCurrentText("viridis")
    qtbot.waitUntil(lambda: not np.array_equal(tab.panels.raw.view.pixels, raw), timeout=SOON_MS)


def test_that_a_hidden_tab_holds_no_source_and_wakes_up_again(qtbot, tab):
    wait_for_heat(qtbot, tab)
    assert readers()
    tab.set_active(False)
    qtbot.waitUntil(lambda: not readers(), timeout=SOON_MS)
    tab.set_active(True)
    version = tab.feed.pictures.version
    qtbot.waitUntil(lambda: tab.feed.pictures.version > version + 2, timeout=SOON_MS)


def test_that_closing_while_live_takes_less_than_two_seconds(qtbot, tab):
    wait_for_heat(qtbot, tab)
    started_s = time.perf_counter()
    assert tab.shut_down(2000)
    assert time.perf_counter() - started_s < 2


def test_that_closing_is_safe_before_the_start_and_twice(qtbot):
    fresh = LookPage(TabContext(Settings(), simulate=True))
    qtbot.addWidget(fresh)
    assert fresh.shut_down(0)
    assert fresh.shut_down(1500)


def test_that_the_three_panels_are_saved_as_one_picture(qtbot, tab, picture, tmp_path):
    path, pixels = picture
    tab.open_path(str(path))
    qtbot.waitUntil(lambda: has_heat(tab) and np.array_equal(shown(tab), pixels), timeout=SOON_MS)
    qtbot.keyClick(tab, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = tab.findChild(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "three.png"))
    dialog.close()
    with Image.open(tmp_path / "three.png") as saved:
        whole = np.asarray(saved.convert("RGB"))
    assert whole.shape[1] > 3 * 80
    left = whole[-12 - 60 : -12, 12 : 12 + 80]
    assert np.array_equal(left, pixels)
    assert "three.png" in tab.drawing.said.text()


def test_that_a_full_or_forbidden_folder_is_a_notice(qtbot, tab, tmp_path):
    wait_for_heat(qtbot, tab)
    (tmp_path / "file").write_text("in the way")
    tab.export.save(tmp_path / "file" / "three.png", tab._shown)
    assert "could not be written" in last_told(tab)


def test_that_copy_puts_the_panels_on_the_clipboard(qtbot, tab):
    wait_for_heat(qtbot, tab)
    qtbot.mouseClick(tab.drawing.copy, Qt.MouseButton.LeftButton)
    image = QImage(QGuiApplication.clipboard().image())
    assert image.width() > 3 * 640
    assert tab.drawing.said.text() == "Copied."


def test_that_a_camera_is_chosen_by_itself_unless_simulated(qtbot):
    for simulate, expected in ((False, ("camera", "2")), (True, ("simulated", ""))):
        fresh = LookPage(TabContext(Settings(camera="Second"), simulate=simulate))
        qtbot.addWidget(fresh)
        fresh.feed.cameras_found.emit(DevicesFound("camera", ("0", "2"), ("First", "Second")))
        asked = fresh.params.get()
        assert (asked.source, asked.where) == expected
        assert {fresh.question.source.itemText(row) for row in (0, 1)} == {"First", "Second"}


def test_that_a_missing_camera_brings_the_ball_the_sentence_and_retry(qtbot, tab):
    tab.look_at("camera", "97")
    qtbot.waitUntil(lambda: "No camera was found" in last_told(tab), timeout=SOON_MS)
    qtbot.waitUntil(lambda: "simulated ball instead" in tab.panels.input.caption.toolTip(), timeout=SOON_MS)
    assert tab.question.retry.isVisible()
    assert tab.question.source.currentText() == "Camera (not found)"


def test_that_a_sample_is_one_click_away(qtbot, tab):
    tab.question.sample_menu.aboutToShow.emit()
    actions = tab.question.sample_menu.actions()
    assert [action.text() for action in actions] == [name for _, name in samples()]
    actions[0].trigger()
    assert tab.params.get().where == str(samples()[0][0])
    tab.resize(1400, 860)
    qtbot.waitUntil(tab.strip.isVisible, timeout=SOON_MS)
    tab.strip.itemActivated.emit(tab.strip.item(1))
    assert tab.params.get().where == str(samples()[1][0])


def test_that_icons_follow_the_theme(qtbot, tab, qapp):
    def ink(button):
        image = button.icon().pixmap(24, 24).toImage()
        shades = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        return max(
            (shade for shade in shades if shade.alpha() == 255), key=lambda shade: shade.lightness()
        ).name()

    style.apply(qapp, "light")
    light = ink(tab.drawing.freeze)
    style.apply(qapp, "dark")
    dark = ink(tab.drawing.freeze)
    style.apply(qapp, "light")
    assert (light, dark) == (style.LIGHT.text, style.DARK.text)


def test_that_every_control_has_a_name_for_screen_readers_and_a_tool_tip(tab):
    drawing, question = tab.drawing, tab.question
    for control in (
        *(
            question.source,
            question.samples,
            question.retry,
            question.model,
            question.method,
            question.target,
        ),
        *(drawing.opacity, drawing.colours, drawing.freeze, drawing.mirror, drawing.save, drawing.copy),
    ):
        assert control.accessibleName()
        assert control.toolTip()
    for method in range(question.method.count()):
        assert question.method.itemData(method, Qt.ItemDataRole.ToolTipRole)


def test_that_the_smallest_window_holds_the_tab_with_retry_shown(qtbot, tab, qapp):
    style.apply(qapp, "light")
    wait_for_heat(qtbot, tab)
    tab.question.offer_retry(is_offered=True)
    qtbot.waitUntil(lambda: tab.minimumSizeHint().width() <= 960, timeout=SOON_MS)
    assert tab.minimumSizeHint().height() <= 540


def test_that_a_window_that_is_late_gets_the_newest_picture_only(qtbot):
    def twenty(_params):
        for number in range(20):
            blank = np.zeros((2, 2, 3), np.uint8)
            yield HeatmapFrame(
                number,
                blank,
                blank[..., 0],
                blank,
                blank[..., 0],
                blank,
                "",
                0.0,
                None,
                (),
                (0, 0),
                0.0,
                0.0,
                0.0,
            )
        yield LabError("not a picture")

    pictures = Latest(None)
    others = list(newest_pictures(twenty, Latest(WatchParams()), pictures))
    assert pictures.get().number == 19
    assert sum(isinstance(event, LabError) for event in others) == 1
    assert not any(isinstance(event, HeatmapFrame) for event in others)


def test_that_the_absolute_scale_reaches_the_pictures_and_is_explained_with_their_numbers(
    qtbot, tab, picture
):
    tab.open_path(str(picture[0]))
    qtbot.waitUntil(lambda: has_heat(tab) and np.array_equal(shown(tab), picture[1]), timeout=SOON_MS)
    tab.drawing.why.click()
    assert "Stretched: this map runs from" in last_told(tab)
    tab.drawing.scale.setCurrentIndex(tab.drawing.scale.findData("absolute"))
    qtbot.waitUntil(lambda: tab._shown.is_absolute, timeout=SOON_MS)
    seen = tab._shown
    own = seen.evidence.log_odds(0)
    assert seen.log_odds == pytest.approx(float(own.max()), abs=1e-4)
    assert seen.heatmap.max() <= np.clip(own.max() / 10, 0, 1) + 1e-6
    qtbot.waitUntil(lambda: tab.panels.legend.ends() == ("0", "10 logits"), timeout=SOON_MS)
    tab.drawing.why.click()
    assert f"{seen.log_odds:+.1f} logits" in last_told(tab)


def test_that_further_classes_get_overlays_of_their_own_and_can_be_taken_away(qtbot, tab):
    wait_for_heat(qtbot, tab)
    tab.question.target.plus.trigger()
    tab.question.target.setText("lemon")
    qtbot.keyClick(tab.question.target, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: tab._shown.target == "lemon" and [o.target for o in tab._shown.others] == ["tennis ball"],
        timeout=SOON_MS,
    )
    qtbot.waitUntil(lambda: len(tab.panels._more) == 1 and tab.panels._more[0].isVisible(), timeout=SOON_MS)
    assert not tab.panels.raw.isVisible()
    score = dict(zip(CLASSES, tab._shown.evidence.classes, strict=True))
    assert set(score) == set(CLASSES)
    qtbot.waitUntil(lambda: "tennis ball" in tab.score._rows, timeout=SOON_MS)
    tab.score._rows["tennis ball"][2].click()
    qtbot.waitUntil(lambda: tab._shown.others == () and tab.panels.raw.isVisible(), timeout=SOON_MS)


def test_that_an_empty_target_is_the_most_probable_class(qtbot, tab):
    wait_for_heat(qtbot, tab)
    tab.question.target.setText("")
    qtbot.keyClick(tab.question.target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.params.get().target == "", timeout=SOON_MS)
    number = tab._shown.number
    qtbot.waitUntil(lambda: tab._shown.number > number + 1, timeout=SOON_MS)
    logits = tab._shown.evidence.logits().mean(axis=(1, 2))
    assert tab._shown.target == CLASSES[int(logits.argmax())]


def test_that_pointing_at_a_place_reads_what_its_cell_supports(qtbot, tab, picture):
    tab.open_path(str(picture[0]))
    qtbot.waitUntil(lambda: has_heat(tab) and np.array_equal(shown(tab), picture[1]), timeout=SOON_MS)
    view = tab.panels.input.view
    where = view.picture_rect()
    qtbot.mouseMove(view, where.topLeft().toPoint() + QPoint(3, 3))
    expected = [name for name, _ in tab._shown.evidence.best_at(1, 1)]
    qtbot.waitUntil(lambda: tab.top._title != "", timeout=SOON_MS)
    assert [row.rsplit(" ", 2)[0] for row in tab.top.rows()] == expected
    qtbot.mouseMove(view, QPoint(0, 0) if not where.contains(QPointF(0, 0)) else QPoint(-5, -5))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert tab.answers.point == pytest.approx((80 * (0.5 + 1 / 32), 30))


def test_that_another_layer_gives_a_finer_map_and_is_forgotten_with_its_network(qtbot, tab):
    wait_for_heat(qtbot, tab)
    names = [action.text() for action in tab.drawing.layers.actions()]
    assert len(names) > 1
    coarse = tab._shown.raw.shape
    tab.drawing.layers.actions()[1].trigger()
    qtbot.waitUntil(lambda: tab._shown.raw.shape > coarse, timeout=SOON_MS)


def test_that_the_live_view_is_recorded_until_the_button_is_released(qtbot, tab, tmp_path):
    wait_for_heat(qtbot, tab)
    path = tmp_path / "view.avi"
    tab.drawing.record.click()
    dialog = tab.findChild(QFileDialog)
    assert not tab.drawing.record.isChecked()  # nothing is recorded before a name is chosen
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: tab.drawing.said.text().startswith("●"), timeout=SOON_MS)
    tab.drawing.record.click()
    qtbot.waitUntil(lambda: not tab.recorder.runner.is_running, timeout=SOON_MS)
    qtbot.waitUntil(lambda: tab.drawing.said.text() == "Saved as view.avi.", timeout=SOON_MS)
    assert cv2.VideoCapture(str(path)).read()[0]


def test_that_closing_while_recording_keeps_the_video(qtbot, tab, tmp_path):
    wait_for_heat(qtbot, tab)
    path = tmp_path / "view.avi"
    tab.recorder.record(path)
    qtbot.waitUntil(lambda: tab.drawing.said.text().startswith("●"), timeout=SOON_MS)
    assert tab.shut_down(5000)
    assert cv2.VideoCapture(str(path)).read()[0]


def test_that_a_video_that_cannot_be_written_is_a_notice(qtbot, tab, tmp_path):
    wait_for_heat(qtbot, tab)
    tab.recorder.record(tmp_path / "view.txt")
    qtbot.waitUntil(lambda: "cannot be saved as view.txt" in last_told(tab), timeout=SOON_MS)
    assert not tab.drawing.record.isChecked()


def test_that_the_arrow_keys_walk_through_a_folder(qtbot, tab, tmp_path):
    wait_for_heat(qtbot, tab)
    folder = tmp_path / "album"
    folder.mkdir()
    for number in range(3):
        Image.fromarray(np.full((40, 60, 3), 60 * number + 40, np.uint8)).save(folder / f"{number}.png")
    (folder / "notes.txt").write_text("no picture")
    tab.open_path(str(folder))

    def shows(number):
        return shown(tab) is not None and shown(tab)[0, 0, 0] == 60 * number + 40

    qtbot.waitUntil(lambda: shows(0), timeout=SOON_MS)
    assert tab.question.forth.isVisible()
    qtbot.waitUntil(lambda: tab.panels.input.caption.toolTip().startswith("1/3 0.png"), timeout=SOON_MS)
    qtbot.keyClick(tab, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shows(1), timeout=SOON_MS)
    tab.question.back.click()
    qtbot.waitUntil(lambda: shows(0), timeout=SOON_MS)
    qtbot.keyClick(tab, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: shows(2), timeout=SOON_MS)
    tab.look_at("simulated", "")
    assert not tab.question.forth.isVisible()


def test_that_a_folder_without_pictures_is_a_sentence_and_the_last_picture_stays(qtbot, tab, tmp_path):
    wait_for_heat(qtbot, tab)
    (tmp_path / "empty").mkdir()
    tab.open_path(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: "no pictures in the folder" in last_told(tab), timeout=SOON_MS)
    assert shown(tab) is not None


def test_that_a_part_of_the_screen_is_marked_and_looked_at(qtbot, tab):
    wait_for_heat(qtbot, tab)
    picker = tab.screen_source.ask()
    qtbot.addWidget(picker)
    qtbot.mousePress(picker, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    qtbot.mouseMove(picker, QPoint(130, 120))
    qtbot.mouseRelease(picker, Qt.MouseButton.LeftButton, pos=QPoint(130, 120))
    qtbot.waitUntil(lambda: shown(tab) is not None and shown(tab).shape == (81, 101, 3), timeout=SOON_MS)
    assert tab.params.get().where == "screen"
    tab.set_active(False)
    assert not tab.screen_source.is_running
    tab.set_active(True)
    assert tab.screen_source.is_running
    tab.look_at("simulated", "")
    assert not tab.screen_source.is_running


def test_that_giving_up_the_screen_changes_nothing(qtbot, tab):
    wait_for_heat(qtbot, tab)
    picker = tab.screen_source.ask()
    qtbot.addWidget(picker)
    with qtbot.waitSignal(picker.given_up):
        qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert tab.params.get().source == "simulated"
    assert not tab.screen_source.is_running


def test_that_missing_weights_can_be_brought_on_a_stick(qtbot, tab, tmp_path, monkeypatch):
    wait_for_heat(qtbot, tab)
    weights = tab.question.weights
    assert not weights.isVisible()
    tab.question.model.setCurrentIndex(tab.question.model.findData("regnet_y_400mf:v1"))
    qtbot.waitUntil(weights.isVisible, timeout=SOON_MS)
    (tmp_path / "stick").mkdir()
    weights.fetch(str(tmp_path / "stick"))
    qtbot.waitUntil(
        lambda: "does not hold the file regnet_y_400mf-c65dace8.pth" in last_told(tab), timeout=SOON_MS
    )
    tab.question.model.setCurrentIndex(tab.question.model.findData("builtin"))
    qtbot.waitUntil(lambda: not weights.isVisible(), timeout=SOON_MS)


def test_that_what_was_trained_and_what_lies_here_is_offered(qtbot, tab):
    tab.question.model.set_found(NetworksFound(("resnet18", "regnet_y_400mf"), (("/runs/a", "my digits"),)))
    keys = [tab.question.model.itemData(row) for row in range(tab.question.model.count())]
    assert keys[-3:] == ["resnet18", "digit-image", "run:/runs/a"]
    assert "regnet_y_400mf" not in keys  # its two versions are named one by one
    assert tab.question.model.currentData() == "builtin"


def test_that_the_digit_network_of_the_lab_looks_at_a_picture(qtbot, tab, picture, monkeypatch):
    monkeypatch.delenv("TPLAB_MODELS")
    tab.open_path(str(picture[0]))
    wait_for_heat(qtbot, tab)
    tab.question.model.setCurrentIndex(tab.question.model.findData("digit-image"))
    tab.question.target.setText("")
    qtbot.keyClick(tab.question.target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: has_heat(tab) and tab._shown.target in set("0123456789"), timeout=SOON_MS)
    assert tab._shown.raw.shape == (7, 7)
