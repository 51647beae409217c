"""Turn sheets of every shape into drafts: lists of relations, lists of actors, matrices."""
