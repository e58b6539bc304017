"""What makes two claims the same words: a key over the words alone, whatever their marks and capitals."""

from __future__ import annotations

import re
from hashlib import sha256
from unicodedata import normalize

WORD = re.compile(r"[^\W_]+")
LENGTH = 16  # hexadecimal digits: 64 bits, so that no two of a million claims share a key by chance


def claim_key(content: str) -> str | None:
    """The key of what was said; None for what has no letter or digit.

    >>> claim_key("“We will NOT stop,” … he added") == claim_key("we will not stop he added")
    True
    """
    words = WORD.findall(normalize("NFKC", content).casefold())
    return sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:LENGTH] if words else None
