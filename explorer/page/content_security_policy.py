"""Build the page's Content-Security-Policy: only scripts of the file itself may run."""

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


def hash_source(text: str) -> str:
    """Hash an inline script or style for the policy, with quotes.

    Parameters
    ----------
    text
        Everything between the opening and the closing tag, to the byte (written as UTF-8).

    Examples
    --------
    >>> hash_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def build_content_security_policy(*, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Build the policy that allows exactly these inline scripts and styles.

    No request may leave the page, no form may be sent, and text can never become markup.

    Parameters
    ----------
    scripts, styles
        The inline texts, exactly as between their tags.

    Examples
    --------
    >>> build_content_security_policy(scripts=[], styles=[]).split("; ")[:3]
    ["default-src 'none'", "script-src 'none'", "style-src 'none'"]
    """
    directives = (
        "default-src 'none'",
        f"script-src {_list_hashes(scripts)}",
        f"style-src {_list_hashes(styles)}",
        *_FIXED,
    )
    return "; ".join(directives)


def _list_hashes(texts: Sequence[str]) -> str:
    return " ".join(hash_source(text) for text in texts) or "'none'"
