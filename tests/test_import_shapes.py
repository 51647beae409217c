"""Each way in which people and programs keep a network in tables, as a small file of our own."""

import pytest
from importing import read_rows

from graph.data.limits import Limits
from graph.errors import DataError
from graph.importing.options import ImportOptions
from graph.importing.run import import_files
from graph.importing.tables import delimited


def bring_in(tmp_path, files, **options):
    """Import files by name; return (source, type, target) of each relation, and the names."""
    paths = []
    for name, text in files.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    made = import_files(paths, ImportOptions(**options))
    relations = read_rows(made.files["relations.csv"])
    ends = [(row["source"], row["type"], row["target"]) for row in relations]
    actors = read_rows(made.files["actors.csv"])
    return ends, [row["name"] for row in actors], made


NODES = "Id,Label,Type\na,Anna,Person\nb,Bo,Person\n"
A_B = [("a", "related_to", "b")]

LANGUAGES = {
    "relations alone": (
        {"t.csv": "From,To,Relationship\nAnna,Bo,funds\n"},
        [("Anna", "funds", "Bo")],
    ),
    "headers in capitals": (
        {"t.csv": "SOURCE,TARGET,TYPE\nAnna,Bo,funds\n"},
        [("Anna", "funds", "Bo")],
    ),
    "German": (
        {"t.csv": "Von;An;Beziehung\nAnna;Bo;verheiratet mit\n"},
        [("Anna", "married_to", "Bo")],
    ),
    "French": (
        {"t.csv": "De;À;Type de relation\nAnna;Bo;membre de\n"},
        [("Anna", "member_of", "Bo")],
    ),
    "Spanish": ({"t.csv": "Origen;Destino;Relación\nAna;Bo;enemigo\n"}, [("Ana", "opposes", "Bo")]),
    "Russian": ({"t.csv": "Кто;Кому;Связь\nАнна;Борис;платит\n"}, [("Анна", "paid", "Борис")]),
    "Ukrainian": ({"t.csv": "Хто;Кому;Зв'язок\nОля;Іван;союзник\n"}, [("Оля", "ally", "Іван")]),
    "Polish": ({"t.csv": "Kto;Komu;Relacja\nAnna;Jan;pożyczka\n"}, [("Anna", "lent_to", "Jan")]),
    "qui, à qui": ({"t.csv": "Qui;À qui;Lien\nAnna;Bo;ami de\n"}, [("Anna", "friend_of", "Bo")]),
}
PROGRAMS = {
    "nodes and edges": ({"nodes.csv": NODES, "edges.csv": "Source,Target\na,b\n"}, A_B),
    "Gephi, undirected": (
        {"nodes.csv": NODES, "edges.csv": "Source,Target,Type,Weight\na,b,Undirected,2\n"},
        A_B,
    ),
    "a direction of its own": (
        {"t.csv": "actor_a,actor_b,relation_type,direction\na,b,funds,b_to_a\n"},
        [("b", "funds", "a")],
    ),
    "Kumu": (
        {
            "e.csv": "Label,Type,Tags\nAnna,Person,x\nBo,Person,y\n",
            "c.csv": "From,To,Type,Description\nAnna,Bo,Investor,early\n",
        },
        [("Anna", "invested_in", "Bo")],
    ),
    "Neo4j": (
        {
            "n.csv": "personId:ID,name,:LABEL\np1,Anna,Person;Boss\np2,Bo,Person\n",
            "r.csv": ":START_ID,since:int,:END_ID,:TYPE\np1,2020,p2,MEMBER_OF\n",
        },
        [("p1", "member_of", "p2")],
    ),
    "LittleSis": (
        {
            "r.csv": "id,entity1_id,entity2_id,category_id,description1,amount,start_date\n"
            "9,14,15,5,Campaign gift,1000,2012-00-00\n"
        },
        [("14", "donated_to", "15")],
    ),
    "Correlates of War": (
        {
            "d.csv": "ccode1,statename1,ccode2,statename2,dyad_st_year,dyad_end_year\n"
            "2,United States,20,Canada,1958,1990\n"
        },
        [("2", "related_to", "20")],
    ),
    "an employer with an id": (
        {
            "q.csv": "person,personLabel,employer,employerLabel\n"
            "http://www.wikidata.org/entity/Q1,Anna,http://www.wikidata.org/entity/Q2,Mill\n"
        },
        [("Q2", "employs", "Q1")],
    ),
    "a party with an id": (
        {
            "q.csv": "person,personLabel,party,partyLabel\n"
            "http://www.wikidata.org/entity/Q1,Anna,http://www.wikidata.org/entity/Q2,Reds\n"
        },
        [("Q1", "member_of", "Q2")],
    ),
    "marks that name types": (
        {
            "d.csv": "ccode1,ccode2,defense,neutrality,entente,left_censor\n"
            "200,235,1,0,1,1\n240,245,0,1,0,0\n2,20,,,,0\n"
        },
        [
            ("200", "defence_pact", "235"),
            ("200", "entente", "235"),
            ("240", "neutrality_pact", "245"),
            ("2", "related_to", "20"),
        ],
    ),
    "JSON, a list of rows": (
        {"t.json": '[{"from": "Anna", "to": "Bo", "type": "funds"}, {"from": "Bo", "to": "Cy"}]'},
        [("Anna", "funds", "Bo"), ("Bo", "related_to", "Cy")],
    ),
    "JSON, a row a line": (
        {"t.jsonl": '{"from": "Anna", "to": "Bo"}\n\n{"from": "Bo", "to": "Cy"}\n'},
        [("Anna", "related_to", "Bo"), ("Bo", "related_to", "Cy")],
    ),
    "JSON, the answer to a query": (
        {
            "q.json": '{"head": {"vars": ["a", "aLabel", "spouse", "spouseLabel"]}, "results":'
            ' {"bindings": [{"a": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"},'
            ' "aLabel": {"value": "Anna"}, "spouseLabel": {"value": "Bo"},'
            ' "spouse": {"value": "http://www.wikidata.org/entity/Q2"}}]}}'
        },
        [("Q1", "married_to", "Q2")],
    ),
    "Wikidata": (
        {
            "q.csv": "person,personLabel,spouse,spouseLabel\nhttp://www.wikidata.org/entity/Q1,Anna,"
            "http://www.wikidata.org/entity/Q2,Bo\n"
        },
        [("Q1", "married_to", "Q2")],
    ),
    "ids that two lists share": (
        {
            "people.csv": "ID,Person\n1,Anna\n2,Bo\n",
            "firms.csv": "ID,Company\n1,Bank\n2,Mill\n",
            "jobs.csv": "Person-ID,Person-Name,Company-ID,Company-Name\n1,Anna,1,Bank\n",
        },
        [("person 1", "related_to", "company 1")],
    ),
}
COLUMNS = {
    "a relation between two columns": (
        {"t.csv": "Firma;Beziehung;Partner;Betrag in €\nMill;beliefert;Bank;1.200,50 €\n"},
        [("Mill", "supplies", "Bank")],
    ),
    "a relation before two columns": (
        {"t.csv": "Relation,Here,There,Place\nfunds,Anna,Bo,Rome\nsued,Bo,Cy,Rome\n"},
        [("Anna", "funds", "Bo"), ("Bo", "sued", "Cy")],
    ),
    "ends that another table lists": (
        {
            "people.csv": "Name,Kind\nAnna,person\nBo,person\nCy,person\n",
            "more.csv": "Here,Remark,There\nAnna,tall,Bo\nBo,short,Cy\n",
        },
        [("Anna", "related_to", "Bo"), ("Bo", "related_to", "Cy")],
    ),
    "a column that says mutual": (
        {"t.csv": "from,to,type,mutual\na,b,funds,no\nc,d,knows,yes\n"},
        [("a", "funds", "b"), ("c", "knows", "d")],
    ),
    "two kinds of actors": (
        {"m.csv": "Person,Organisation,Role\nAnna,Bank,Director\n"},
        [("Anna", "leads", "Bank")],
    ),
    "donors and parties": (
        {"m.csv": "Party,Donor,Amount\nReds,Anna,500\n"},
        [("Anna", "donated_to", "Reds")],
    ),
    "pairs without a header": (
        {"t.txt": "1 2\n2 3\n"},
        [("1", "related_to", "2"), ("2", "related_to", "3")],
    ),
    "pairs below a remark": (
        {"t.txt": "# a comment\n0\t1\n1\t2\n"},
        [("0", "related_to", "1"), ("1", "related_to", "2")],
    ),
    "signs": (
        {"t.csv": "source,target,type\na,b,+\nb,c,-\n"},
        [("a", "positive", "b"), ("b", "negative", "c")],
    ),
    "ratings below 0": (
        {"t.csv": "source,target,rating\na,b,3\nb,c,-2\n"},
        [("a", "positive", "b"), ("b", "negative", "c")],
    ),
    "a title above, totals below": (
        {
            "t.csv": "Payments 2020,,\n,,\nFrom,To,Amount\n"
            "Anna,Bo,5\nTotal,,5\nSource: the court,,\n"
        },
        [("Anna", "related_to", "Bo")],
    ),
}
LISTS = {
    "a father in a column": (
        {"p.csv": "Id,Name,Father,Enemy\n1,Anna,2,\n2,Bo,,3\n3,Cy,2,\n"},
        [("2", "parent_of", "1"), ("2", "parent_of", "3"), ("2", "opposes", "3")],
    ),
    "colleagues in a column": (
        {"p.csv": "Name,Often seen with\nAnna,Bo\nBo,Cy\nCy,\n"},
        [("Anna", "often_seen_with", "Bo"), ("Bo", "often_seen_with", "Cy")],
    ),
    "a group with members": (
        {"g.csv": "Body,Founded,Members\nBoard,2015,Anna; Bo\nClub,2016,Anna\n"},
        [
            ("Anna", "member_of", "Board"),
            ("Bo", "member_of", "Board"),
            ("Anna", "member_of", "Club"),
        ],
    ),
    "lists with words before them": (
        {"g.csv": "Body,Details\nBoard,chair: Anna; members: Bo; Cy\nClub,members: Anna\n"},
        [
            ("Anna", "leads", "Board"),
            ("Bo", "member_of", "Board"),
            ("Cy", "member_of", "Board"),
            ("Anna", "member_of", "Club"),
        ],
    ),
    "a matrix of pluses": (
        {"m.csv": ",Anna,Bo,Cy\nAnna,,+,-\nBo,+,,\nCy,,,\n"},
        [("Anna", "positive", "Bo"), ("Anna", "negative", "Cy"), ("Bo", "positive", "Anna")],
    ),
    "members in a cell": (
        {"g.csv": "Organisation,Members\nBank,Anna; Bo\n"},
        [("Anna", "member_of", "Bank"), ("Bo", "member_of", "Bank")],
    ),
    "members in columns": (
        {"g.csv": "Organisation,Member 1,Member 2,Member 3\nBank,Anna,Bo,\n"},
        [("Anna", "member_of", "Bank"), ("Bo", "member_of", "Bank")],
    ),
    "an adjacency matrix": (
        {"m.csv": ",Anna,Bo,Cy\nAnna,0,1,0\nBo,0,0,1\nCy,0,0,0\n"},
        [("Anna", "related_to", "Bo"), ("Bo", "related_to", "Cy")],
    ),
    "a matrix that is the same both ways": (
        {"m.csv": "Anna,Bo,Cy\n1,0.5,0\n0.5,1,0\n0,0,1\n"},
        [("Anna", "related_to", "Bo")],
    ),
    "who took part in what": (
        {"m.csv": ",Ball,Fair,Race\nAnna,x,,\nBo,x,x,\n"},
        [
            ("Anna", "participant_of", "Ball"),
            ("Bo", "participant_of", "Ball"),
            ("Bo", "participant_of", "Fair"),
        ],
    ),
    "a boss in a column": (
        {"p.csv": "Id,Name,Reports to\n1,Anna,\n2,Bo,1\n3,Cy,1\n"},
        [("1", "commands", "2"), ("1", "commands", "3")],
    ),
    "attendees in columns": (
        {"e.csv": "Event,Guest 1,Guest 2,Guest 3\nBall,Anna,Bo,\nFair,,Bo,\n"},
        [
            ("Anna", "participant_of", "Ball"),
            ("Bo", "participant_of", "Ball"),
            ("Bo", "participant_of", "Fair"),
        ],
    ),
    "several in a cell": (
        {"t.csv": "from,to,type\nA1;B1,C1,ally\n"},
        [("A1", "ally", "C1"), ("B1", "ally", "C1")],
    ),
    "cells merged downwards": (
        {"t.csv": "from,to,type\nAnna,Bo,funds\n,Cy,funds\n"},
        [("Anna", "funds", "Bo"), ("Anna", "funds", "Cy")],
    ),
}


