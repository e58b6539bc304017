"""Which network addresses are of the public internet."""

from __future__ import annotations

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class PrivateAddressError(OSError):
    """A host name that leads to a private, loopback or link-local address."""

    def __init__(self, host: str, address: str) -> None:
        self.host, self.address = host, address
        super().__init__(f"{host} leads to the private address {address}; --allow-private permits that")


def is_public(text: str) -> bool:
    """Whether an address is of the public internet, also where an IPv6 address wraps an IPv4 one.

    >>> is_public("192.168.1.1"), is_public("::ffff:127.0.0.1"), is_public("93.184.216.34")
    (False, False, True)
    """
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = embedded(address)
    return address.is_global and not address.is_multicast and (inner is None or is_public(str(inner)))


def embedded(address: Address) -> Address | None:
    """The IPv4 address inside a mapped, 6to4, Teredo or NAT64 one."""
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    if address in ipaddress.ip_network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
