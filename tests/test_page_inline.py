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
        "// core/b.js\nfunction b() {\nreturn 1;\n}\n"
        "// a.js\nconst a = b + 1;\n"
        "// main.js\nshow(a, b);\n"
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


def test_comments_and_indents_are_left_out_and_code_is_not(tmp_path: Path):
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
        "one();",
    ]
    write(tmp_path, main="\n".join(lines))
    code = ["// main.js", "function one() {", 'return "//"; // so', "}", "one();", ""]
    assert inline(tmp_path).split("\n") == code


def test_a_name_declared_in_two_modules_is_refused(tmp_path: Path):
    write(
        tmp_path,
        main='import { a } from "./a.js";\n\nfunction helper() {}\na(helper);',
        a="function helper() {}\nexport function a() {}",
    )
    with pytest.raises(
        ModuleError, match=r"^main\.js, line 3: 'helper' is already declared in a\.js\.$"
    ):
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
    result = subprocess.run(
        [node_path(), "--input-type=module", "-"],
        input=inline(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "42\n"
