"""The page's script with short names does what the script with its own names does."""

import subprocess
from pathlib import Path

import pytest
from browser import need_packages, node_path

from explorer.page import Presentation, build_page
from explorer.page.html import ASSETS
from explorer.page.inline import ModuleError, inline
from explorer.page.short_names import shorten_names

COMPARE = Path(__file__).parent / "compare_variables.js"
HEAD, TAIL = "// a.js\n(() => {\n", "})();\n"


def shorten(code):
    shortened = shorten_names(f"{HEAD}{code}\n{TAIL}")
    return shortened.removeprefix(HEAD).removesuffix(f"\n{TAIL}")


def compare(folder, joined, shortened):
    """Two scripts do the same: they differ in the names of variables alone."""
    need_packages("espree", "eslint-scope")
    files = [folder / "joined.js", folder / "shortened.js"]
    for file, text in zip(files, (joined, shortened), strict=True):
        file.write_text(text, encoding="utf-8", newline="\n")
    command = [node_path(), str(COMPARE), *map(str, files)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr[-2000:]


@pytest.mark.nightly
@pytest.mark.long
def test_the_scripts_differ_in_the_names_of_variables_alone(tmp_path):
    joined = inline(ASSETS)
    shortened = shorten_names(joined)
    assert len(shortened) < 0.75 * len(joined)
    compare(tmp_path, joined, shortened)


@pytest.mark.long
@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("const one=1;two.one(one);", "const a=1;two.one(a);"),
        ("const {one,two:three}=box;", "const{one:a,two:b}=box;"),
        ("const one=2;show({one,one:one});", "const a=2;show({one:a,one:a});"),
        ("function find(word){return word?word:find;}", "function b(a){return a?a:b;}"),
        (
            "const word=1;show(`${word} word ${`${word}`}`);",
            "const a=1;show(`${a} word ${`${a}`}`);",
        ),
        ("const word=1;show(/word`/.test(word)/word);", "const a=1;show(/word`/.test(a)/a);"),
        ('const word="word";show({word(word){}});', 'const a="word";show({word(a){}});'),
        ("const show=({one=two},[three])=>one+two+three;", None),
        (
            "const word=1;document.title=word;location=word;",
            "const a=1;document.title=a;location=a;",
        ),
        ("for(const [name,value] of all)if(name)try{use(value);}catch(error){use(error);}", None),
        ("const all=[...one,...two];class Box{all(){return all;}}", None),
        (
            "const one = 1; // is it?\nuse(one + +two - -one, 6 / one);",
            "const a=1;\nuse(a+ +two- -a,6/a);",
        ),
        (
            'const one=`a ${two  in box} b`+"c  d"; use(one);',
            'const a=`a ${two in box} b`+"c  d";use(a);',
        ),
        (
            "function* measure(){const all={one:yield* f(2), *rest(){}};return all;} use(measure);",
            "function*b(){const a={one:yield*f(2),*rest(){}};return a;}use(b);",
        ),
    ],
)
def test_variables_are_renamed_and_nothing_else(tmp_path, code, short):
    found = shorten(code)
    if short is not None:
        assert found == short
    filler = "use(1);" * 40  # so that there is enough to compare
    compare(tmp_path, code + filler, found + filler)


def test_what_modules_hand_on_has_one_name_everywhere():
    script = (
        "// a.js\nconst $1 = (() => {\nfunction measure(width){return width;}\nreturn {measure};\n"
        "})();\n// b.js\n(() => {\nconst {measure} = $1;\nshow(measure(width));\n})();\n"
    )
    assert shorten_names(script) == (
        "// a.js\nconst $1 = (() => {\nfunction a(b){return b;}\nreturn {a};\n"
        "})();\n// b.js\n(() => {\nconst{a}=$1;\nshow(a(width));\n})();\n"
    )


def test_what_is_not_understood_is_refused():
    with pytest.raises(ModuleError, match="not understood: '@decorated"):
        shorten("@decorated class Box {}")


@pytest.mark.long
def test_the_page_of_the_example_stays_below_its_limit(belarus):
    assert len(build_page(belarus, Presentation()).encode()) < 1_199_000
