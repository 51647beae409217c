"""The corpus of hostile files and questions: a table, run by test_hostile_cases.py.

A case is a name, the files that stand beside (or in place of) a small good pair, the words after
``explore --data DIR``, the exit code, and what must be told. A file is text, bytes, or one of
`FOLDER`, `PIPE` and a link. ``code`` 0 is an answer, 1 an error of the data, 2 wrong usage.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from itertools import chain

FOLDER, PIPE = object(), object()


@dataclass(frozen=True)
class Link:
    """A symbolic link in place of a file."""

    target: str


@dataclass(frozen=True)
class Case:
    """One hostile case.

    Parameters
    ----------
    name
        What is hostile about it.
    files
        By name; None leaves the file of the good pair out.
    words
        The command and its arguments; ``{}`` in a word is the folder.
    code
        The exit code.
    told
        What stdout or stderr must hold.
    made
        Names of files that the command may leave in the folder.
    """

    name: str
    files: dict
    words: str | tuple[str, ...]
    code: int
    told: str
    made: tuple[str, ...] = field(default=())


ACTORS = "id,name,kind\na,Ann,person\nb,Bob,person\nc,Cat,person\n"
RELATIONS = "source,target,type\na,b,funds\nb,c,opposes\n"
SOURCES = (
    "id,title,author,publisher,date,url,archive_url\nbooklet,A book,,,2020,https://example.org/b,\n"
)
TYPES = "type,sign,mutual,influence,label,inverse\nowes,-,no,yes,owes,is owed by\n"

SAVE_AS = "Save the file as 'CSV UTF-8'"
SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
ESCAPES = "\x1b[2J\x1b]8;;http://evil\x1b\\\x9b31m\x07"
BIDI = "\u202egpj.\u2066exe"


def actors(*rows):
    return {"actors.csv": ACTORS + "".join(f"{row}\n" for row in rows)}


def relations(*rows, header="source,target,type"):
    return {"relations.csv": f"{header}\n" + "".join(f"{row}\n" for row in rows)}


def cell(column, value):
    """Return relations of which the second has this value in a column; a quoted one stays whole."""
    quoted = '"' + value.replace('"', '""') + '"'
    return relations("a,b,ally,", f"b,c,ally,{quoted}", header=f"source,target,type,{column}")


ENCODINGS = [
    ("UTF-8 with a mark", {"actors.csv": b"\xef\xbb\xbf" + ACTORS.encode()}, 0, "No problems."),
    ("UTF-16, little end first", {"actors.csv": ACTORS.encode("utf-16")}, 0, "No problems."),
    ("UTF-16, big end first", {"actors.csv": b"\xfe\xff" + ACTORS.encode("utf-16-be")}, 0,
     "No problems."),
    ("UTF-16 without a mark", {"actors.csv": ACTORS.encode("utf-16-le")}, 1,
     "actors.csv: is UTF-16 without a byte order mark."),
    ("UTF-16 cut off", {"actors.csv": ACTORS.encode("utf-16")[:-1]}, 1, "is not utf-16-le"),
    ("UTF-32", {"actors.csv": ACTORS.encode("utf-32")}, 1, "actors.csv: is UTF-32."),
    ("windows-1251", {"actors.csv": (ACTORS + "d,Лукашенко Путин,person\n").encode("cp1251")}, 1,
     "actors.csv:5: byte 0xcb is not UTF-8; in windows-1251 this line would"),
    ("Latin-1", {"actors.csv": (ACTORS + "d,René,person\n").encode("latin-1")}, 1,
     "actors.csv:5: byte 0xe9 is not UTF-8; in windows-1252 this line would"),
    ("a UTF-8 letter cut off", {"actors.csv": (ACTORS + "d,é").encode()[:-1]}, 1,
     "actors.csv:5: byte 0xc3 is not UTF-8"),
    ("an overlong slash", {"actors.csv": ACTORS.encode() + b"d,\xc0\xaf,person\n"}, 1,
     "actors.csv:5: byte 0xc0 is not UTF-8"),
    ("a surrogate in UTF-8", {"actors.csv": ACTORS.encode() + b"d,\xed\xa0\x80,person\n"}, 1,
     "actors.csv:5: byte 0xed is not UTF-8"),
    ("bytes of nothing", {"actors.csv": bytes(range(128, 256))}, 1, "is not UTF-8"),
    ("a workbook", {"actors.csv": b"PK\x03\x04" + b"\0" * 99}, 1, "is a spreadsheet or a zip"),
    ("an old workbook", {"actors.csv": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, 1, "old Excel"),
    ("a PDF", {"actors.csv": b"%PDF-1.7\n"}, 1, "is a PDF, not a CSV file"),
    ("a database", {"actors.csv": b"SQLite format 3\0"}, 1, "is a database"),
    ("gzip without its name", {"actors.csv": gzip.compress(ACTORS.encode())}, 1,
     "Name it actors.csv.gz."),
    ("a NUL", {"actors.csv": ACTORS + "d,Da\0n,person\n"}, 1, "actors.csv:5: name: "),
    ("NULs alone", {"actors.csv": b"\0" * 64}, 1, "actors.csv"),
    ("gzip that is none", {"actors.csv": None, "actors.csv.gz": b"id,name,kind\n"}, 1,
     "actors.csv.gz: cannot be read"),
    ("gzip cut off", {"actors.csv": None, "actors.csv.gz": gzip.compress(ACTORS.encode())[:-9]}, 1,
     "actors.csv.gz: cannot be read"),
    ("a good gzip", {"actors.csv": None, "actors.csv.gz": gzip.compress(ACTORS.encode())}, 0,
     "No problems."),
    ("a packed twin", {"actors.csv.gz": gzip.compress(b"x")}, 0, "actors.csv.gz beside it is not"),
]  # fmt: skip

FILES = [
    ("no actors", {"actors.csv": None}, 0, "made of the ends of relations"),
    ("no relations", {"relations.csv": None}, 1, "relations.csv: this file does not exist."),
    ("a folder for a file", {"actors.csv": FOLDER}, 1, "actors.csv: is a folder, not a file."),
    ("a pipe for a file", {"sources.csv": PIPE}, 1, "sources.csv: is a pipe, not a file."),
    ("a device for a file", {"actors.csv": Link("/dev/zero")}, 1, "actors.csv: is a device"),
    ("a link to nowhere", {"types.csv": Link("gone")}, 1, "is a link to 'gone', which does"),
    ("a link to itself", {"types.csv": Link("types.csv")}, 1, "types.csv: cannot be read"),
    ("a link to a good file", {"actors.csv": Link("real.csv"), "real.csv": ACTORS}, 0,
     "No problems."),
    ("a link up to a folder", {"actors.csv": Link("..")}, 1, "is a folder, not a file."),
    ("an empty file", {"actors.csv": ""}, 1, "actors.csv: is empty."),
    ("a mark alone", {"actors.csv": "\ufeff"}, 1, "actors.csv: is empty."),
    ("blank lines alone", {"actors.csv": "\n \n,,\n"}, 1, "actors.csv: is empty."),
    ("an empty packed file", {"actors.csv": None, "actors.csv.gz": b""}, 1, "actors.csv.gz"),
    ("an empty sources.csv", {"sources.csv": ""}, 1, "sources.csv: is empty."),
    ("a header alone", {"actors.csv": "id,name,kind\n", "relations.csv": "source,target,type\n"}, 0,
     "No problems. 0 actors, 0 relations"),
    ("a header without an end", {"actors.csv": "id,name,kind", "relations.csv": RELATIONS[:18]}, 0,
     "No problems. 0 actors"),
]  # fmt: skip

SHAPES = [
    ("semicolons", {"actors.csv": ACTORS.replace(",", ";")}, 0, "No problems."),
    ("tabs", {"actors.csv": ACTORS.replace(",", "\t")}, 0, "No problems."),
    ("pipes", {"actors.csv": ACTORS.replace(",", "|")}, 1, "name: this column is missing."),
    ("carriage returns", {"actors.csv": ACTORS.replace("\n", "\r")}, 0, "No problems."),
    ("both line ends", {"actors.csv": ACTORS.replace("\n", "\r\n")}, 0, "No problems."),
    ("mixed line ends", {"actors.csv": "id,name,kind\r\na,Ann,person\rb,Bob,person\nc,Cat,person"},
     0, "No problems."),
    ("blank lines between", {"actors.csv": ACTORS.replace("\n", "\n\n ,\t,\n")}, 0, "No problems."),
    ("white space", {"actors.csv": " id , name,kind \n a , Ann,person\nb,B,person\nc,C,person"},
     0, "No problems."),
    ("a note to Excel", {"actors.csv": "sep=,\n" + ACTORS}, 1, "'sep=,' is a note to Excel"),
    ("a decimal comma that makes a cell", relations("a,b,ally,2,5,0.8",
     header="source,target,type,weight,confidence"), 1,
     'Put quotes (") around that cell.\n1 error, 0 warnings.'),
    ("a short row", actors("d,Dan"), 1, "actors.csv:5: has 2 cells, but the header names 3"),
    ("a long row", actors("d,Dan,person,x"), 1, "actors.csv:5: has 4 cells"),
    ("a name with a comma", actors("d,Dan, the 2nd,person"), 1, "Does a cell hold a comma"),
    ("an unclosed quote", actors('d,"Dan,person', "e,Eve,person"), 1,
     "actors.csv:5: a quote opens here and is never closed."),
    ("a quote unclosed further down", actors('d,"D\nan",person', '"e'), 1, "actors.csv:7: a quote"),
    ("text behind a quote", actors('d,"Dan"x,person'), 1, "'x' follows the closing quote."),
    ("a quote within", actors('d,5" gun,asset'), 1, "there is a quote inside the cell '5'."),
    ("white space before a quote", actors('d, "Dan",person'), 1, "there is white space before"),
    ("a line after a tall cell", actors('d,"D\na\nn",person', ",,person"), 1,
     "actors.csv:8: name: is empty."),
    ("a cell after a tall cell", {"actors.csv": 'id,name,kind\n"A\nnn",,person\n'}, 1,
     "actors.csv:3: name: is empty."),
    ("a header of several lines", {"actors.csv": '"i\nd",name,kind\na,Ann,person\n'}, 0,
     "3 actors not in actors.csv"),
    ("a header misspelt", {"actors.csv": ACTORS.replace("kind", "knd")}, 1, "Is it 'knd'?"),
    ("a header in capitals", {"actors.csv": ACTORS.replace("id,", "ID,", 1)}, 0, "No problems."),
    ("a header named twice", {"actors.csv": "id,name,kind,name\na,Ann,person,x\n"}, 1,
     "name: is named twice."),
    ("a header without a name", {"actors.csv": "id,name,kind,\na,Ann,person,x\n"}, 1,
     "column 4 has no name."),
    ("no header", {"actors.csv": ACTORS.partition("\n")[2]}, 1, "this column is missing."),
    ("an optional header misspelt", relations("a,b,ally,1", header="source,target,type,wieght"), 0,
     "Did you mean 'weight'?"),
    ("a header of markup", {"actors.csv": f"id,name,kind,{SCRIPT}\na,Ann,person,x\nb,B,person,\n"
     "c,C,person,\n"}, 0, "No problems."),
    ("a header of controls", {"actors.csv": f"id,name,kind,{ESCAPES}\na,Ann,person,x\nb,B,person,\n"
     "c,C,person,\n"}, 0, "invisible"),
    ("ten thousand columns", {"actors.csv": "\n".join(
        ",".join([*start, *map(str, range(9_997))])
        for start in (["id", "name", "kind"], *(line.split(",") for line in ACTORS.split()[1:])))},
     0, "No problems."),
    ("a cell of a mebibyte", actors(f"d,{'x' * (1 << 20)},person"), 0, "No problems."),
    ("a cell beyond a mebibyte", actors(f"d,{'x' * ((1 << 20) + 1)},person"), 1,
     "actors.csv:5: has a cell of more than 1MiB characters."),
    ("a million commas", {"actors.csv": "," * 1_000_000}, 1, "actors.csv"),
    ("a megabyte of quotes", {"actors.csv": '"' * 1_000_001}, 1, "never closed"),
    ("a megabyte on one line", {"actors.csv": "x" * 1_000_000}, 1, "this column is missing."),
]  # fmt: skip

NUMBERS = [
    (column, value, told)
    for column, values in {
        "weight": {
            "heavy": "'heavy' is not a number",
            "1,5.2": "is not a number",
            "1_0": "it has an underscore", "٣": "only the digits 0 to 9 are read",
            "１": "only the digits 0 to 9 are read", "²": "'²' is not a number",
            "1e400": "is not finite", "nan": "it is not finite",
            "inf": "it is not finite", "-Infinity": "it is not finite",
            "-1": "is below 0", "0x10": "'0x10' is not a number",
            "1 000": "thousands are written without separators", "5 km": "it has a unit",
            "50%": "it is a percentage", "1e": "'1e' is not a number",
            "--1": "'--1' is not a number",
            "1.2.3": "'1.2.3' is not a number", "1e-300": "is too large or too small",
            "True": "'True' is not a number", "½": "'½' is not a number",
            ".": "'.' is not a number",
            "9" * 400: "is not finite",
        },
        "confidence": {
            "1.5": "it is above 1", "-0.1": "it is below 0", "150%": "it is above 100%",
            "likely": "'likely' is not a confidence", "G7": "a grade is a letter from A to F",
            "B": "'B' is not a confidence", "B2!": "'B2!' is not a confidence", "0,8.1": "not a",
            "nan": "it is not finite", "В2": "'В2' is not a confidence",
        },
        "start": {
            "2022-02-30": "'2022-02-30' is not a date", "2022-13": "there is no month 13",
            "spring 2022": "'spring 2022' is not a date",
            "08/08/2022": "'08/08/2022' is not a date",
            "2022-8-8": "'2022-8-8' is not a date",
            "٢٠٢٢": "'٢٠٢٢' is not a date", "２０２２": "'２０２２' is not a date",
            "20220808": "'20220808' is not a date", "2022-08-08T10:00": "is not a date",
            "99999": "'99999' is not a date",
            "2022-": "is not a date",
            "2022-00": "is not a date", "c. 2022": "is not a date", "2022..2023": "is not a date",
        },
        "stance": {"Asserts": "is not allowed here", "maybe": "Write asserts or disputes."},
    }.items()
    for value, told in values.items()
]  # fmt: skip

MEANINGS = [
    ("an end that names nobody", relations("a,xyz,ally"), 0, "1 actor not in actors.csv"),
    ("a near miss", relations("Ann,Bobb,ally"), 1, "Did you mean 'b' (Bob)?"),
    ("a name of two", actors("d,Ann,person") | relations("Ann,b,ally"), 1,
     "'Ann' is the name of 2 actors. Give the actor's id."),
    ("an end that is empty", relations(",b,ally"), 1, "relations.csv:2: source: is empty."),
    ("an unknown type", relations("a,b,fund"), 1, "Did you mean 'funds'?"),
    ("a type of nothing like it", relations("a,b,xyzzy"), 0, "is not declared"),
    ("a type in capitals", relations("a,b,FUNDS"), 0, "read as 'funds'."),
    ("a type that is empty", relations("a,b,"), 0, "type: blank in 1 row"),
    ("an unknown kind", actors("d,Dan,persno"), 0, "Did you mean 'person'?"),
    ("an id twice", actors("a,Dan,person"), 1, "'a' is already in line 2."),
    ("an id in capitals", actors("A,Dan,person"), 0, "'A' looks like 'a' in line 2."),
    ("an id in another normal form", actors("é,Dan,person", "e\u0301,Eve,person"), 0,
     "in line 5."),
    ("an id with an unseen blank", actors("a\u200b,Dan,person"), 0, "looks like 'a' in line"),
    ("a relation's id twice", relations("a,b,ally,r", "b,c,ally,r",
                                        header="source,target,type,id"), 1, "'r' is already in"),
    ("a name in another script", actors("d,Воb,person"), 0, "actors.csv:5: name: "),
    ("a name that is another's look-alike", actors("d,Саt,person", "e,Сат,person"), 0,
     "actors.csv:"),
    ("an alias claimed twice", {"actors.csv": "id,name,kind,aliases\na,Ann,person,X\nb,B,person,X\n"
     "c,Cat,person,\n"}, 0, "'X' is also a name in line 2."),
    ("a name that is an id", actors("d,a,person"), 0, "'a' is also the id in line 2."),
    ("a tie to oneself", relations("a,a,ally", "a,b,ally"), 0, "'a' is related to itself."),
    ("a circle of parts", relations("a,b,part_of", "b,c,part_of", "c,a,part_of"), 0,
     "relations.csv:2: "),
    ("a row twice", relations("a,b,ally", "a,b,ally"), 0, "is identical to line 2."),
    ("an end before the start", relations("a,b,ally,2022,2021",
                                          header="source,target,type,start,end"), 1,
     "'2021' is before the start, '2022'."),
    ("a source nearly named", {"sources.csv": SOURCES} | cell("reference", "bookled"), 0,
     "is not an id in sources.csv"),
    ("a script for a reference", cell("reference", "javascript:alert(1)"), 0,
     "is not a web address"),
    ("a script in capitals", cell("reference", "JaVaScRiPt:alert(1)"), 0, "is not a web address"),
    ("a script behind a control", cell("reference", "\x01javascript:alert(1)"), 0,
     "is not a web address"),
    ("data for a reference", cell("reference", "data:text/html,x"), 0, "is not a web address"),
    ("a file for a reference", cell("reference", "file:///etc/passwd"), 0, "is not a web address"),
    ("a password in an address", cell("reference", "https://u:p@example.org"), 0,
     "is not a web address"),
    ("an address with a backslash", cell("reference", "https:\\\\example.org"), 0,
     "is not a web address"),
    ("an address with a space", cell("reference", "https://exa mple.org/"), 0,
     "is not a web address"),
    ("a plain address", cell("reference", "https://example.org/a?b=c#d"), 0, "No problems."),
    ("a citation with a colon", cell("reference", "Reuters: a report"), 0, "No problems."),
    ("a script for a source's address", {"sources.csv": SOURCES + "s2,B,,,,javascript:1,\n"}, 0,
     "sources.csv:3: url: "),
    ("a type without a label", {"types.csv": TYPES.replace("owes,is owed by", ",is owed by")}, 0,
     "No problems."),
    ("a type's odd sign", {"types.csv": TYPES.replace("-", "minus")}, 1,
     "types.csv:2: sign: 'minus' is not a sign."),
    ("a type's odd mutuality", {"types.csv": TYPES.replace("no", "maybe")}, 1, "mutual: 'maybe'"),
    ("a type's own column", {"types.csv": "type,sign,mutual,influence,label,inverse,why\n"
     "owes,-,no,yes,owes,is owed by,debt\n"}, 0, "types.csv:1: why: is not a known column"),
    ("a type twice", {"types.csv": TYPES + TYPES.split("\n")[1]}, 1, "is already in line 2."),
    ("a source twice", {"sources.csv": SOURCES + "booklet,B,,,,,"}, 1, "is already in line 2."),
    ("words that look missing", {"actors.csv": "id,name,kind\nNA,None,person\nnull,nan,person\n"
     "0012,TRUE,person\n", **relations("NA,null,ally", "0012,NA,ally")}, 0,
     "'None' is the name of nobody."),
    ("controls in a name", actors(f'd,"D{ESCAPES}",person'), 0, "invisible"),
    ("bidi marks in a name", actors(f"d,D{BIDI},person"), 0, "U+202E"),
    ("zero width in a note", cell("note", "a\u200bb"), 0, "U+200B"),
    ("a line break in a note", cell("note", "a\nb"), 0, "No problems."),
]  # fmt: skip

MANY = [
    ("many errors of one file", relations(*(f"a,x{i};b,ally" for i in range(3_000))), 1,
     "2,000 more errors are not listed."),
    ("an error behind many warnings", relations(*(f"a,a,ally,{i}" for i in range(3_000)),
                                                "a,a;b,ally,", header="source,target,type,note"),
     1, "relations.csv:3002: target: 'a;b' names no actor."),
    ("a long chain of parts", {
        "actors.csv": ACTORS + "".join(f"n{i},N{i},place\n" for i in range(5_000)),
        "relations.csv": "source,target,type\n"
        + "".join(f"n{i},n{i + 1},part_of\n" for i in range(4_999))}, 0, "No problems."),
    ("a value of a megabyte", cell("weight", "x" * 1_000_000), 1, "is not a number"),
    ("a type of a megabyte", relations(f"a,b,{'x' * 1_000_000}"), 1, "is too long for a type."),
    ("an end of a megabyte", relations(f"a,{'x' * 1_000_000},ally"), 1, "has 1,000,000 char"),
    ("a kind of a megabyte", actors(f"d,Dan,{'k' * 1_000_000}"), 0, "No problems."),
]  # fmt: skip

HOSTILE = [SCRIPT, IMAGE, '"><svg onload=alert(1)>', "{{7*7}}{% raw %}", "[red]x[/red]", "[l](u)",
           "=cmd|'/c calc'!A1", "@SUM(1)", ESCAPES, BIDI, "]]><!--", "%s%n{0}", "__proto__",
           "a\u2028b", "`rm -rf`", "$(id)"]  # fmt: skip


def everywhere(value):
    """Return four files with a value in every column that can hold it."""
    quoted = '"' + value.replace('"', '""') + '"'
    return {
        "actors.csv": "id,name,kind,aliases,description,reference,own\n"
        f"a,{quoted},{quoted},{quoted},{quoted},{quoted},{quoted}\nb,Bob,person,,,,\n",
        "relations.csv": "source,target,type,reference,note,id,own\n"
        f"a,b,owes,{quoted},{quoted},{quoted},{quoted}\na,b,ally,s,,,\n",
        "sources.csv": f"id,title,author,publisher,date,url,archive_url\n"
        f"s,{quoted},{quoted},{quoted},{quoted},{quoted},{quoted}\n",
        "types.csv": f"type,sign,mutual,influence,label,inverse\nowes,-,no,yes,{quoted},{quoted}\n",
    }


SHOWN = [
    (f"{value!r} in every column, {words}", everywhere(value), tuple(words.split()), 0, told)
    for value in HOSTILE
    for words, told in [
        ("check --format json", '"errors": 0'),
        ("path a b", "Bob"),
        ("show a --format markdown", "- id: a"),
        ("centrality --format csv", "Bob"),
        ("communities --format markdown", "communities"),
    ]
]

QUESTIONS = [
    ("a path to oneself", ("path", "a", "a"), 0, "Both names mean"),
    ("a path to nobody", ("path", "a", "zzz"), 1, "'zzz' names no actor."),
    ("a near miss", ("path", "a", "Boob"), 1, "Did you mean"),
    ("an empty name", ("path", "a", ""), 1, "names no actor"),
    ("a name of blanks", ("path", "a", "  \t"), 1, "names no actor"),
    ("a name of 10,000 letters", ("path", "a", "x" * 10_000), 1, "A name of 10000 characters"),
    ("a name of half a letter", ("path", "a", "\ud800"), 1, "names no actor"),
    ("a name of escapes", ("path", "a", ESCAPES), 1, "names no actor"),
    ("a name of marks alone", ("show", "\u0301\u0301"), 1, "names no actor"),
    ("a name of zalgo", ("show", "A" + "\u0301" * 150), 1, "names no actor"),
    ("a name of an emoji", ("show", "👩‍👩‍👧‍👦"), 1, "names no actor"),
    ("a name of a formula", ("show", "=1+1"), 1, "names no actor"),
    ("a name like an option", ("show", "--", "--help"), 1, "names no actor"),
    ("an unknown option", ("path", "a", "b", "--avoidd", "ally"), 2, "Did you mean"),
    ("an unknown command", ("paht", "a", "b"), 2, "Did you mean 'path'?"),
    ("too few names", ("path", "a"), 2, "Missing argument"),
    ("too many names", ("show", "a", "b"), 2, "one argument too many"),
    ("an unknown type", ("path", "a", "b", "--avoid", "bordres"), 2, "'bordres'"),
    ("an unknown kind", ("path", "a", "b", "--kind", "robot"), 2, "'robot'"),
    ("a date that is none", ("path", "a", "b", "--at", "2022-13-01"), 2, "is not a date"),
    ("a date of other digits", ("path", "a", "b", "--at", "٢٠٢٢"), 2, "is not a date"),
    ("a confidence above 1", ("path", "a", "b", "--min-confidence", "7"), 2, "--min-confidence"),
    ("a confidence of nan", ("path", "a", "b", "--min-confidence", "nan"), 2, "--min-confidence"),
    ("no limit", ("path", "a", "b", "--limit", "0"), 2, "--limit"),
    ("a limit of a googol", ("path", "a", "b", "--limit", "9" * 100), 2, "--limit"),
    ("an unknown measure", ("centrality", "--by", "betweenes"), 2, "Did you mean 'betweenness'?"),
    ("an unknown source", ("sources", SCRIPT), 2, "is not a source."),
    ("an unknown format", ("show", "a", "--format", "yaml"), 2, "'yaml' is not a format."),
    ("an actor left out", ("path", "a", "b", "--avoid-actor", "b"), 2, "is left out"),
    ("everybody left out", ("centrality", "--kind", "state"), 2, "'state'"),
    ("no encoding", ("--encoding", "utf9", "check"), 2, "--encoding: 'utf9' is not an encoding."),
    ("a codec that is no encoding", ("--encoding", "rot13", "check"), 2, "is not an encoding."),
    ("no size", ("--largest-file", "huge", "check"), 2, "'huge' is not a size."),
    ("a small size", ("--largest-file", "10", "check"), 1, "is larger than 10 (unpacked)"),
    ("few cells", ("--most-cells", "3", "check"), 1, "has more than 3 cells up to here."),
    ("short cells", ("--longest-cell", "2", "check"), 1, "has a cell of more than 2 characters."),
    ("a page onto its data", ("html", "-o", "{}/actors.csv"), 2, "is the name of a data file"),
    ("a page onto a folder", ("html", "-o", "{}"), 1, "is a folder."),
    ("a page into no folder", ("html", "-o", "{}/none/page.html"), 1, "does not exist. Create it"),
    ("a page onto a device", ("html", "-o", "/dev/null"), 1, "this is not a regular file."),
    ("a page of a long name", ("html", "-o", "{}/" + "x" * 300), 1, "File name too long"),
    ("a start onto data", ("init", "{}"), 1, "already has actors.csv, relations.csv"),
    ("a save onto data", ("save", "{}"), 1, "already has actors.csv, relations.csv"),
    ("a save into a file", ("save", "{}/actors.csv"), 1, "this is not a folder."),
    ("no name for a page", ("html", "-o", ""), 2, "is empty."),
    ("a folder that is none", ("--data", "{}/none", "check"), 1, "this folder does not exist."),
    ("a file that is none", ("--actors", "{}/none.csv", "check"), 1, "this file does not exist."),
    ("stdin for the actors", ("--actors", "/dev/stdin", "check"), 1, "is a device, not"),
]  # fmt: skip

WRITTEN = [
    ("a page", {}, ("html", "-o", "{}/page.html"), 0, "page.html: 3 actors, 2 relations",
     ("page.html",)),
    ("a page with a hostile name", {}, ("html", "-o", "{}/" + SCRIPT.replace("/", "") + ".html"), 0,
     "3 actors", (SCRIPT.replace("/", "") + ".html",)),
    ("a page of hostile values", everywhere(SCRIPT), ("html", "-o", "{}/page.html"), 0, "2 actors",
     ("page.html",)),
    ("a folder of hostile values", everywhere("=1+1"), ("save", "{}/new"), 0, "new: actors.csv",
     ("new",)),
    ("a new start", {}, ("init", "{}/mine"), 0, "mine: README.txt, actors.csv", ("mine",)),
]  # fmt: skip

CASES = [
    *(Case(name, files, "check", code, told)
      for name, files, code, told in chain(ENCODINGS, FILES, SHAPES, MEANINGS, MANY)),
    *(Case(f"a {column} of {value[:20]!r}", cell(column, value), "check", 1, told)
      for column, value, told in NUMBERS),
    *(Case(*shown) for shown in SHOWN),
    Case("a row 20,000 times, told in a path", relations(*["a,b,ally"] * 20_000),
         ("path", "a", "b", "--format", "csv"), 0, "is allied with Bob"),
    *(Case(f"asked: {name}", {}, words, code, told) for name, words, code, told in QUESTIONS),
    *(Case(f"written: {name}", files, words, code, told, made)
      for name, files, words, code, told, made in WRITTEN),
]  # fmt: skip