@pytest.mark.parametrize("shape", LANGUAGES)
def test_headers_are_read_in_seven_languages(tmp_path, shape):
    files, expected = LANGUAGES[shape]
    assert bring_in(tmp_path, files)[0] == expected


@pytest.mark.parametrize("shape", PROGRAMS)
def test_tables_of_other_programs_are_read(tmp_path, shape):
    files, expected = PROGRAMS[shape]
    assert bring_in(tmp_path, files)[0] == expected


@pytest.mark.parametrize("shape", COLUMNS)
def test_columns_say_who_stands_to_whom(tmp_path, shape):
    files, expected = COLUMNS[shape]
    assert bring_in(tmp_path, files)[0] == expected


@pytest.mark.parametrize("shape", LISTS)
def test_lists_and_matrices_are_relations(tmp_path, shape):
    files, expected = LISTS[shape]
    assert bring_in(tmp_path, files)[0] == expected


def test_an_id_beside_the_ends_is_a_citation(tmp_path):
    text = "source_node_id,target_node_id,relationship_type,source_id\n1,2,ally,FT2024\n"
    made = bring_in(tmp_path, {"t.csv": text})[2]
    assert read_rows(made.files["relations.csv"])[0]["reference"] == "FT2024"


def test_undirected_rows_are_mutual_and_both_ways_are_one(tmp_path):
    text = "Source,Target,Type\na,b,Undirected\nb,a,Undirected\nb,c,Undirected\n"
    ends, _, made = bring_in(tmp_path, {"t.csv": text})
    assert ends == [("a", "related_to", "b"), ("b", "related_to", "c")]
    assert read_rows(made.files["types.csv"])[0]["mutual"] == "yes"
    assert made.report.mirrored == 1
    assert "1 row says a mutual relation once more" in made.files["import.md"]


