import re
import subprocess
from pathlib import Path

import pytest
from browser import node_path

from explorer.page.inline import ModuleError, inline


def write(folder: Path, **modules: str):
    for name, text in modules.items():
        path = folder / (name.replace("__", "/") + ".js")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_modules_come_after_what_they_import_and_each_once(tmp_path: Path):
    write(
        tmp_path,
        main='import { a } from "./a.js";\nimport { b } from "./core/b.js";\nshow(a, b);',
        a='import { b } from "./core/b.js";\nexport const a = b + 1;',
        core__b="/** One. */\nexport function b() {\n  return 1;\n}",
    )
    assert inline(tmp_path) == (
        "// core/b.js\nconst $1 = (() => {\nfunction b(){return 1;}\nreturn {b};\n})();\n"
        "// a.js\nconst $2 = (() => {\nconst {b} = $1;\nconst a=b + 1;\nreturn {a};\n})();\n"
        "// main.js\n(() => {\nconst {a} = $2;\nconst {b} = $1;\nshow(a,b);\n})();\n"
    )


def test_a_module_in_a_folder_can_import_from_the_one_beside_it(tmp_path: Path):
    write(
        tmp_path,
        main='import { v } from "./view/v.js";\nv();',
        view__v='import { c } from "../core/c.js";\nexport function v() {\n  c();\n}',
        core__c="export async function c() {}",
    )
    assert re.findall(r"^// (.*)$", inline(tmp_path), re.MULTILINE) == [
        "core/c.js",
        "view/v.js",
        "main.js",
    ]


@pytest.mark.parametrize(
    "line",
    [
        'import x from "./a.js";',
        'import * as all from "./a.js";',
        'import { a as b } from "./a.js";',
        "import { a } from './a.js';",
        'import { a } from "./a.js"',
        'import "./a.js";',
        'import { a } from "vis-network";',
        'import {a} from "./a.js";',
        "import {",
        "import {\n  a,",
        'import {\n  a as b,\n} from "./a.js";',
        'const a = await import("./a.js");',
        "const here = import.meta.url;",
        "export default 1;",
        "export { a };",
        'export * from "./a.js";',
        "export let a = 1;",
        "  export const a = 1;",
    ],
)
def test_another_form_of_import_or_export_is_refused_with_file_and_line(tmp_path: Path, line: str):
    write(tmp_path, main="// first\n" + line, a="export const a = 1;")
    with pytest.raises(ModuleError, match=r"^main\.js, line 2: .* is not understood"):
        inline(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        '/** @type {import("./a.js").Thing} */',
        ' * @param {import("./a.js").Thing} thing',
        "// import what you like",
        'const thing = /** @type {import("./a.js").Thing} */ (1);',
        "const exports = important;",
        '  export: "M12 4v11",',
        "  table.import(rows);",
    ],
)
def test_a_comment_or_a_property_may_be_called_so(tmp_path: Path, line: str):
    write(tmp_path, main=line)
    assert inline(tmp_path).startswith("// main.js\n")


def test_an_import_may_take_several_lines(tmp_path: Path):
    write(
        tmp_path,
        main='import {\n  a,\n  b,\n} from "./a.js";\nimport { a } from "./b.js";\na(b);',
        a="export const a = 1;\nexport const b = 2;",
        b="export const a = 1;",
    )
    with pytest.raises(ModuleError, match=r"^main\.js, line 5: 'a' is already declared on line 1"):
        inline(tmp_path)
    write(tmp_path, main='import {\n  a,\n  b,\n} from "./a.js";\na(b);')
    assert "const {a,b} = $1;\na(b);\n" in inline(tmp_path)


def test_two_imports_from_one_module_are_refused(tmp_path: Path):
    write(
        tmp_path,
        main='import { a } from "./a.js";\nimport { b } from "./a.js";',
        a="export const a = 1;\nexport const b = 2;",
    )
    with pytest.raises(ModuleError, match=r"^main\.js, line 2: a\.js is already imported"):
        inline(tmp_path)


def test_comments_spaces_and_breaks_in_brackets_are_left_out_and_code_is_not(tmp_path: Path):
    lines = [
        "/**",
        " * What it does.",
        " */",
        "export function one() {",
        "  // why",
        "",
        '  return "//"; // so',
        "}",
        "/* in one line */",
        "one(",
        "  [1, 2],",
        '  "//",',
        "  /** @type {Map<string, number>} */ (three),",
        ");",
        "/** @type {Thing} */ (four).five();",
        "const a = [1, 2].map((b) => ({ b, c: b ? +b : - -b }));",
        "const d = a / 2 + (a, a);",
    ]
    write(tmp_path, main="\n".join(lines))
    code = [
        'function one(){return "//"; // so',
        "}",
        'one([1,2],"//",',
        "(three));",
        "(four).five();",
        "const a=[1,2].map((b)=>({b,c:b?+b:- -b}));",
        "const d = a / 2 + (a, a);",
    ]
    assert inline(tmp_path).split("\n")[2:-3] == code


