"""Structural balance: signed pairs, triangles, the frustration index and relations in tension."""
