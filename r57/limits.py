"""Honest limits: how often a client may ask in a minute, said with every answer.

The fields ``RateLimit-Policy`` and ``RateLimit`` are those of the IETF's
draft-ietf-httpapi-ratelimit-headers-10. Nothing here asks the database.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from redis import RedisError
from rest_framework.exceptions import Throttled

from policies.common.api.errors import respond
from r57.problems import API

logger = logging.getLogger(__name__)

WINDOW = 60
POLICY = "minute"
SUBSCRIBER = 64  # bits of an IPv6 address that a network gives to one subscriber

Handler = Callable[[HttpRequest], HttpResponseBase]


@dataclass(frozen=True)
class Quota:
    """What a client has left in the current minute of the clock."""

    limit: int
    used: int
    reset: int

    @property
    def exceeded(self) -> bool:
        """Whether this request is one too many."""
        return self.used > self.limit

    def headers(self) -> dict[str, str]:
        """Say the limit, what remains of it, and the seconds until it is whole."""
        remaining = max(0, self.limit - self.used)
        headers = {
            "RateLimit-Policy": f'"{POLICY}";q={self.limit};w={WINDOW}',
            "RateLimit": f'"{POLICY}";r={remaining};t={self.reset}',
        }
        return headers | ({"Retry-After": str(self.reset)} if self.exceeded else {})


def client(request: HttpRequest) -> str:
    """Name the client: its address, or the network of an IPv6 subscriber.

    ``X-Forwarded-For`` is believed only as far as the trusted proxies wrote it,
    which is from the right; what stands left of that anyone can make up.
    """
    proxies = settings.TRUSTED_PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    text = str(request.META.get("REMOTE_ADDR", ""))
    if proxies and len(forwarded) >= proxies:
        text = forwarded[-proxies].strip() or text
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address.packed, SUBSCRIBER), strict=False))


def count(name: str, limit: int) -> Quota:
    """Count one request of a client in the current minute, atomically."""
    now = time.time()
    minute = int(now // WINDOW)
    key = f"limit:{name}:{minute}"
    try:
        used = cache.incr(key)
    except ValueError:
        cache.add(key, 0, timeout=2 * WINDOW)
        used = cache.incr(key)
    return Quota(limit, used, max(1, ceil((minute + 1) * WINDOW - now)))


def limits(get_response: Handler) -> Handler:
    """Refuse what exceeds the limit with 429, before anything else is done for it."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        limit = settings.RATE_LIMIT
        if not limit or not request.path.startswith(API):
            return get_response(request)
        try:
            quota = count(client(request), limit)
        except RedisError:
            logger.exception("requests cannot be counted and are not limited")
            return get_response(request)
        response = refused(request, quota) if quota.exceeded else get_response(request)
        for name, value in quota.headers().items():
            response[name] = value
        return response

    return answer


def refused(request: HttpRequest, quota: Quota) -> HttpResponseBase:
    """Say that the limit is exceeded, and when to try again."""
    detail = (
        f"This server answers {quota.limit} requests a minute to one address. "
        f"Try again in {quota.reset} s."
    )
    return respond(Throttled(detail=detail), request.path)
