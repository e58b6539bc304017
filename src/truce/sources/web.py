"""Pages from the web: polite, conditional, bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

import urllib3
from protego import Protego
from urllib3.exceptions import HTTPError

from truce.errors import FetchError
from truce.sources.addresses import PrivateAddressError, make_pool
from truce.sources.transfer import unpack

AGENT = "truce/1 (offline ceasefire-news tracker; reads single reports on behalf of one person)"
AGENT_NAME = "truce"  # what robots.txt may call it
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({429, 500, 502, 503, 504})  # answers that another try may better
ROBOTS_BYTES = 512_000  # RFC 9309 asks a reader to take at least 500 KiB
PIECE = 1 << 16
MISSING = frozenset(range(400, 500)) - {429}  # RFC 9309: a robots.txt that is not there forbids nothing


@dataclass(frozen=True, slots=True)
class Manners:
    """How a fetch behaves. Times in seconds, sizes in bytes."""

    agent: str = AGENT
    pause: float = 2.0  # between two requests to one host
    longest_pause: float = 30.0  # a Crawl-delay beyond that is cut
    timeout: float = 20.0  # for connecting and for each piece
    deadline: float = 90.0  # for one whole answer
    tries: int = 3
    backoff: float = 2.0  # before the second try, doubled before each further one
    longest_wait: float = 120.0  # a Retry-After beyond that is a failure, to be tried another day
    redirects: int = 5
    largest: int = 20_000_000
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer gave to ask «has it changed?» with."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent. `url` is where it came from after redirects, `asked` what was asked for.

    `sent` is the body as sent (still packed), `body` the body unpacked; both are empty when nothing has changed.
    """

    asked: str
    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    sent: bytes
    body: bytes
    fetched_at: datetime

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing has changed since the validators were given."""
        return self.status == 304

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def validators(self) -> Validators:
        """What to ask with next time."""
        return Validators(self.header("ETag"), self.header("Last-Modified"))


@dataclass
class Fetcher:
    """Fetches one page at a time and keeps to its manners; no cookies are kept."""

    manners: Manners = field(default_factory=Manners)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _pool: urllib3.PoolManager = field(init=False, repr=False)
    _robots: dict[str, Protego | str] = field(default_factory=dict, repr=False)
    _last: dict[str, float] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._pool = make_pool(allow_private=self.manners.allow_private)

    def fetch(self, url: str, validators: Validators | None = None) -> Answer:
        """The page at an address: 2xx, or 304 where the validators still hold. Everything else is a FetchError."""
        asked = current = clean_url(url)
        seen = {current}
        for _ in range(self.manners.redirects + 1):
            self.obey_robots(current)
            answer = self.try_often(asked, current, request_headers(self.manners.agent, validators))
            if answer.status not in REDIRECTS:
                if answer.status == 304 and validators is None:
                    raise FetchError(asked, "the server says «not modified» to a first request")
                if answer.is_unchanged or 200 <= answer.status < 300:
                    return answer
                raise FetchError(asked, f"the server answers {answer.status} {answer.reason}".rstrip())
            current = clean_url(urljoin(current, answer.header("Location") or ""))
            if current in seen:
                raise FetchError(asked, "the redirects go in a circle")
            seen.add(current)
        raise FetchError(asked, f"more than {self.manners.redirects} redirects")

    def obey_robots(self, url: str) -> None:
        """FetchError where robots.txt forbids the page, or cannot be had for a reason that is not «there is none»."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self.read_robots(site)
        rules = self._robots[site]
        if isinstance(rules, str):
            raise FetchError(url, rules)
        if not rules.can_fetch(url, AGENT_NAME):
            raise FetchError(url, "robots.txt of this site forbids it")

    def read_robots(self, site: str) -> Protego | str:
        """The rules of a site, or the sentence that says why it must be left alone."""
        address = f"{site}/robots.txt"
        for _ in range(self.manners.redirects + 1):
            try:
                answer = self.try_often(
                    address, address, request_headers(self.manners.agent, None), largest=ROBOTS_BYTES, cut=True
                )
            except FetchError as error:
                return f"its robots.txt cannot be had ({error.reason})"
            if answer.status not in REDIRECTS:
                break
            address = clean_url(urljoin(address, answer.header("Location") or ""))
        if answer.status in MISSING or answer.status in REDIRECTS:
            return Protego.parse("")
        if answer.status != 200:
            return f"its robots.txt cannot be had (the server answers {answer.status})"
        return Protego.parse(answer.body.decode("utf-8", errors="replace"))

    def try_often(
        self, asked: str, url: str, headers: Mapping[str, str], *, largest: int | None = None, cut: bool = False
    ) -> Answer:
        """One answer that is not a passing failure, after as many tries as the manners allow."""
        failure = FetchError(asked, "no try was made")
        wait = self.manners.backoff
        for attempt in range(self.manners.tries):
            if attempt:
                self.sleep(wait)
                wait = self.manners.backoff * 2**attempt
            self.keep_pause(url)
            try:
                answer = self.ask(asked, url, headers, largest=largest or self.manners.largest, cut=cut)
            except (HTTPError, OSError) as error:
                failure = FetchError(asked, explain(error))
                if is_final(error):
                    break
                continue
            if answer.status not in PASSING:
                return answer
            failure = FetchError(asked, f"the server answers {answer.status} {answer.reason}".rstrip())
            demanded = retry_after(answer.header("Retry-After"), answer.fetched_at)
            if demanded is not None and demanded > self.manners.longest_wait:
                raise FetchError(asked, f"the server answers {answer.status} and asks to come back after {demanded:,.0f} seconds")
            wait = max(wait, demanded or 0.0)
        raise failure

    def keep_pause(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host = urlsplit(url).netloc
        rules = next((rules for site, rules in self._robots.items() if site.endswith("://" + host)), None)
        delay = rules.crawl_delay(AGENT_NAME) if isinstance(rules, Protego) else None
        pause = min(max(self.manners.pause, float(delay or 0.0)), self.manners.longest_pause)
        last = self._last.get(host)
        if last is not None and (left := last + pause - self.clock()) > 0:
            self.sleep(left)
        self._last[host] = self.clock()

    def ask(self, asked: str, url: str, headers: Mapping[str, str], *, largest: int, cut: bool) -> Answer:
        """One request and its answer, read piece by piece; `cut` takes the first `largest` bytes instead of failing."""
        timeout = urllib3.Timeout(connect=self.manners.timeout, read=self.manners.timeout)
        response = self._pool.request(
            "GET", url, headers=dict(headers), timeout=timeout, redirect=False, retries=False, preload_content=False
        )
        try:
            sent = self.read_body(asked, response, largest, cut=cut)
        finally:
            response.close()
        packed = response.headers.get("Content-Encoding", "")
        body = unpack(asked, sent, packed, limit=largest) if sent and response.status not in REDIRECTS else b""
        pairs = tuple((str(key), str(value)) for key, value in response.headers.items())
        return Answer(asked, url, response.status, response.reason or "", pairs, sent, body, datetime.now(UTC))

    def read_body(self, url: str, response: urllib3.BaseHTTPResponse, largest: int, *, cut: bool) -> bytes:
        """The body as sent, within size and time."""
        announced = response.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) > largest and not cut:
            raise FetchError(url, f"the answer is {int(announced):,} bytes long, more than {largest:,}")
        end = self.clock() + self.manners.deadline
        body = bytearray()
        while piece := response.read1(PIECE, decode_content=False):
            body += piece
            if len(body) > largest:
                if cut:
                    break
                raise FetchError(url, f"the answer is longer than {largest:,} bytes")
            if self.clock() > end:
                raise FetchError(url, f"the answer is not complete after {self.manners.deadline:.0f} seconds")
        return bytes(body[:largest])


