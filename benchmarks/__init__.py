"""How fast the explorer is, as ratios against what others would write, within one run."""
