"""What separates two actors: the fewest actors or steps, and paths that share none of them."""
