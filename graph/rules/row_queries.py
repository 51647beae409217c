"""For each rule about rows the rows that may break it, in SQL.

The one rule in Python decides over these rows and words the problem. So an engine looks at millions
of rows, and Python at the few that are in doubt.

The tables are ``actors``, ``relations``, ``sources`` and ``types``, with the columns that the data
contract names, all of text, as the rules see them: white space is stripped, blank cells are filled,
and what is still blank is the empty text, never NULL. ``spellings`` has a row for each id, name and
alias of an actor: the columns ``id`` and ``text``.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.data.cell_test import write_text
from graph.data.vocabulary import KINDS, TYPES, YES_OR_NO
from graph.rules import confusables, misread_letters
from graph.rules.row_query import EVERY_COLUMN, RowQuery, differs, has, write_list
from graph.rules.row_times import SORTED_DATE, leaves_life, precedes
from graph.text import invisible, urls

PLAIN_DATE = (
    "[0-9]{3,4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?"
    "|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31)?"
)
PLAIN_NUMBER = "[0-9]{1,15}([.][0-9]{0,15})?"
PLAIN_CONFIDENCE = (
    "0([.][0-9]{0,15})?|1([.]0{0,15})?|[A-Fa-f][1-6]|[0-9]{1,2}([.][0-9]{0,9})? ?%|100 ?%"
    "|high|medium|low|High|Medium|Low"
)
ID_LIKE = "(^|[|]) *[^ -,/:-@{-~]+ *([|]|$)"
"""A part of a cell that may be an id: it has no space and hardly any punctuation."""
PUNCTUATION = (
    " -_\t\n\r\f\v–—―−.?¿*/\\,;:!…'\"()[]"
    + "".join(
        map(
            chr,
            (0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029),
        )
    )
    + "\u202f\u205f\u3000"
)
NOBODY = (
    "[(]?(unknown|not[ _]known|unnamed|unidentified|undisclosed|anonymous|nobody|n[.]?/?a[.]?|none"
    "|null|nil|nan|no[ _]name|not[ _](available|applicable)|to be determined|tb[acd])[)]?[.?]*"
)
JOINT = (
    "joint|together|shared|gemeinsam|zusammen|ensemble|conjunt|совместн|вместе|спільн|разом"
    "|wspóln|razem"
)
LOOSE_CASE = str.maketrans("ſıİᲀᲁᲂᲃᲄᲅ", "siiвдостт")
"""Letters that Python takes for others where case does not matter, and engines may not."""
# Case alone can make texts of these letters look alike.
STEADY = (
    " -~\u00a1-\u00ac\u00ae-\u00b4\u00b6-\u012f\u0132-\u0148\u014a-\u017e\u0180-\u01ef\u01f1-\u024f"
    "\u0391-\u03a9\u03b1-\u03c9\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a"
    "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3"
)


def _loosen(text: str) -> str:
    """Return the SQL of a text whose case does not matter."""
    letters, others = "".join(map(chr, LOOSE_CASE)), "".join(map(chr, LOOSE_CASE.values()))
    return f"lower(translate({text}, '{letters}', '{others}'))"


def _look(text: str) -> str:
    """Return the SQL of a text without its case, for letters that are `STEADY`."""
    return f"replace(translate(lower({text}), 'ς', 'σ'), 'ß', 'ss')"


def _query_ids(table: str, column: str = "id") -> tuple[RowQuery, ...]:
    """Return what any table has that names its rows."""
    shared = f"(SELECT {column} FROM {table} GROUP BY {column} HAVING count(*) > 1)"
    looks = f"SELECT {_look(column)} FROM {table} GROUP BY {_look(column)} HAVING count(*) > 1"
    unsteady = f"SELECT 1 FROM {table} WHERE {has(column, f'[^{STEADY}]')}"
    return (
        RowQuery(("too-long",), (column,), "length(cell) > 1000"),
        RowQuery(("duplicate-id",), (column,), f"cell <> '' AND cell IN {shared}"),
        RowQuery(
            ("similar-id",),
            (column,),
            f"cell <> '' AND ({_look('cell')} IN ({looks}) OR EXISTS ({unsteady}))",
        ),
    )


NOT_PLAIN = has("cell", "[^ -~]")
"""Rules out most cells, and much sooner than the patterns behind it."""
ANY_TABLE = (
    RowQuery(
        ("unseen-character", "nul-character"),
        EVERY_COLUMN,
        f"{NOT_PLAIN} AND {invisible.UNSEEN.write_condition('cell')}",
    ),
    RowQuery(
        ("misread-letters",),
        EVERY_COLUMN,
        f"{NOT_PLAIN} AND {misread_letters.MISREAD.write_condition('cell')}",
    ),
)
PRIVATE = RowQuery(("invalid-private",), ("private",), "cell NOT IN ('', 'yes', 'no')")


def _query_dates(table: str) -> tuple[RowQuery, ...]:
    """Return what actors and relations have alike: dates and references."""
    start, end = f"{table}.start", f"{table}.end"
    plain = f"{differs(start, SORTED_DATE)} OR {differs(end, SORTED_DATE)}"
    dated = "SELECT id FROM sources WHERE date <> ''"
    return (
        RowQuery(("invalid-start",), ("start",), differs("cell", PLAIN_DATE)),
        RowQuery(
            ("invalid-end",),
            ("end",),
            f"cell NOT IN ('..', 'ended') AND {differs('cell', PLAIN_DATE)}",
        ),
        RowQuery(
            ("ends-before-start",),
            (),
            f"{start} <> '' AND {end} NOT IN ('', '..', 'ended') AND ({end} < {start} OR {plain})",
        ),
        RowQuery(
            ("source-older",),
            (),
            f"{start} <> '' AND (EXISTS (SELECT 1 FROM sources"
            f" WHERE sources.id = {table}.reference AND {precedes('sources.date', start)})"
            f" OR ({has(f'{table}.reference', '[|]')} AND EXISTS ({dated})))",
        ),
        RowQuery(
            ("unknown-source",),
            ("reference",),
            f"{has('cell', ID_LIKE)} AND cell NOT IN (SELECT id FROM sources)"
            " AND EXISTS (SELECT 1 FROM sources)",
            once=True,
        ),
        RowQuery(
            ("no-web-address",),
            ("reference",),
            f"{has('cell', ':')} AND {urls.ADDRESSES.write_condition('cell')}",
            once=True,
        ),
    )


def _in_spellings(condition: str) -> str:
    return f"actors.id IN (SELECT id FROM spellings WHERE {condition})"


_SHARED = "SELECT text FROM spellings GROUP BY text HAVING min(id) <> max(id)"
_BARE = f"translate(text, '{invisible.JOINERS}', '')"
_FOREIGN = has("text", confusables.FOREIGN_LETTER.pattern)
_MIXED = has("text", confusables.MIXED_SCRIPTS.pattern)
_UNLIKE = has("text", confusables.UNLIKE_LATIN.pattern)

ACTORS = (
    *ANY_TABLE,
    PRIVATE,
    *_query_ids("actors"),
    RowQuery(("empty",), ("name",), "cell = ''"),
    RowQuery(("unknown-kind",), ("kind",), f"cell NOT IN {write_list(['', *KINDS])}", once=True),
    RowQuery(
        ("joined-aliases",),
        ("aliases",),
        f"{has('cell', '[,;]')}"
        f" AND NOT EXISTS (SELECT 1 FROM actors WHERE {has('aliases', '[|]')})",
    ),
    RowQuery(
        ("shared-name", "name-is-an-id"), (), _in_spellings(f"text <> '' AND text IN ({_SHARED})")
    ),
    RowQuery(
        ("nobody",),
        ("name",),
        f"translate(cell, {write_text(PUNCTUATION)}, '') = ''"
        f" OR {has(_loosen('cell'), f'^{NOBODY}$')}",
    ),
    RowQuery(
        ("similar-name",),
        (),
        _in_spellings(f"{_BARE} IN (SELECT {_BARE} FROM spellings WHERE {_BARE} <> text)"),
    ),
    RowQuery(
        ("lookalike-name", "mixed-scripts"),
        (),
        _in_spellings(f"{_FOREIGN} AND ({_MIXED} OR NOT {_UNLIKE})"),
        alone=False,
    ),
    *_query_dates("actors"),
)

_NAMES_NOBODY = (
    "cell <> '' AND cell NOT IN (SELECT id FROM actors)"
    " AND cell NOT IN (SELECT name FROM actors GROUP BY name HAVING count(*) = 1)"
)
_NO_TYPE = f"cell NOT IN {write_list(['', *TYPES])} AND cell NOT IN (SELECT type FROM types)"
_SPELT_TWICE = " UNION ALL ".join(
    f"SELECT {one} AS spelling, {other} AS twin FROM actors WHERE id <> name"
    for one, other in (("id", "name"), ("name", "id"))
)


_ENDS_TYPE = "source, target, type"

RELATIONS = (
    *ANY_TABLE,
    PRIVATE,
    *_query_ids("relations"),
    RowQuery(("empty",), ("source", "target"), "cell = ''", alone=False),
    RowQuery(("unknown-actor", "ambiguous-actor"), ("source", "target"), _NAMES_NOBODY),
    RowQuery(("unknown-claimant",), ("claimant",), _NAMES_NOBODY, once=True),
    RowQuery(("ambiguous-actor",), ("claimant",), _NAMES_NOBODY),
    RowQuery(
        ("tie-to-oneself",),
        (),
        f"relations.source = relations.target OR EXISTS (SELECT 1 FROM ({_SPELT_TWICE}) AS twins"
        " WHERE twins.spelling = relations.source AND twins.twin = relations.target)",
    ),
    RowQuery(("circle",), ("type",), "cell IN ('part_of', 'located_in')"),
    RowQuery(("unknown-type",), ("type",), _NO_TYPE),
    RowQuery(("undeclared-type", "too-long"), ("type",), _NO_TYPE, once=True),
    *_query_dates("relations"),
    RowQuery(
        ("outside-its-actors",),
        (),
        f"{leaves_life('source')} OR {leaves_life('target')}",
    ),
    RowQuery(("invalid-weight",), ("weight",), differs("cell", PLAIN_NUMBER)),
    RowQuery(("invalid-confidence",), ("confidence",), differs("cell", PLAIN_CONFIDENCE)),
    RowQuery(
        ("joint-amount",),
        (),
        f"relations.weight <> '' AND {has(_loosen('relations.note'), JOINT)}"
        " AND (SELECT count(DISTINCT note) FROM relations) <= 10000",
    ),
    RowQuery(("unconfirmed-grade",), ("confidence",), has("cell", "^[A-Fa-f]1$")),
    RowQuery(("invalid-stance",), ("stance",), "cell NOT IN ('', 'asserts', 'disputes')"),
    RowQuery(("invalid-basis",), ("basis",), "cell NOT IN ('', 'stated', 'inferred', 'alleged')"),
    RowQuery(
        ("identical-row",),
        (),
        f"(all_cells) IN (SELECT all_cells FROM relations WHERE ({_ENDS_TYPE}) IN"
        f" (SELECT {_ENDS_TYPE} FROM relations GROUP BY {_ENDS_TYPE} HAVING count(*) > 1)"
        " GROUP BY all_cells HAVING count(*) > 1)",
    ),
)

SOURCES = (
    *ANY_TABLE,
    PRIVATE,
    *_query_ids("sources"),
    RowQuery(("empty",), ("id",), "cell = ''"),
    RowQuery(("invalid-source-date",), ("date",), differs("cell", PLAIN_DATE)),
    RowQuery(("no-web-address",), ("url", "archive_url"), urls.ADDRESS.write_condition("cell")),
    RowQuery(
        ("unknown-source", "circle", "long-chain", "via-older"), ("via",), "cell <> ''", alone=False
    ),
)

TYPES_TABLE = (
    *ANY_TABLE,
    *_query_ids("types", "type"),
    RowQuery(("empty",), ("type",), "cell = ''"),
    RowQuery(("invalid-sign",), ("sign",), "cell NOT IN ('', '+', '-', '0')"),
    *(
        RowQuery((f"invalid-{column}",), (column,), "cell NOT IN ('', 'yes', 'no')")
        for column in YES_OR_NO
    ),
)

ROW_QUERIES: Mapping[str, tuple[RowQuery, ...]] = {
    "actors": ACTORS,
    "relations": RELATIONS,
    "sources": SOURCES,
    "types": TYPES_TABLE,
}
"""For each table what may break a rule about its rows."""
