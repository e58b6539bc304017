"""Pages from the web: polite, conditional, bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ssl import SSLCertVerificationError
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, LocationValueError

from truce.errors import FetchError
from truce.following import Validators
from truce.sources import robots
from truce.sources.addresses import PrivateAddressError
from truce.sources.connections import make_pool, time_limit
from truce.sources.messages import REDIRECTS, Answer, Manners, clean_url, request_headers, retry_after
from truce.sources.robots import Rules, site_of

PIECE = 1 << 16
TOO_MANY = 429
HOPELESS = frozenset({501, 505, 511})  # 5xx that say «never», not «not now»
# What went wrong, by the kind of error, the innermost that is known.
CAUSES = {
    "LocationValueError": "this is no address",
    "NameResolutionError": "no such host is known",
    "ConnectTimeoutError": "the server does not answer",
    "ReadTimeoutError": "the server stopped answering",
    "SSLError": "its certificate is not valid",
    "ConnectionRefusedError": "the server refuses the connection",
    "NewConnectionError": "the server cannot be reached",
    "IncompleteRead": "the answer broke off",
    "ConnectionResetError": "the answer broke off",
    "RemoteDisconnected": "the answer broke off",
    "InvalidChunkLength": "the answer is garbled",
    "TimeoutError": "the server does not answer",
}


class UnreachableError(FetchError):
    """A server that gave no answer at all."""


@dataclass
class Fetcher:
    """Fetches one page at a time and keeps to its manners; no cookies are kept."""

    manners: Manners = field(default_factory=Manners)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _pool: urllib3.PoolManager = field(init=False, repr=False)
    _rules: dict[str, Rules] = field(default_factory=dict, repr=False)
    _last: dict[str, float] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._pool = make_pool(allow_private=self.manners.allow_private)

    def close(self) -> None:
        """Let go of the connections."""
        self._pool.clear()

    def fetch(self, url: str, validators: Validators | None = None) -> Answer:
        """The page at an address: 2xx, or 304 where the validators still hold. Everything else is a FetchError.

        address ─ robots.txt ─ pause ─ request ─┬─ passing failure ─ again, later ─┐
           ^                                    ├─ redirect ─┐                     └─> FetchError
           └────────────────────────────────────┼────────────┘
                                                └─> answer, as it was sent
        """
        asked = clean_url(url)
        headers = request_headers(self.manners.agent, validators)
        answer = self.follow(asked, headers, obey=True)
        if answer.is_good or (answer.is_unchanged and validators is not None):
            return answer
        if answer.is_unchanged:
            raise FetchError(asked, "the server says «not modified» to a first request")
        raise FetchError(asked, answer.says)

    def follow(self, asked: str, headers: Mapping[str, str], *, obey: bool, cut: int | None = None) -> Answer:
        """The answer at the end of the redirects; with `cut`, only its first so many bytes, else one too long is refused."""
        current, seen = asked, {asked}
        for _ in range(self.manners.redirects + 1):
            if obey and (refusal := self.rules(site_of(current)).refusal(current)):
                raise FetchError(asked, refusal)
            answer = self.try_often(asked, current, headers, cut=cut)
            if answer.status not in REDIRECTS:
                return answer
            current = answer.target()
            if current in seen:
                raise FetchError(asked, "the redirects go in a circle")
            seen.add(current)
        raise FetchError(asked, f"more than {self.manners.redirects} redirects")

    def rules(self, site: str) -> Rules:
        """What the robots.txt of a site allows, asked for once."""
        if site not in self._rules:
            self._rules[site] = self.read_rules(site)
        return self._rules[site]

    def read_rules(self, site: str) -> Rules:
        """The rules of a site; it is closed where they cannot be had for a reason that is not «there are none»."""
        try:
            address = clean_url(f"{site}/robots.txt")
            answer = self.follow(address, request_headers(self.manners.agent), obey=False, cut=robots.BYTES)
            if answer.status in robots.MISSING:
                return Rules()
            if not answer.is_good:
                return Rules(closed=f"its robots.txt cannot be had ({answer.says})")
            return Rules(answer.unpack(robots.BYTES, cut=True).decode("utf-8", errors="replace"))
        except UnreachableError as error:
            return Rules(closed=error.reason)
        except FetchError as error:
            return Rules(closed=f"its robots.txt cannot be had ({error.reason})")

    def try_often(self, asked: str, url: str, headers: Mapping[str, str], *, cut: int | None) -> Answer:
        """One answer that is not a passing failure, after as many tries as the manners allow."""
        failure = FetchError(asked, "no try was made")
        wait = self.manners.backoff
        for attempt in range(self.manners.tries):
            if attempt:
                self.sleep(wait)
                wait = self.manners.backoff * 2**attempt
            self.keep_pause(url)
            try:
                answer = self.ask(asked, url, headers, cut=cut)
            except (HTTPError, OSError) as error:
                failure = UnreachableError(asked, explain(error))
                if is_final(error):
                    break
                continue
            finally:
                self._last[urlsplit(url).netloc] = self.clock()
            if not is_passing(answer.status):
                return answer
            failure = FetchError(asked, answer.says)
            demanded = retry_after(answer.header("Retry-After"), answer.fetched_at)
            if demanded is not None and demanded > self.manners.longest_wait:
                raise FetchError(asked, f"{answer.says} and asks to come back after {demanded:,.0f} seconds")
            wait = max(wait, demanded or 0.0)
        raise failure

    def keep_pause(self, url: str) -> None:
        """Wait until the host may be asked again."""
        rules = self._rules.get(site_of(url))
        pause = min(max(self.manners.pause, rules.delay if rules else 0.0), self.manners.longest_pause)
        last = self._last.get(urlsplit(url).netloc)
        if last is not None and (left := last + pause - self.clock()) > 0:
            self.sleep(left)

    def ask(self, asked: str, url: str, headers: Mapping[str, str], *, cut: int | None) -> Answer:
        """One request with its answer, all of it within the deadline."""
        with time_limit(self.manners.deadline) as watch:
            try:
                answer = self.exchange(asked, url, headers, cut=cut)
            except (HTTPError, OSError):
                if not watch.is_over:
                    raise
        if watch.is_over:
            raise FetchError(asked, f"the answer is not complete after {self.manners.deadline:.0f} seconds")
        return answer

    def exchange(self, asked: str, url: str, headers: Mapping[str, str], *, cut: int | None) -> Answer:
        """One request with its answer; the body is read only where it is the page."""
        timeout = urllib3.Timeout(connect=self.manners.timeout, read=self.manners.timeout)
        response = self._pool.request(
            "GET", url, headers=dict(headers), timeout=timeout, redirect=False, retries=False, preload_content=False
        )
        try:
            sent = self.read_body(asked, response, cut) if 200 <= response.status < 300 else b""
        finally:
            response.close()
        pairs = tuple((str(key), str(value)) for key, value in response.headers.items())
        return Answer(asked, url, response.status, response.reason or "", pairs, sent, datetime.now(UTC))

    def read_body(self, url: str, response: urllib3.BaseHTTPResponse, cut: int | None) -> bytes:
        """The body as sent; FetchError where it is too long, unless it is to be `cut` after so many bytes."""
        largest = cut or self.manners.largest
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced) > largest and cut is None:
            raise FetchError(url, f"the answer is {int(announced):,} bytes long, more than {largest:,}")
        body = bytearray()
        while len(body) <= largest and (piece := response.read1(PIECE, decode_content=False)):
            body += piece
        if len(body) > largest and cut is None:
            raise FetchError(url, f"the answer is longer than {largest:,} bytes")
        return bytes(body[:largest])


def is_passing(status: int) -> bool:
    """Whether another try may better an answer."""
    return status == TOO_MANY or (500 <= status < 600 and status not in HOPELESS)


def is_final(error: Exception) -> bool:
    """Whether another try cannot help."""
    return any(isinstance(cause, PrivateAddressError | LocationValueError | SSLCertVerificationError) for cause in causes(error))


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error with what it was made from, the innermost last."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        inner = next((arg for arg in reversed(error.args) if isinstance(arg, BaseException)), None)
        error = error.__cause__ or inner or error.__context__


def explain(error: Exception) -> str:
    """What went wrong, in words."""
    chain = list(causes(error))
    for cause in chain:
        if isinstance(cause, PrivateAddressError):
            return str(cause)
    for cause in chain:
        for kind in type(cause).__mro__:
            if kind.__name__ in CAUSES:
                return CAUSES[kind.__name__]
    return f"the transfer broke off ({error})"
