"""What each measure means: formula, direction, weights, signs, sources, and when it misleads."""
