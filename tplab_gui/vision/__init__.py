"""Heatmaps: where a network looks, on a camera, a picture or a video; and what OpenCV reads once, when it loads."""

import os

os.environ.setdefault(
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0"
)  # else Windows takes 20 s to open a camera
os.environ.setdefault(
    "OPENCV_AVFOUNDATION_SKIP_AUTH", "1"
)  # OpenCV can ask in the main thread only; macOS asks itself
os.environ.setdefault("OPENCV_LOG_LEVEL", "ERROR")
os.environ.setdefault(
    "OPENCV_FFMPEG_LOGLEVEL", "-8"
)  # AV_LOG_QUIET: damaged files are told in our own sentences
