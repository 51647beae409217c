from base64 import b64encode
from hashlib import sha256

from explorer.page.content_security_policy import build_content_security_policy, hash_source


def directives(policy: str):
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_only_the_given_scripts_and_styles_may_run():
    found = directives(build_content_security_policy(scripts=["a", "b"], styles=["c"]))
    assert found["script-src"] == f"{hash_source('a')} {hash_source('b')}"
    assert found["style-src"] == hash_source("c")


def test_a_hash_is_of_the_utf8_bytes():
    digest = b64encode(sha256("Łódź".encode()).digest()).decode()
    assert hash_source("Łódź") == f"'sha256-{digest}'"


def test_nothing_else_is_allowed():
    found = directives(build_content_security_policy(scripts=["a"], styles=["c"]))
    assert {name: value for name, value in found.items() if not name.endswith("-src")} == {
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    assert found["default-src"] == found["connect-src"] == found["object-src"] == "'none'"
    assert found["img-src"] == "data: blob:"


def test_a_policy_never_allows_the_unsafe():
    policy = build_content_security_policy(scripts=["a"], styles=["c"])
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
