"""Brokers: who stands between others, whom it would part, and the few who matter most."""
