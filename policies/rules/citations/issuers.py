"""Issuers in words: "của Bộ Chính trị", "of the Government"; codes as in numbers.

Names: Resolution 176/2025/QH15 for the ministries since 2025-03-01, and the names
in use before. ``TW`` stands for the Politburo, the Secretariat and the Central
Committee alike, as in Party numbers.
"""

import re
from typing import Final

from policies.common.text import ascii_key

_NAMES: Final = {
    "BCT-TW": "bo chinh tri|politburo|political bureau",
    "BBT-TW": "ban bi thu|secretariat",
    "BCHTW": "ban chap hanh trung uong|ban chap hanh trung uong dang|central committee"
    "|party central committee",
    "TW": "trung uong|trung uong dang|dang|party",
    "VPTW": "van phong trung uong|van phong trung uong dang|central office",
    "BCĐTW": "ban chi dao trung uong|central steering committee",
    "QH": "quoc hoi|national assembly",
    "UBTVQH": "uy ban thuong vu quoc hoi|standing committee of the national assembly"
    "|national assembly standing committee",
    "CTN": "chu tich nuoc|state president",
    "CP": "chinh phu|government",
    "TTg": "thu tuong chinh phu|thu tuong|prime minister",
    "BKHCN": "bo khoa hoc va cong nghe|bo khoa hoc cong nghe|bo khcn|bo kh cn"
    "|ministry of science and technology",
    "BTTTT": "bo thong tin va truyen thong|ministry of information and communications",
    "BTC": "bo tai chinh|ministry of finance",
    "BKHĐT": "bo ke hoach va dau tu|ministry of planning and investment",
    "BNV": "bo noi vu|ministry of home affairs",
    "BXD": "bo xay dung|ministry of construction",
    "BNNMT": "bo nong nghiep va moi truong|ministry of agriculture and environment",
    "BCT": "bo cong thuong|ministry of industry and trade",
    "BCA": "bo cong an|ministry of public security",
    "BQP": "bo quoc phong|ministry of national defence",
    "BNG": "bo ngoai giao|ministry of foreign affairs",
    "BTP": "bo tu phap|ministry of justice",
    "BGDĐT": "bo giao duc va dao tao|ministry of education and training",
    "BYT": "bo y te|ministry of health",
    "BVHTTDL": "bo van hoa the thao va du lich|ministry of culture sports and tourism",
    "HĐND": "hoi dong nhan dan|hdnd|people s council|provincial people s council",
    "UBND": "uy ban nhan dan|ubnd|people s committee|provincial people s committee",
    "TU": "thanh uy|tinh uy|city party committee|provincial party committee",
    "NHNN": "ngan hang nha nuoc|state bank",
}
ISSUER_CODES: Final = {
    name: code for code, names in _NAMES.items() for name in names.split("|")
}
"""Codes of issuers by their folded names."""
ANY_ISSUER: Final = "|".join(sorted(ISSUER_CODES, key=len, reverse=True))
"""Regular expression of every folded name, the longest first."""

_FROM: Final = "(?:cua |do |of the |of |by the |by |from the |the )?"
_LEADING: Final = re.compile(rf"{_FROM}(?P<name>{ANY_ISSUER})(?= |$)")
_BY_SOMEBODY: Final = re.compile("(?:cua|do|of|by|from) (?!viet ?nam|nuoc)[^ ]")
UNREAD: Final = "?"
"""Stands for an issuer that is named but not known."""
_PARTY_CENTRE: Final = frozenset(map(ascii_key, ("TW", "BCT-TW", "BBT-TW", "BCHTW")))


def issuer_first(words: str) -> str:
    """Give the code of the issuer that folded words begin with, or "".

    "của" with a name that is not known gives ``UNREAD``.
    """
    found = _LEADING.match(words)
    if found is not None:
        return ISSUER_CODES[found["name"]]
    return UNREAD if _BY_SOMEBODY.match(words) else ""


def same_issuer(stated: str, code: str) -> bool:
    """Whether an issuer as stated is the agency of a code."""
    said, known = ascii_key(stated), ascii_key(code)
    return said == known or (said == "tw" and known in _PARTY_CENTRE)
