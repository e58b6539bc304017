"""What makes two texts the same article, two versions of one, or two articles."""

from __future__ import annotations

import os
import re
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from truce.records import Article

# Parameters that say how a reader came to a page, not which page it is.
TRACKING = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid igshid mc_cid mc_eid cmpid ocid smid taid ref_src at_medium at_campaign".split()
)
STDIN, NAMELESS = "-", "stdin"  # the path and the name of a text that came through a pipe
PATH_END = re.compile(r"[/\s]+$")


def sha256_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def canonical_url(url: str | None) -> str | None:
    """The one form under which two addresses of a page are compared; None for what is no web address.

    >>> canonical_url("http://News.example/a/?utm_source=feed&id=7#top")
    'https://news.example/a?id=7'
    """
    try:
        parts = urlsplit((url or "").strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(name)]
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    query = f"?{urlencode(kept)}" if kept else ""
    return f"https://{place}{PATH_END.sub('', parts.path)}{query}"


def is_tracking(name: str) -> bool:
    """Whether a parameter of an address only says how the reader came."""
    return name.lower() in TRACKING or name.lower().startswith("utm_")


def identity_of(article: Article) -> str:
    """What all versions of an article share: its address, else the file and the name in it, else the name alone.

    What came through a pipe without a name is only ever itself.
    """
    if address := canonical_url(article.url) or article.url:
        return address
    if article.path and article.path != STDIN:
        return f"{os.path.abspath(article.path)}#{article.id}"  # noqa: PTH100 - resolves nothing, so that links stay apart
    return f"#{sha256_of(article.text) if article.id == NAMELESS else article.id}"
