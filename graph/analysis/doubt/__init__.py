"""How sure answers are: what changes when relations are drawn, or sources are left out."""
