"""Values made to break out of wherever they are shown, in every column of a case."""

import csv

ELSEWHERE = "https://evil.example"
RUNS = "<img src=x onerror=stolen=1>"

# Each would set `stolen`, make a request, command a terminal or mislead, were it more than text.
PAYLOADS = {
    "tag": RUNS,
    "script": "<script>stolen=1</script>",
    "end of script": "</script><script>stolen=1</script>",
    "end of style": f"</style>{RUNS}",
    "end of title": f"</title></textarea></noscript>{RUNS}",
    "comment": f"--><!-->{RUNS}<!-- <script>",
    "cdata": f"]]>{RUNS}<![CDATA[",
    "double quote": f'">{RUNS}" onmouseover="stolen=1" autofocus onfocus="stolen=1',
    "single quote": f"'>{RUNS}' onmouseover='stolen=1' autofocus onfocus='stolen=1",
    "backtick": f"`>{RUNS}` onmouseover=`stolen=1`",
    "bare attribute": "x onmouseover=stolen=1 onfocus=stolen=1 autofocus tabindex=1",
    "svg": "<svg/onload=stolen=1><animate onbegin=stolen=1 attributeName=x dur=1s>",
    "frame": "<iframe srcdoc='<script>parent.stolen=1</script>'></iframe>",
    "details": "<details open ontoggle=stolen=1>x</details>",
    "foreign": f"<math><mtext><style>{RUNS}</style></mtext></math>",
    "anchor": "<a href=javascript:stolen=1>x</a>",
    "refresh": f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
    "base": f"<base href={ELSEWHERE}/>",
    "style": f"<style>*{{background:url({ELSEWHERE}/css)}}</style>",
    "css": f"red;background:url({ELSEWHERE}/css)}}*{{",
    "form": f"<form action={ELSEWHERE}><button>x</button></form>",
    "javascript": "javascript:stolen=1",
    "javascript in capitals": "JaVaScRiPt:stolen=1//https://example.org",
    "javascript with a tab": "java\tscript:stolen=1",
    "javascript with a line end": "java\nscript:stolen=1",
    "javascript with entities": "&#106;avascript&colon;stolen=1&lt;b&gt;&amp;",
    "javascript after a control": "\x01javascript:stolen=1",
    "javascript behind a web address": "https://example.org\\@evil.example/javascript:stolen=1",
    "credentials": "https://bank.example:secret@evil.example/",
    "data": "data:text/html,<script>opener.stolen=1</script>",
    "blob": "blob:null/stolen",
    "file": "file:///etc/passwd",
    "jinja": "{{ 7*7 }}{{ cycler.__init__ }}{% for x in range(9) %}x{% endfor %}{# x #}",
    "template": "${stolen=1}`${stolen=1}`",
    "prototype": "__proto__",
    "constructor": "constructor",
    "method": "toString",
    "separators": "a\u2028stolen=1\u2029b",
    "override": "\u202egpj.exe\u202c\u2066x",
    "right to left": "\u05e9\u05e8\u05d4 \u05db\u05d4\u05df 12",
    "zalgo": "Z\u0351\u036b\u0343\u036a\u0302a\u0363\u0341l" + "\u0336\u0317\u0353" * 40,
    "joined": "\U0001f469\u200d\U0001f692 \u2764\ufe0f\u200d\U0001f525",
    "unseen": "a\u200b\u2060\ufeff\u3164\u00ad\U000e0041b",
    "selectors": "a" + "\U000e0101" * 30,
    "long": "W" * 5_000,
    "formula": f'=HYPERLINK("{ELSEWHERE}","x")',
    "formula behind a semicolon": "x;@SUM(1)",
    "escapes": "\x1b[2J\x1b]8;;https://evil.example\x07x\x1b]8;;\x07\x9b31m\x08\x7f\r",
    "rich": "[red]x[/red][link=https://evil.example]y[/link]:smile:",
    "markdown": "[x](https://evil.example) ![y](https://evil.example/y.png) <https://evil.example>",
    "markdown reference": "[^1]: x\n[x]: https://evil.example\n\n# head\n===\n```\ncode",
    "markdown table": "a | b || c \\| d\n|---|",
}
# Unseen characters in an id are another file's matter.
PLAIN = {name: text for name, text in PAYLOADS.items() if text.isprintable() and len(text) < 1000}


STANCES = ("asserts", "disputes")


def bare(text):
    return text.replace("|", "")


def write(path, header, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([header, *rows])


def hostile_folder(folder, payloads=PAYLOADS):
    """Write a case whose every column holds every payload, its actors in a ring."""
    plain = list(PLAIN.values())
    texts = list(payloads.values())
    ids = [plain[i] if i < len(plain) else f"a{i}" for i in range(len(texts))]
    own = [text for text in plain if "{" not in text][:8]
    actors = [
        [ident, text, ids[i - 1], f"{text} too|{i}", text, bare(text), *[text] * len(own)]
        for i, (ident, text) in enumerate(zip(ids, texts, strict=True))
    ]
    header = ["id", "name", "kind", "aliases", "description", "reference", *own]
    write(folder / "actors.csv", header, actors)
    header = ["source", "target", "type", "start", "stance", "reference", "note", "id", *own]
    ties = [(i, stance) for i in range(len(texts)) for stance in STANCES[: 1 + (i % 9 == 0)]]
    relations = [
        [ids[i - 1], ids[i], ids[i], f"{1990 + i}", stance, f"{ids[i - 1]}|{bare(texts[i])}"]
        for i, stance in ties
    ]
    for row, (i, stance) in zip(relations, ties, strict=True):
        row += [texts[i], f"{ids[i]} {stance}", *[texts[i]] * len(own)]
    write(folder / "relations.csv", header, relations)
    header = ["id", "title", "author", "publisher", "date", "url", "archive_url"]
    write(
        folder / "sources.csv",
        header,
        [[i, *[t] * 3, "", t, t] for i, t in zip(ids, texts, strict=True)],
    )
    header = ["type", "sign", "mutual", "influence", "label", "inverse"]
    types = [
        [ident, "+-0"[i % 3], "no", "yes", text, f"{text} by"]
        for i, (ident, text) in enumerate(zip(ids, texts, strict=True))
    ]
    write(folder / "types.csv", header, types)
    return folder