def test_a_row_for_each_year_holds_in_that_year_alone(tmp_path):
    text = "ccode1,ccode2,year\n2,20,1950\n2,20,1951\n2,20,1952\n"
    rows = read_rows(bring_in(tmp_path, {"t.csv": text})[2].files["relations.csv"])
    assert [(row["start"], row["end"]) for row in rows] == [
        ("1950", "1950"),
        ("1951", "1951"),
        ("1952", "1952"),
    ]


def test_marks_that_say_no_are_no_relation(tmp_path):
    text = "from,to,friend,enemy,knows\na,b,1,0,x\nb,c,0,0,\na,c,0,1,\n"
    ends, _, made = bring_in(tmp_path, {"t.csv": text})
    assert ends == [("a", "friend_of", "b"), ("a", "knows", "b"), ("a", "opposes", "c")]
    assert made.report.set_aside == (("None of its marks says that there is a relation.", 1),)
    own = bring_in(tmp_path, {"t.csv": text}, roles={"friend": "own", "enemy": "own"})[2]
    assert read_rows(own.files["relations.csv"])[0]["friend"] == "1"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("from,to,st_day,st_month,st_year\na,b,15,3,1848\na,c,,May,1850\na,d,,,-9\n",
         ["1848-03-15", "1850-05", ""]),
        ("from,to,Jahr,Monat\na,b,1999,12\na,c,2000,\n", ["1999-12", "2000"]),
        ("from,to,year,month,day\na,b,2001,2,30\n", ["2001-02"]),
        ("from,to,year,month\na,b,2001,late\n", ["2001"]),
    ],
)  # fmt: skip
def test_a_date_in_three_columns_is_one(tmp_path, text, starts):
    rows = read_rows(bring_in(tmp_path, {"t.csv": text})[2].files["relations.csv"])
    assert [row["start"] for row in rows] == starts


