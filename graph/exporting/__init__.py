"""Write a Network in the formats of other programs."""
