"""Stance, basis and sign: one word that is not understood undoes none of the others."""

import json

from importing import read_rows

from graph.importing.run import import_files


def bring_in(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made = import_files([path])
    return read_rows(made.files["relations.csv"]), made.report.guesses


def test_known_stances_stay_beside_an_unknown_one(tmp_path):
    cells = ["asserts", "Disputed", "disputes:", "hm", ""]
    lines = [f"A{n},B{n},ally,{cell}" for n, cell in enumerate(cells)]
    rows, guesses = bring_in(tmp_path, "t.csv", "\n".join(["source,target,type,stance", *lines]))
    assert [row["stance"] for row in rows] == ["asserts", "disputes", "disputes", "", ""]
    assert [row["stance as written"] for row in rows] == ["", "", "", "hm", ""]
    said = "stance: not understood, read as asserts, and kept in 'stance as written': 'hm'."
    assert said in guesses


def test_known_bases_stay_beside_an_unknown_one(tmp_path):
    text = "source,target,basis\nA,B,alleged\nB,C,Rumour\nC,D,heard\n"
    rows, guesses = bring_in(tmp_path, "t.csv", text)
    assert [row["basis"] for row in rows] == ["alleged", "alleged", ""]
    assert rows[2]["basis as written"] == "heard"
    assert any(each.startswith("basis: not understood") for each in guesses)


def test_words_that_say_nothing_of_a_basis_are_of_ones_own(tmp_path):
    rows, _ = bring_in(tmp_path, "t.csv", "source,target,basis\nA,B,monthly\nB,C,yearly\n")
    assert [row["original basis"] for row in rows] == ["monthly", "yearly"]


def test_nothing_of_a_network_file_vanishes(tmp_path):
    nodes = [{"id": n} for n in "abc"]
    edges = [
        {"source": "a", "target": "b", "type": "ally", "basis": "heard", "sign": "warm"},
        {"source": "b", "target": "c", "type": "ally", "basis": "alleged", "stance": "no way"},
    ]
    document = json.dumps({"nodes": nodes, "links": edges})
    rows, guesses = bring_in(tmp_path, "n.json", document)
    assert [row["basis"] for row in rows] == ["", "alleged"]
    assert (rows[0]["basis as written"], rows[0]["sign as written"]) == ("heard", "warm")
    assert rows[1]["stance as written"] == "no way"
    assert len([each for each in guesses if "not understood" in each]) == 3