def clean_url(url: str) -> str:
    """The address without fragment; FetchError unless it is http or https, with a host and without a password."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(url, "this is no address") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(url, "only http and https addresses are fetched")
    if not parts.hostname:
        raise FetchError(url, "the address names no host")
    if parts.username or parts.password:
        raise FetchError(url, "addresses with a user name or password are not fetched")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return urlunsplit((parts.scheme.lower(), host if port is None else f"{host}:{port}", parts.path or "/", parts.query, ""))


def request_headers(agent: str, validators: Validators | None) -> dict[str, str]:
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
    if value.strip().isdigit():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())


def is_final(error: Exception) -> bool:
    """Whether another try cannot help."""
    return isinstance(private_cause(error), PrivateAddressError)


def private_cause(error: BaseException | None) -> BaseException | None:
    """The refusal of a private address behind an error of the library, if that is what it was."""
    while error is not None and not isinstance(error, PrivateAddressError):
        error = error.__cause__ or error.__context__
    return error


def explain(error: Exception) -> str:
    """What went wrong, in words."""
    refused = private_cause(error)
    if refused is not None:
        return str(refused)
    names = {
        "ConnectTimeoutError": "the server does not answer",
        "ReadTimeoutError": "the server stopped answering",
        "NameResolutionError": "no such host is known",
        "NewConnectionError": "the server refuses the connection",
        "IncompleteRead": "the answer broke off",
        "InvalidChunkLength": "the answer is garbled",
        "SSLError": "its certificate is not valid",
    }
    for kind in type(error).__mro__:
        if kind.__name__ in names:
            return names[kind.__name__]
    return f"the transfer broke off ({error})"
