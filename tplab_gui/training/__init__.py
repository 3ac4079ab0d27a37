"""The loss study: the four setups of the lab report, the loop that trains them, and the run it leaves on disk."""

import tplab_gui.nets.warm_up  # noqa: F401  first: it sets OMP_WAIT_POLICY, which torch reads once, when it loads
