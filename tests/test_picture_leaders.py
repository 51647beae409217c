"""A name that would lie over a crowd stands outside of it in a picture, with a line to its mark."""

from math import cos, pi, sin

from explorer.picture.curves import Circle
from explorer.picture.labels import Name, position_labels
from explorer.picture.shapes import Box

AREA = Box(0, 0, 400, 400)


def name_hub(reach):
    """Position the name of a hub amid a disc of marks that reaches so far."""
    rings = range(10, reach + 1, 10)
    crowd = [
        Circle(200 + ring * cos(2 * pi * i / 60), 200 + ring * sin(2 * pi * i / 60), 3)
        for ring in rings
        for i in range(60)
    ]
    names = [Name(0, (("Hub",),), Circle(200, 200, 8), strong=True)]
    names += [Name(1 + i, (("",),), mark) for i, mark in enumerate(crowd)]
    (hub, *_) = position_labels(names, {"Hub": 3, "": 0}, AREA)
    return hub, sum(hub.box.overlaps(mark.box) for mark in crowd)


def test_a_name_leaves_a_crowd():
    hub, covered = name_hub(80)
    assert hub.lines == ("Hub",)
    assert covered == 0
    assert hub.leader is not None


def test_a_name_without_a_crowd_is_beside_its_mark():
    hub, covered = name_hub(0)
    assert covered == 0
    assert hub.leader is None