def test_json_without_rows_is_no_table(tmp_path):
    for text in ('{"a": 1}', "[1, 2]", '{"head": {"vars": []}, "results": {"bindings": []}}'):
        with pytest.raises(DataError, match="in none of the formats that are read"):
            bring_in(tmp_path, {"t.json": text})
    with pytest.raises(DataError, match="more cells, or a longer one"):
        bring_in(tmp_path, {"t.json": '[{"from": "aaaaaa"}]'}, limits=Limits(longest_cell=5))


def test_a_header_says_the_kind(tmp_path):
    made = bring_in(tmp_path, {"t.csv": "Company,Owner\nMill,Anna\n"})[2]
    actors = read_rows(made.files["actors.csv"])
    assert [(row["name"], row["kind"]) for row in actors] == [("Anna", ""), ("Mill", "company")]


def test_own_columns_stay(tmp_path):
    made = bring_in(tmp_path, {"t.csv": "from,to,Shoe size,Type\nAnna,Bo,42,funds\n"})[2]
    assert read_rows(made.files["relations.csv"])[0]["Shoe size"] == "42"


def test_placeholders_are_nobody_and_never_a_hub(tmp_path):
    text = "from,to,type\nAnna,unknown,funds\nBo,n/a,funds\nCy,—,funds\nAnna,Bo,funds\n"
    ends, names, made = bring_in(tmp_path, {"t.csv": text})
    assert ends == [("Anna", "funds", "Bo")]
    assert names == ["Anna", "Bo"]
    assert made.report.set_aside == (("Its target names nobody.", 3),)