def test_a_line_stays_short_enough_to_be_found_by_its_number(tmp_path: Path):
    write(tmp_path, main="show([\n" + "  1,\n" * 1000 + "]);")
    lines = inline(tmp_path).split("\n")
    assert max(map(len, lines)) == 200
    assert "".join(lines[2:-2]) == f"show([{'1,' * 999}1]);"


def test_a_name_may_be_used_in_several_modules(tmp_path: Path):
    write(
        tmp_path,
        main='import { draw } from "./a.js";\nfunction help() {\n  return draw();\n}\n'
        "console.log(help());",
        a='import { text } from "./b.js";\nfunction help() {\n  return text();\n}\n'
        "export function draw() {\n  return help();\n}",
        b='function draw() {\n  return "drawn";\n}\nexport function text() {\n  return draw();\n}',
    )
    assert run(inline(tmp_path)) == "drawn\n"


@pytest.mark.parametrize(
    "line", ["await show();", "const a = await show();", "for await (const a of b) show(a);"]
)
def test_an_await_outside_a_function_is_refused(tmp_path: Path, line: str):
    write(tmp_path, main=line)
    with pytest.raises(ModuleError, match=r"^main\.js, line 1: await is understood inside"):
        inline(tmp_path)


def test_a_name_declared_twice_in_a_module_is_refused(tmp_path: Path):
    write(tmp_path, main="const a = 1;\nclass a {}")
    with pytest.raises(ModuleError, match=r"^main\.js, line 2: 'a' is already declared on line 1"):
        inline(tmp_path)


def test_an_inner_name_may_be_used_again(tmp_path: Path):
    write(
        tmp_path,
        main='import { a } from "./a.js";\nfunction b() {\n  const i = 1;\n  return a(i);\n}\nb();',
        a="export function a() {\n  const i = 2;\n  return i;\n}",
    )
    assert inline(tmp_path).count("const i") == 2


def test_a_circle_is_refused_and_shown(tmp_path: Path):
    write(
        tmp_path,
        main='import { a } from "./a.js";',
        a='import { b } from "./b.js";\nexport const a = 1;',
        b='// b\nimport { a } from "./a.js";\nexport const b = 1;',
    )
    with pytest.raises(ModuleError, match=r"^b\.js, line 2: .*main\.js -> a\.js -> b\.js -> a\.js"):
        inline(tmp_path)


def test_a_name_that_is_not_exported_is_refused(tmp_path: Path):
    write(
        tmp_path,
        main='import { a, hidden } from "./a.js";',
        a="export const a = 1;\nconst hidden = 2;",
    )
    with pytest.raises(ModuleError, match=r"^main\.js, line 1: a\.js does not export 'hidden'"):
        inline(tmp_path)


@pytest.mark.parametrize("path", ["./gone.js", "../outside.js"])
def test_a_module_that_is_not_in_the_folder_is_refused(tmp_path: Path, path: str):
    assets = tmp_path / "assets"
    write(assets, main=f'import {{ a }} from "{path}";')
    write(tmp_path, outside="export const a = 1;")
    with pytest.raises(ModuleError, match=r"^main\.js, line 1: there is no module"):
        inline(assets)


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<script", "<!--"])
def test_what_could_end_or_confuse_a_script_element_is_refused(tmp_path: Path, text: str):
    write(tmp_path, main=f'const a = "{text}";')
    with pytest.raises(ModuleError, match=r"^main\.js, line 1: .* cannot stand inside a script"):
        inline(tmp_path)


@pytest.mark.parametrize("line", ["const { a, b } = thing;", "export const [a, b] = thing;"])
def test_a_top_level_declaration_that_hides_its_names_is_refused(tmp_path: Path, line: str):
    write(tmp_path, main=line)
    with pytest.raises(ModuleError, match="one plain name"):
        inline(tmp_path)


def test_the_script_runs(tmp_path: Path):
    write(
        tmp_path,
        main='import { sum, START } from "./sum.js";\nconsole.log(sum(START, 2));',
        sum="export const START = 40;\nexport function sum(a, b) {\n  return a + b;\n}",
    )
    assert run(inline(tmp_path)) == "42\n"


def run(script: str) -> str:
    result = subprocess.run(
        [node_path(), "--input-type=module", "-"],
        input=script,
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout
