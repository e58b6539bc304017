"""What a site's robots.txt allows."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from truce.sources.messages import AGENT_NAME

BYTES = 512_000  # RFC 9309 asks a reader to take at least 500 KiB
MISSING = frozenset(range(400, 500)) - {429}  # RFC 9309: a robots.txt that is not there forbids nothing
BYTE_ORDER_MARK = "\ufeff"


class Rules:
    """The rules of one site; `closed` says why it must be left alone altogether, None where the rules decide."""

    def __init__(self, text: str = "", *, closed: str | None = None) -> None:
        self.closed = closed
        self._rules = Protego.parse(text.removeprefix(BYTE_ORDER_MARK))

    def refusal(self, url: str) -> str | None:
        """Why an address may not be fetched, None where it may."""
        if self.closed:
            return self.closed
        return None if self._rules.can_fetch(url, AGENT_NAME) else "robots.txt of this site forbids it"

    @property
    def delay(self) -> float:
        """The pause between two requests that the site asks for, in seconds."""
        return float(self._rules.crawl_delay(AGENT_NAME) or 0.0)


def site_of(url: str) -> str:
    """The part of an address that one robots.txt speaks for.

    >>> site_of("https://news.example:8443/world/1.html")
    'https://news.example:8443'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