def test_a_sum_paid_by_two_is_not_counted_twice(tmp_path):
    text = "from,to,type,amount\nAnna; Bo,Cy,paid,100\nDee,Cy,paid,7\n"
    rows = read_rows(bring_in(tmp_path, {"t.csv": text})[2].files["relations.csv"])
    assert [row["weight"] for row in rows] == ["", "", "7"]
    assert [row["joint amount"] for row in rows] == ["100", "100", ""]


def test_lost_zeros_are_found_and_asked_about(tmp_path):
    files = {"nodes.csv": "id,name\n007,Agent\n0012,Office\n", "edges.csv": "source,target\n12,7\n"}
    ends, _, made = bring_in(tmp_path, files)
    assert ends == [("0012", "related_to", "007")]
    assert "Were zeros lost in front of ids?" in " ".join(made.report.guesses)


def test_a_name_in_another_order_is_the_same_and_a_near_one_is_not(tmp_path):
    files = {
        "people.csv": "Name\nOrbán Viktor\nPaul Huber\nGünther Grau\n",
        "ties.csv": "from,to\nViktor Orban,Guenther Grau\nPaul Hube,VIKTOR ORBÁN\n",
    }
    ends, names, made = bring_in(tmp_path, files)
    assert ends == [
        ("Orbán Viktor", "related_to", "Günther Grau"),
        ("Paul Hube", "related_to", "Orbán Viktor"),
    ]
    assert "Paul Hube" in names
    assert made.report.near == (("Paul Hube", "Paul Huber"),)


@pytest.mark.parametrize(
    ("made", "known"),
    [
        ("J. Nowak", "Jan Nowak"),
        ("Council of the County", "County Council"),
        ("Huber", "Paul Huber"),
    ],
)
def test_an_initial_or_a_word_more_is_near(tmp_path, made, known):
    files = {"people.csv": f"Name\n{known}\nCy Dent\n", "ties.csv": f"from,to\nCy Dent,{made}\n"}
    assert bring_in(tmp_path, files)[2].report.near == ((made, known),)


def test_codes_are_not_names(tmp_path):
    ends, names, _ = bring_in(tmp_path, {"t.csv": "source,target\nxY1,XY1\n"})
    assert ends == [("xY1", "related_to", "XY1")]
    assert names == ["xY1", "XY1"]


