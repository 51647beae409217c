"""The page's Content-Security-Policy: only what the file itself carries may run."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

_FIXED = (
    "img-src data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
)


def source_hash(text: str) -> str:
    """Return the hash source of an inline script or style, quotes included.

    Parameters
    ----------
    text
        Everything between the opening and the closing tag, to the byte (written as UTF-8).

    Examples
    --------
    >>> source_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def content_security_policy(*, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return the policy that lets exactly these inline scripts and styles through.

    No request may leave the page, no form may be sent, and text can never become markup.

    Parameters
    ----------
    scripts, styles
        The inline texts, as they stand between their tags.

    Examples
    --------
    >>> content_security_policy(scripts=[], styles=[]).split("; ")[:3]
    ["default-src 'none'", "script-src 'none'", "style-src 'none'"]
    """
    directives = (
        "default-src 'none'",
        f"script-src {_sources(scripts)}",
        f"style-src {_sources(styles)}",
        *_FIXED,
    )
    return "; ".join(directives)


def _sources(texts: Sequence[str]) -> str:
    return " ".join(source_hash(text) for text in texts) or "'none'"
