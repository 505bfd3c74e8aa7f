"""Tokens inside document numbers: types of document, bodies, and their spellings.

Types: Decree 30/2020/NĐ-CP annex III, with the older ones still cited. Keys are
upper case, as a number stands before its tokens take their printed form.
"""

from typing import Final

TYPE_SPELLINGS: Final = {
    "ND": "NĐ",
    "QD": "QĐ",
    "QDI": "QĐi",
    "QĐI": "QĐi",
    "QYD": "QyĐ",
    "QYĐ": "QyĐ",
    "CD": "CĐ",
    "CTR": "CTr",
    "TTR": "TTr",
}
"""Printed form of a type token; read only right after the sequence or the year."""

BODY_SPELLINGS: Final = {
    "TTG": "TTg",
    "HDND": "HĐND",
    "HDTP": "HĐTP",
    "BGDDT": "BGDĐT",
    "BKHDT": "BKHĐT",
    "BLDTBXH": "BLĐTBXH",
    "BCDCP": "BCĐCP",
    "BCDTW": "BCĐTW",
    "TWDTN": "TWĐTN",
    "CQTTBCD": "CQTTBCĐ",
    "DCTUBTWMTTQVN": "ĐCTUBTWMTTQVN",
}
"""Printed form of a body written without its accents."""

NORMATIVE_TYPES: Final = ("NĐ", "NQ", "QĐ", "CT", "TT", "L")
JOINT_TYPES: Final = ("TTLT", "NQLT", "TTLN", "TTL")
INDIVIDUAL_TYPES: Final = (
    *("NQ", "QĐ", "CT", "KH", "TB", "CTr", "HD", "CĐ"),
    *("TTr", "BC", "QC", "QyĐ", "PA", "ĐA"),
)
PARTY_TYPES: Final = (
    *("NQ", "QĐ", "QĐi", "QC", "CT", "KL", "TB", "HD"),
    *("KH", "CTr", "TTr", "BC", "CV", "TT"),
)
TYPES: Final = frozenset({*NORMATIVE_TYPES, *INDIVIDUAL_TYPES, *PARTY_TYPES})
"""Types that one separator parts from the body that issues."""

PARTY_ONLY_BODIES: Final = ("TW", "VPTW", "BTCTW", "UBKTTW", "BTGDVTW", "BNCTW", "TU")
"""Bodies that are the Party's in either spelling of a number."""
PARTY_BODIES: Final = (
    *PARTY_ONLY_BODIES,
    *("BCĐTW", "TGV", "CQTTBCĐ", "BCSTW", "TWĐTN"),
)

_MINISTRIES: Final = (
    *("BKHCN", "BKHCNMT", "BTTTT", "BTC", "BKHĐT", "BNV", "BXD", "BNNMT", "BDTTG"),
    *("BCA", "BQP", "BNG", "BTP", "BGDĐT", "BYT", "BVHTTDL"),
    *("BLĐTBXH", "BGTVT", "BNNPTNT", "BTNMT"),
)
_COURTS_AND_AUDIT: Final = ("TANDTC", "VKSNDTC", "KTNN")
STATE_BODIES: Final = (
    *("CP", "TTg", "CTN", "VPCP", "VPQH", "NHNN", "TTCP", "HĐTP"),
    *("HĐND", "UBND", "BCĐCP"),
    *_MINISTRIES,
    *_COURTS_AND_AUDIT,
)
"""Bodies that are the State's in either spelling of a number.

BCT is left out: Bộ Công Thương today, Bộ Chính trị in older Party numbers.
"""
CIRCULAR_BODIES: Final = frozenset(
    {*_MINISTRIES, *_COURTS_AND_AUDIT, "BCT", "NHNN", "TTCP", "VPCP"}
)
"""Bodies that issue circulars under the abbreviations used since 1997."""