OVERRULED = [
    (
        {"roles": {"Boss": "target", "Worker": "source"}},
        "Worker,Boss\nAnna,Bo\n",
        ("Anna", "related_to", "Bo"),
    ),
    ({"types": {"rival": "funds"}}, "from,to,type\nAnna,Bo,rival\n", ("Anna", "funds", "Bo")),
    ({"types": {"": "ally"}}, "from,to\nAnna,Bo\n", ("Anna", "ally", "Bo")),
    ({"merge": {"Bob": "Bo"}}, "from,to\nAnna,Bob\nBo,Cy\n", ("Anna", "related_to", "Bo")),
    ({"split": {"from": ""}}, "from,to\nAnna; Cy,Bo\n", ("Anna; Cy", "related_to", "Bo")),
]


@pytest.mark.parametrize(("options", "text", "expected"), OVERRULED)
def test_a_person_overrules_a_guess(tmp_path, options, text, expected):
    assert bring_in(tmp_path, {"t.csv": text}, **options)[0][0] == expected


def test_a_sign_is_confirmed_without_a_type(tmp_path):
    made = bring_in(tmp_path, {"t.csv": "from,to,type\nAnna,Bo,shuns\n"}, types={"shuns": "-"})[2]
    assert read_rows(made.files["types.csv"])[0]["sign"].lstrip("'") == "-"


@pytest.mark.parametrize("line", ["sep=^", "sep=#", 'sep="^"', "SEP=^ "])
def test_the_line_that_names_a_separator_may_name_any(tmp_path, line):
    sign = "#" if "#" in line else "^"
    path = tmp_path / "ties.csv"
    path.write_text(f"{line}\nsource{sign}target\nAnna{sign}Bo\n", encoding="utf-8")
    made = import_files([path])
    rows = read_rows(made.files["relations.csv"])
    assert [(row["source"], row["target"]) for row in rows] == [("Anna", "Bo")]


@pytest.mark.parametrize("line", ["sep=", "sep=x", 'sep="'])
def test_a_line_that_names_no_separator_is_left_out(tmp_path, line):
    path = tmp_path / "ties.csv"
    path.write_text(f"{line}\nsource,target\nAnna,Bo\n", encoding="utf-8")
    assert import_files([path]).report.relations == 1


def test_a_company_called_total_is_no_sum(tmp_path):
    ends, _, _ = bring_in(tmp_path, {"t.csv": "source,target\nBP,Shell\nTotal,Shell\n"})
    assert [end[0] for end in ends] == ["BP", "Total"]


def test_the_last_actor_is_no_remark(tmp_path):
    people = "name,kind,city\nAnna,person,Oslo\nSource of Hope Foundation,,\nSource: UN,,\n"
    ties = "source,target,type\nAnna,Source of Hope Foundation,ally\n"
    _, names, made = bring_in(tmp_path, {"people.csv": people, "ties.csv": ties})
    assert names == ["Anna", "Source of Hope Foundation"]
    assert made.report.set_aside == (("It is a remark below the table.", 1),)


def test_a_large_file_loses_the_control_characters_that_a_small_one_loses(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "LARGE", 0)
    text = "source,target,note\nAnna\u200b,Bo,a\x07b\nBo,\u202eCy,plain\n"
    ends, _, made = bring_in(tmp_path, {"t.csv": text})
    assert [(end[0], end[2]) for end in ends] == [("Anna", "Bo"), ("Bo", "Cy")]
    assert [row["note"] for row in read_rows(made.files["relations.csv"])] == ["ab", "plain"]


@pytest.mark.parametrize("name", ["nodes", "rows"])
def test_half_a_character_is_an_error_of_its_file(tmp_path, name):
    node = '{"id": "a", "name": "An\\ud83d"}'
    rows = '[{"source": "An\\uD83d", "target": "Bo"}]'
    text = rows if name == "rows" else f'{{"nodes": [{node}], "links": []}}'
    with pytest.raises(DataError, match=r"t\.json: has half a character"):
        bring_in(tmp_path, {"t.json": text})
