"""References that are neither text nor an address, or nearly a source."""

import pytest
from tiny_network import FUNDING, problems

import graph

RELATIONS = "source,target,type,start,end,weight,confidence,stance,note\na,b,{}\n"


def test_a_reference_that_is_nearly_a_source_is_told_once(tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,A,person\nb,B,person\n")
    (tmp_path / "relations.csv").write_text(
        "source,target,type,reference\na,b,funds,chronicel2021\nb,a,funds,chronicel2021\n"
        "a,b,ally,A letter|chronicle2021|report_of_another_kind\n"
    )
    (tmp_path / "sources.csv").write_text("id,title\nchronicle2021,Chronicle\n")
    assert [str(warning) for warning in graph.load(tmp_path).warnings] == [
        (
            "relations.csv:2: reference: 'chronicel2021' is not an id in sources.csv. It is read "
            "as text. Did you mean 'chronicle2021'?"
        ),
        (
            "relations.csv:4: reference: 'report_of_another_kind' is not an id in sources.csv. It "
            "is read as text: a citation of one word. If it is a source, add it to sources.csv."
        ),
    ]


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("annual|ecko", "Did you mean 'echo'?"),
        ("annual|Interview", "text: a citation of one word."),
        ("annual|A letter|Reuters.|12/2021|https://example.org", ""),
    ],
)
def test_one_bare_word_for_a_reference(tmp_path, reference, told):
    relations = f"source,target,type,reference\na,b,funds,{reference}\n"
    sources = "id,title\nannual,Report\necho,The Echo\n"
    warned = problems(tmp_path, relations=relations, sources=sources)
    assert len(warned) == bool(told)
    assert told in "".join(warned)


def warned(tmp_path, reference):
    relations = f'source,target,type,reference\na,b,funds,"{reference}"\n'
    return problems(tmp_path, relations=relations)


@pytest.mark.parametrize(
    "reference",
    [
        "javascript:alert(1)",
        "JavaScript: alert(1)",
        "vbscript:x",
        "data:text/html;base64,AAAA",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "mailto:a@example.org",
        "http:/example.org",
        "https:example.org",
        "https://",
        "https: //example.org",
        "https://user:pw@example.org/a",
        "https://example.org/a b",
        "https://example.org\\\\evil",
        "https://[::1",
        "x-app://open",
        "view-source:https://example.org",
    ],
)
def test_what_only_begins_as_an_address(tmp_path, reference):
    (line,) = warned(tmp_path, reference)
    said = f"{reference!r} is not a web address. It is shown as text, never as a link."
    assert line.startswith(f"relations.csv:2: reference: {said} ")
    header = "id,name,kind,reference\na,Ann,person,\n"
    actors = f'{header}b,Bob,person,"Interview|{reference}"\n'
    assert problems(tmp_path, actors=actors, relations=FUNDING) == [
        line.replace("relations.csv:2", "actors.csv:3")
    ]


@pytest.mark.parametrize(
    "reference",
    [
        "https://example.org/a?b=c:d#e",
        "HTTP://EXAMPLE.ORG",
        "https://example.org:8080/@user",
        "https://пример.рф/страница",
        "Reuters: a report",
        "doi:10.1000/x",
        "ISBN:978-3-16-148410-0",
        "Interview 2022: notes",
        "Data: World Bank, 2021",
        "File: 12/2021",
        "localhost:8080",
        "Rudnik (2022), pp. 3:4",
        "a|b|Reuters:x",
    ],
)
def test_addresses_and_texts_are_not_told(tmp_path, reference):
    assert warned(tmp_path, reference) == []


@pytest.mark.parametrize(
    ("reference", "remedy"),
    [
        ("https://me@example.org", "Remove the part before the @."),
        ("https://example.org (seen 2022)", "Separate the address from other text by a bar (|)."),
        ("ftp://example.org", "A link begins with http:// or https://."),
    ],
)
def test_what_to_do_about_an_address(tmp_path, reference, remedy):
    assert warned(tmp_path, reference)[0].endswith(f" {remedy}")


@pytest.mark.parametrize("bar", ["|", " | "])
def test_each_part_of_a_cell_is_an_address_or_not(tmp_path, bar):
    cell = bar.join(["https://example.org/a", "javascript:x", "https://example.org/b"])
    (line,) = (line for line in warned(tmp_path, cell) if "web address" in line)
    assert "'javascript:x' is not a web address" in line
    assert warned(tmp_path, cell.replace("javascript:x", "http://x/y?a=b")) == []


def test_an_address_behind_an_unseen_character_is_one_still(tmp_path):
    assert any("is not a web address" in line for line in warned(tmp_path, "java\tscript:x"))


def test_the_same_reference_is_told_once_and_the_id_of_a_source_never(tmp_path):
    relations = "source,target,type,reference\n" + "a,b,funds,ftp://x|data:y\n" * 3
    told = problems(tmp_path, relations=relations, sources="id\ndata:y\n")
    assert [line for line in told if "address" in line] == [
        (
            "relations.csv:2: reference: 'ftp://x' is not a web address. It is shown as text,"
            " never as a link. A link begins with http:// or https://."
        )
    ]


@pytest.mark.parametrize("column", ["url", "archive_url"])
@pytest.mark.parametrize("cell", ["example.org", "doi:10.1000/x", "javascript:x", "https://a b"])
def test_the_address_of_a_source_is_one(tmp_path, column, cell):
    (line,) = problems(tmp_path, sources=f"id,{column}\ns,https://example.org\nt,{cell}\n")
    assert line.startswith(f"sources.csv:3: {column}: {cell!r} is not a web address")


def test_many_sources_do_not_keep_a_misspelt_one_from_being_told(tmp_path):
    sources = "id\n" + "".join(f"s{number}\n" for number in range(100)) + "chronicle2021\n"
    relations = "source,target,type,reference\na,b,funds,chronicel2021\n"
    (line,) = problems(tmp_path, relations=relations, sources=sources)
    assert line.endswith("Did you mean 'chronicle2021'?")


@pytest.mark.parametrize(
    ("dates", "is_told"),
    [
        (("2022", "2021"), True),
        (("2022-05", "2022"), False),
        (("2021~", "2020"), False),
        (("2022", ""), False),
        (("", "2021"), False),
        (("2022", "soon"), False),
    ],
)
def test_a_source_through_an_older_one(tmp_path, dates, is_told):
    report, article = dates
    sources = f"id,title,date,via\nreport,R,{report},article\narticle,A,{article},\n"
    line = (
        "sources.csv:2: via: 'article' (2021) is older than '2022', the date of the source that "
        "is to reach us through it. Correct a date, or say through which source it reaches us."
    )
    warned = problems(tmp_path, sources=sources)
    assert [each for each in warned if ": via: " in each] == [line] * is_told
