"""Document numbers and labels with what is to be read in them."""

import unicodedata
from typing import Final

from policies.rules.numbers import NumberForm

WELL_FORMED: Final = {
    NumberForm.NA: ("193/2025/QH15", "93/2025/QH15", "29/2013/QH13"),
    NumberForm.NASC: (
        "103/2025/UBTVQH15",
        "719/2014/NQ-UBTVQH13",
        "16/1999/PL-UBTVQH10",
    ),
    NumberForm.NASC_INDIVIDUAL: ("560/NQ-UBTVQH15",),
    NumberForm.NORMATIVE: (
        *("262/2025/NĐ-CP", "05/2025/TT-BKHCN", "09/2025/QĐ-TTg"),
        *("66.14/2026/NQ-CP", "01/2026/NQ-HĐND", "18/2013/L-CTN"),
        "04/1999/TT-BCA(C13)",
    ),
    NumberForm.JOINT: (
        "12/2016/TTLT-BKHCN-BTC",
        "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
    ),
    NumberForm.INDIVIDUAL: (
        *("1131/QĐ-TTg", "03/NQ-CP", "71/NQ-CP", "3090/QĐ-BKHCN"),
        *("408/TB-VPCP", "126/QĐ-BCĐCP"),
    ),
    NumberForm.PARTY: (
        *("57-NQ/TW", "183-KL/TW", "66-QĐ/TW", "05-QĐ/BCĐTW"),
        *("47-TB/TGV", "02-KH/BCĐTW", "36-HD/VPTW"),
    ),
    NumberForm.CONSOLIDATED: ("31/VBHN-VPQH",),
}
"""Numbers printed as they should be."""

OLD: Final = ("88/CP", "43-LCT/HĐNN8", "12/TT-LB", "9305/VPCP-CN", "1736/BKHCN-CĐSQG")
"""Old and type-less numbers."""

SPELLINGS: Final = {
    "262/2025/NĐ-CP": (
        *("Nghị định số 262/2025/NĐ-CP", "nghi dinh so 262/2025/nd-cp"),
        *(
            "Decree 262/2025/ND-CP",
            "Decree No. 262/2025/NĐ-CP",
            "262/2025/nđ cp",
        ),
        *("262 / 2025 / NĐ – CP", "262/2025/N\u00d0-CP", "«262/2025/NĐ-CP».,"),
        *("262\u200b/2025/NĐ-CP\u00a0;", "NGHỊ ĐỊNH SỐ: 262/2025/NĐ—CP"),
        unicodedata.normalize("NFD", "Nghị định số 262/2025/NĐ-CP"),
    ),
    "89/2015/NĐ-CP": ("89/2015/NÐ-CP",),
    "93/2025/QH15": (
        "Luật 93/2025/QH15",
        "Law No. 93/2025/QH15",
        "93/2025/qh15",
    ),
    "57-NQ/TW": (
        *("Resolution No. 57-NQ/TW", "Nghị quyết số 57-NQ/TW", "57 - nq / tw"),
        *("57-nq tw", "NQ 57-NQ/TW", "“57-NQ/TW”"),
    ),
    "1131/QĐ-TTg": ("1131/QD-TTg", "1131/QD-TTG", "Quyết định 1131/qđ-ttg"),
    "05/2025/TT-BKHCN": ("5/2025/TT-BKHCN", "005/2025/TT-BKHCN"),
    "01/2026/NQ-HĐND": ("01/2026/NQ-HDND",),
    "02-KH/BCĐTW": ("02-KH/BCDTW",),
    "07/2016/TT-BLĐTBXH": ("07/2016/TT-BLDTBXH", "07/2016/TT-BLĐTB&XH"),
    "10/2018/TT-BGDĐT": ("10/2018/TT-BGD&ĐT", "10/2018/TT-BGDDT"),
    "08-QĐi/TW": ("08-QDI/TW", "08-qđi/tw"),
    "12-CTr/TW": ("12-CTR/TW",),
    "12/TTr-BKHCN": ("12/TTR-BKHCN",),
}
"""Printed numbers, and other spellings of them."""

