"""What the versions of networkx that the backend answers for mean differently."""

from __future__ import annotations

import re

import networkx as nx

_MATCH = re.match(r"(\d+)\.(\d+)", nx.__version__)
IS_3_7 = _MATCH is None or tuple(map(int, _MATCH.groups())) >= (3, 7)

HITS_METHOD = "power_iteration" if IS_3_7 else "svd"
LEIDEN_METRIC = "cpm" if IS_3_7 else "modularity"  # 3.6 only describes Leiden's method
DIVIDES_BY_ZERO = not IS_3_7  # modularity, where weights sum to 0; since 3.7 it is 0
