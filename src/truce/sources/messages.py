"""What is asked of a server, what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

from truce.errors import FetchError
from truce.following import Validators
from truce.sources.transfer import unpack

AGENT = "truce/1 (offline ceasefire-news tracker; reads single reports on behalf of one person)"
AGENT_NAME = "truce"  # what robots.txt may call it
REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Manners:
    """How a fetch behaves. Times in seconds, sizes in bytes."""

    agent: str = AGENT
    pause: float = 2.0  # between two requests to one host
    longest_pause: float = 30.0  # a Crawl-delay beyond that is cut
    timeout: float = 20.0  # for connecting and for each piece
    deadline: float = 90.0  # for one whole answer, its headers included
    tries: int = 3
    backoff: float = 2.0  # before the second try, doubled before each further one
    longest_wait: float = 120.0  # a Retry-After beyond that is a failure, to be tried another day
    redirects: int = 5
    largest: int = 20_000_000  # as sent, and again when unpacked
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. `url` is where it came from after redirects, `asked` what was asked for.

    `sent` is the body as sent, perhaps packed; it is empty when nothing has changed, and was not read where it is not wanted.
    """

    asked: str
    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    sent: bytes
    fetched_at: datetime

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing has changed since the validators were given."""
        return self.status == UNCHANGED

    @property
    def is_good(self) -> bool:
        """Whether the page itself came."""
        return 200 <= self.status < 300

    @property
    def says(self) -> str:
        """The status in words: `the server answers 404 Not Found`."""
        return f"the server answers {self.status} {self.reason}".rstrip()

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def validators(self) -> Validators:
        """What to ask with next time."""
        return Validators(self.header("ETag"), self.header("Last-Modified"))

    @property
    def content_type(self) -> str | None:
        """What the server calls it."""
        return self.header("Content-Type")

    def unpack(self, limit: int, *, cut: bool = False) -> bytes:
        """The body without its Content-Encoding; FetchError where it is damaged or would be more than `limit` bytes.

        With `cut`, the first `limit` bytes are taken instead.
        """
        return unpack(self.asked, self.sent, self.header("Content-Encoding") or "", limit=limit, cut=cut)

    def target(self) -> str:
        """Where a redirect leads; FetchError where it leads to nothing that is fetched."""
        location = (self.header("Location") or "").encode("latin-1", "replace").decode("utf-8", "replace").strip()
        if not location:
            raise FetchError(self.asked, "the server redirects without saying where to")
        try:
            return clean_url(urljoin(self.url, location))
        except ValueError as error:
            raise FetchError(self.asked, f"the server redirects to «{location}», which is no address") from error


def clean_url(url: str) -> str:
    """The address without fragment; FetchError unless it is http or https, with a host and without a password."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(url, "this is no address") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(url, "only http and https addresses are fetched; an address begins with https://")
    if not parts.hostname:
        raise FetchError(url, "the address names no host")
    if parts.username or parts.password:
        raise FetchError(url, "addresses with a user name or password are not fetched")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return urlunsplit((parts.scheme.lower(), host if port is None else f"{host}:{port}", parts.path or "/", parts.query, ""))


def request_headers(agent: str, validators: Validators | None = None) -> dict[str, str]:
    """The headers of a request."""
    headers = {
        "User-Agent": agent,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, br",
    }
    if validators and validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators and validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, a number or a date; None where it says nothing readable."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