KINDS: Final = {
    "193/2025/QH15": {"law", "code", "na_resolution"},
    "12/NQ-QH15": {"na_resolution"},
    "103/2025/UBTVQH15": {"ordinance", "nasc_resolution"},
    "719/2014/NQ-UBTVQH13": {"nasc_resolution"},
    "16/1999/PL-UBTVQH10": {"ordinance"},
    "262/2025/NĐ-CP": {"decree"},
    "66.14/2026/NQ-CP": {"gov_resolution"},
    "01/2026/NQ-HĐND": {"council_resolution"},
    "02/2022/NQ-HĐTP": {"judges_resolution"},
    "18/2013/L-CTN": {"order"},
    "1131/QĐ-TTg": {"decision"},
    "408/TB-VPCP": {"notice"},
    "12/2016/TTLT-BKHCN-BTC": {"joint_circular"},
    "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN": {"joint_resolution"},
    "31/VBHN-VPQH": {"consolidated"},
    "57-NQ/TW": {"party_resolution"},
    "183-KL/TW": {"conclusion"},
    "66-QĐ/TW": {"decision", "regulation"},
    "02-KH/BCĐTW": {"plan"},
}
"""Kinds of document that can carry a number."""

LABELS: Final = {
    NumberForm.NA: (
        "Luật 07/2022/QH15",
        "Luật 29/2013/QH13",
        "Luật 21/2008/QH12",
        "Nghị quyết 193/2025/QH15",
        "Nghị quyết 31/2016/QH14",
    ),
    NumberForm.INDIVIDUAL: (
        "Nghị quyết 67/NQ-CP",
        "Quyết định 3621/QĐ-BKHCN",
        "Quyết định 677/QĐ-TTg",
        "Quyết định 1606/QĐ-TĐC",
        "Quyết định 1762/QĐ-PCTN",
    ),
    NumberForm.LEGACY: (
        "Nghị quyết 88/CP",
        "Pháp lệnh 43-LCT/HĐNN8",
        "Nghị định 63-CP",
        "Nghị định 31-CP",
        "Quyết định 159/QĐ",
        "Quyết định 38-QĐ",
        "Quyết định 88-TĐC/QĐ",
        "Quyết định 275/TĐC-QĐ",
        "Quyết định 666/TTg",
        "Quyết định 782-TTg",
        "Quyết định 324-CT",
        "Quyết định 82-CP",
        "Quyết định 389/BKHCN-VP",
        "Quyết định 103-QĐ/TĐC",
        "Quyết định 235-QĐ/LB",
        "Quyết định 248/LĐ-QĐ",
        "Thông tư 917/QLKH",
        "Thông tư 3055/TT-SHCN",
        "Thông tư 560/TT-KCM",
        "Thông tư 1134/SC",
        "Thông tư 1438-KHKT/TC",
        "Thông tư Thông tư 217-KHKT/TT",
        "Thông tư liên tịch 12/TT-LB",
        "Thông tư liên tịch 04-TT/LB",
        "Thông tư liên tịch 07/TTLB",
        "Thông tư liên tịch 01/TTLT/CN-KCM",
        "Thông tư liên tịch 3-TC/KHKT",
        "Thông tư liên tịch 15 TT/KH-NV-TC",
        "Thông tư liên tịch 10 LB-TC-ĐT/TK",
        "Thông tư liên tịch 2750/KHKT-VG-TC-TT",
        "Thông tư liên tịch 62-TC-KHCNMT",
        "Thông tư liên tịch 195-LB",
    ),
    NumberForm.NONE: ("Pháp lệnh Không số",),
    NumberForm.NASC: ("Pháp lệnh 16/1999/PL-UBTVQH10",),
    NumberForm.NORMATIVE: (
        "Nghị định 132/2025/NĐ-CP",
        "Nghị định 115/2025/NĐ-CP",
        "Quyết định 14/2008/QĐ-BKHCN",
        "Quyết định 66/2002/QĐ-BKHCNMT",
        "Quyết định 09/2025/QĐ-TTg",
        "Quyết định 67/2002/QĐ-BKHCNMT-TĐ-C",
        "Quyết định 653/2000/QĐ-TĐC",
        "Quyết định 2264/1999/QĐ-BKHCN&MT",
        "Thông tư 05/2025/TT-BKHCN",
        "Thông tư 55/2002/TT-BKHCNMT",
        "Thông tư 70/2010/TT-BNNPTNT",
    ),
    NumberForm.JOINT: (
        "Thông tư liên tịch 12/2016/TTLT-BKHCN-BTC",
        "Thông tư liên tịch 35/2002/TTLT/BTC-BKHCNMT",
        "Thông tư liên tịch 06/2013/TTLT-BKHCN-BCT-BCA-BGTVT",
        "Thông tư liên tịch 19/2015/TTLT-BKHCN-BLĐTBXH",
        "Thông tư liên tịch 101/2011/TTL-BTC-BKHCN",
        "Thông tư liên tịch 26/2011/TTLT-BGDĐT-BKHCN-BYT",
        "Thông tư liên tịch 02/2008/TTLT-TANDTC-VKSNDTC-BVHTT-BKH-BTP",
        "Thông tư liên tịch 46/2005/TTLT-BQP-BKH&ĐT- BTC BLĐTB&XH",
    ),
}
"""Labels of the national legal database: type word, then the number."""

