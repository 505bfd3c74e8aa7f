"""Which network addresses are public, whatever form they are written in.

An address inside a private network, on this machine or of a cloud's own services is
not public; neither is one that only wraps such an address.
"""

from collections.abc import Iterable, Iterator
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_network,
)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# Special-purpose networks by the registries of IANA (RFC 6890 and its successors).
SPECIAL = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",  # services of Azure's own, on a public address
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
    )
)
UNICAST = IPv6Network("2000::/3")  # all that IPv6 has given out for the open net
NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Tell whether an address is unicast and of the open net, and all that it wraps."""
    wrapped = inner(address)
    if wrapped is not None:
        return is_public(wrapped)
    if isinstance(address, IPv6Address) and address not in UNICAST:
        return False
    return not is_in(address, SPECIAL)


def is_in(address: Address, networks: Iterable[Network]) -> bool:
    """Tell whether an address lies in one of some networks."""
    return any(address in network for network in _alike(address, networks))


def inner(address: Address) -> IPv4Address | None:
    """Give the IPv4 address that an IPv6 address leads to: mapped, 6to4 or NAT64."""
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def _alike(address: Address, networks: Iterable[Network]) -> Iterator[Network]:
    return (one for one in networks if one.version == address.version)
