"""A user's script: tests/test_public_face.py and .ci/wheel check its types."""

import explorer
import graph

net: explorer.Network = explorer.load_example()
recent: explorer.Network = net.at("2022-08").avoid("borders")
page: str = recent.html(title="Belarus")
actor: graph.Actor = net.resolve("Lukashenko")
sentence: str = net.path("Minsk", "Belarus").sentence
comparison: graph.Comparison = graph.compare(net.at("2014"), net)
withheld: int = net.public().withheld.actors
wrong: int = net.resolve("Lukashenko").name  # type: ignore[assignment]