RESPELLED: Final = {
    "Pháp lệnh Không số": "",
    "Quyết định 2264/1999/QĐ-BKHCN&MT": "2264/1999/QĐ-BKHCNMT",
    "Thông tư liên tịch 46/2005/TTLT-BQP-BKH&ĐT- BTC BLĐTB&XH": (
        "46/2005/TTLT-BQP-BKHĐT-BTC-BLĐTBXH"
    ),
}
"""Canonical printing where it is not the number as the label has it."""

PARTS: Final = {
    "31/2016/QH14": ("31", 2016, "", ("QH",)),
    "67/NQ-CP": ("67", None, "NQ", ("CP",)),
    "16/1999/PL-UBTVQH10": ("16", 1999, "PL", ("UBTVQH",)),
    "115/2025/NĐ-CP": ("115", 2025, "NĐ", ("CP",)),
    "09/2025/QĐ-TTg": ("09", 2025, "QĐ", ("TTg",)),
    "677/QĐ-TTg": ("677", None, "QĐ", ("TTg",)),
    "67/2002/QĐ-BKHCNMT-TĐ-C": ("67", 2002, "QĐ", ("BKHCNMT", "TĐ", "C")),
    "05/2025/TT-BKHCN": ("05", 2025, "TT", ("BKHCN",)),
    "12/2016/TTLT-BKHCN-BTC": ("12", 2016, "TTLT", ("BKHCN", "BTC")),
    "35/2002/TTLT/BTC-BKHCNMT": ("35", 2002, "TTLT", ("BTC", "BKHCNMT")),
    "101/2011/TTL-BTC-BKHCN": ("101", 2011, "TTL", ("BTC", "BKHCN")),
    "3-TC/KHKT": ("3", None, "", ()),
}
"""Sequence, year, type and issuers of some of these numbers."""

AGREEING: Final = (
    ("193/2025/QH15", ("QH",)),
    ("560/NQ-UBTVQH15", ("UBTVQH",)),
    ("57-NQ/TW", ("BCT-TW",)),
    ("183-KL/TW", ("BBT-TW",)),
    ("10-NQ/TW", ("BCHTW",)),
    ("05-QĐ/BCĐTW", ("BCDTW",)),
    ("01/2026/NQ-HĐND", ("HĐND-HN",)),
    ("12/2025/QĐ-UBND", ("UBND",)),
    ("67/2002/QĐ-BKHCNMT-TĐ-C", ("BKHCNMT",)),
    ("12/2016/TTLT-BKHCN-BTC", ("BTC", "BKHCN")),
    (
        "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
        ("UBTVQH", "CP", "ĐCTUBTWMTTQVN"),
    ),
)
"""Numbers with agency codes that their issuers stand for."""

DISAGREEING: Final = (
    ("193/2025/QH15", ("UBTVQH",)),
    ("57-NQ/TW", ("CP",)),
    ("03/NQ-CP", ("BCT-TW",)),
    ("1509/QĐ-BCT", ("BCT-TW",)),
    ("01/2026/NQ-HĐND", ("UBND-HN",)),
    ("05/2025/TT-BKHCN", ("BKHCN", "BTC")),
    ("12/2016/TTLT-BKHCN-BTC", ("BKHCN",)),
    ("12/2016/TTLT-BKHCN-BTC", ("BKHCN", "BTC", "BNV")),
    ("67/2002/QĐ-BKHCNMT-TĐ-C", ("TĐ",)),
)
"""Numbers with agency codes that their issuers do not stand for."""
