"""Run first in a bundle that was built without the libraries of a GPU: torch must not look for one."""

import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""
