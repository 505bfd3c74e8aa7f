"""Which addresses are public: by category, wrapped, and against Python."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from policies.common.addresses import NAT64, SPECIAL, inner, is_in, is_public

PUBLIC = (
    "8.8.8.8",
    "203.162.4.190",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "2001:4860:4860::8888",
    "2405:4800::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
)
PRIVATE = {
    "this host": ("0.0.0.0", "0.1.2.3", "::"),  # noqa: S104
    "loopback": ("127.0.0.1", "127.255.255.254", "::1"),
    "private": ("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    "carrier's": ("100.64.0.1", "100.127.255.255"),
    "link": ("169.254.0.1", "fe80::1", "fe80::1%eth0"),
    "metadata": (
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "fd00:ec2::254",
    ),
    "unique local": ("fc00::1", "fd12:3456::1"),
    "site local": ("fec0::1",),
    "multicast": ("224.0.0.1", "239.255.255.250", "ff02::1"),
    "reserved": ("240.0.0.1", "255.255.255.255", "4000::1"),
    "documentation": ("192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1"),
    "benchmarks": ("198.18.0.1", "2001:2::1"),
    "protocols": ("192.0.0.8", "192.88.99.1", "2001::1", "100::1"),
    "mapped": ("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"),
    "compatible": ("::7f00:1", "::a00:1"),
    "6to4": ("2002:7f00:1::1", "2002:a00:1::", "2002:c0a8:101::1"),
    "NAT64": ("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1"),
    "Teredo": ("2001:0:4136:e378:8000:63bf:3fff:fdd2",),
}
ADDRESSES = st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6))


class CategoryTests(SimpleTestCase):
    def test_addresses_of_the_open_net_are_public(self) -> None:
        for text in PUBLIC:
            with self.subTest(text):
                self.assertTrue(is_public(ip_address(text)))

    def test_no_other_address_is(self) -> None:
        for name, texts in PRIVATE.items():
            for text in texts:
                with self.subTest(name, address=text):
                    self.assertFalse(is_public(ip_address(text)))


class PropertyTests(SimpleTestCase):
    @given(ADDRESSES)
    def test_what_python_holds_for_private_is_never_public(
        self, address: IPv4Address | IPv6Address
    ) -> None:
        seen = inner(address) or address
        if is_public(address):
            self.assertTrue(seen.is_global)
            self.assertFalse(seen.is_multicast or seen.is_reserved)
            self.assertFalse(seen.is_loopback or seen.is_link_local)

    @given(st.sampled_from(SPECIAL), st.integers(min_value=0))
    def test_nothing_of_a_special_network_is_public(
        self, network: object, offset: int
    ) -> None:
        held = ip_network(str(network))
        self.assertFalse(is_public(held[offset % held.num_addresses]))

    @given(st.ip_addresses(v=4))
    def test_a_wrapped_address_is_as_public_as_what_it_wraps(
        self, address: IPv4Address
    ) -> None:
        number = int(address)
        for wrapped in (
            IPv6Address(f"::ffff:{address}"),
            IPv6Address(int(NAT64.network_address) + number),
            IPv6Address((0x2002 << 112) + (number << 80)),
        ):
            self.assertEqual(is_public(wrapped), is_public(address), wrapped)

    @given(ADDRESSES)
    def test_a_network_of_one_kind_never_holds_an_address_of_the_other(
        self, address: IPv4Address | IPv6Address
    ) -> None:
        other = "::/0" if address.version == 4 else "0.0.0.0/0"
        self.assertFalse(is_in(address, [ip_network(other)]))
