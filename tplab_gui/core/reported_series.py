"""What the lab report measured: tables 5 and 6, scores in percent of ten pictures of a tennis ball, image 1 first.

The order is that of rows, the only one that fits its text (remark R17); with which factors the pictures were made it
does not say (R18).
"""

BRIGHTNESS = (0.77, 1.88, 96.68, 99.78, 99.88, 99.94, 99.81, 99.86, 26.45, 0.19)
PERSPECTIVE = (99.94, 99.97, 99.89, 76.15, 99.87, 99.97, 99.95, 99.96, 99.96, 99.96)
REPORTED = {"brightness": BRIGHTNESS, "perspective": PERSPECTIVE, "perspective-random": PERSPECTIVE}
