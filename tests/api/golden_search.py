"""What words find in the register, in which order, held on both engines.

Each list is complete: these records are found, the best first, and nothing else.
"""

import unicodedata

GOLDEN = (
    # The number, in any spelling, comes before texts that only mention it.
    ("documents", "57-NQ/TW", "57-nq-tw 03-nq-cp 71-nq-cp-2025"),
    ("documents", "NQ 57", "57-nq-tw 03-nq-cp 71-nq-cp-2025"),
    (
        "documents",
        "nghị quyết 57",
        (
            "57-nq-tw 03-nq-cp 71-nq-cp-2025 "
            "strategic-action-plan-central-steering-committee-2025"
        ),
    ),
    ("documents", "93/2025/qh15", "93-2025-qh15"),
    ("documents", "luật 93/2025", "93-2025-qh15"),
    ("documents", "193/2025/QH15", "193-2025-qh15 88-2025-nd-cp"),
    ("documents", "262/2025/NĐ-CP", "262-2025-nd-cp"),
    ("documents", "nghị định số 262", "262-2025-nd-cp"),
    ("documents", "Decree 262", "262-2025-nd-cp"),
    ("documents", "No. 262", "262-2025-nd-cp 262-qd-ttg"),
    ("documents", "262", "262-2025-nd-cp 262-qd-ttg"),
    ("documents", "71/NQ-CP", "71-nq-cp-2016 71-nq-cp-2025"),
    ("documents", "1131/QĐ-TTg", "1131-qd-ttg"),
    ("documents", "nq cp", "03-nq-cp 138-nq-cp 139-nq-cp 71-nq-cp-2016 71-nq-cp-2025"),
    ("decrees", "262", "262-2025-nd-cp"),
    ("laws", "57-NQ/TW", ""),
    (
        "agencies",
        "BKHCN",
        (
            "ministry-of-science-and-technology "
            "ministry-of-science-and-technology-until-2025"
        ),
    ),
    ("agencies", "CP", "government"),
    # Vietnamese, typed with accents.
    ("documents", "đột phá", "193-2025-qh15 57-nq-tw"),
    ("documents", "trí tuệ nhân tạo", "134-2025-qh15"),
    ("documents", "đo lường", "78-2025-qh15"),
    (
        "documents",
        "luật khoa học công nghệ và đổi mới sáng tạo",
        (
            "93-2025-qh15 2330-qd-ttg 262-2025-nd-cp 263-2025-nd-cp 265-2025-nd-cp "
            "267-2025-nd-cp 268-2025-nd-cp"
        ),
    ),
    (
        "documents",
        "Luật Khoa học và công nghệ",
        (
            "29-2013-qh13 2330-qd-ttg 262-2025-nd-cp 263-2025-nd-cp 265-2025-nd-cp "
            "267-2025-nd-cp 268-2025-nd-cp 93-2025-qh15"
        ),
    ),
    ("documents", "luật công nghệ cao", "133-2025-qh15 21-2008-qh12"),
    ("documents", "chuyển giao công nghệ", "07-2017-qh14 115-2025-qh15"),
    ("documents", "luật dữ liệu", "60-2024-qh15"),
    ("documents", "sở hữu trí tuệ", "131-2025-qh15 50-2005-qh11"),
    ("documents", "luật năng lượng nguyên tử", "18-2008-qh12 94-2025-qh15"),
    (
        "documents",
        "ban hành văn bản quy phạm pháp luật",
        "63-2020-qh14 64-2025-qh15 80-2015-qh13 87-2025-qh15",
    ),
    (
        "documents",
        "ban chỉ đạo",
        "2130-qd-ttg 598-qd-ttg strategic-action-plan-central-steering-committee-2025",
    ),
    ("documents", "quyết định chuyển đổi số", "06-qd-ttg 2130-qd-ttg 598-qd-ttg"),
    ("documents", "hiến pháp", "constitution"),
    ("documents", "thông tư", "03-2009-tt-bng 134-2025-qh15"),
    ("documents", "QH15 dữ liệu", "60-2024-qh15"),
    ("laws", "công nghệ cao", "133-2025-qh15 21-2008-qh12"),
    (
        "laws",
        "sửa đổi, bổ sung",
        (
            "115-2025-qh15 131-2025-qh15 63-2020-qh14 70-2025-qh15 78-2025-qh15 "
            "87-2025-qh15"
        ),
    ),
    ("resolutions", "thí điểm", "193-2025-qh15"),
    (
        "decrees",
        "luật khoa học, công nghệ",
        "262-2025-nd-cp 263-2025-nd-cp 265-2025-nd-cp 267-2025-nd-cp 268-2025-nd-cp",
    ),
    ("document-aliases", "đề án 06", "06-qd-ttg-alias-de-an-06"),
    (
        "agencies",
        "bộ khoa học và công nghệ",
        (
            "ministry-of-science-and-technology "
            "ministry-of-science-and-technology-until-2025 "
            "office-of-the-ministry-of-science-and-technology"
        ),
    ),
    (
        "people",
        "Nguyễn",
        (
            "nguyen-chi-dung nguyen-manh-hung nguyen-quan nguyen-thanh-thuy "
            "nguyen-trung-chinh"
        ),
    ),
    (
        "measures",
        "miễn trách nhiệm",
        (
            "civil-liability-exemption-in-research "
            "liability-exemption-in-technology-trials"
        ),
    ),
    (
        "statements",
        "điểm nghẽn của điểm nghẽn",
        "bottleneck-of-bottlenecks-resolution-57 bottleneck-of-bottlenecks-speech-2024",
    ),
    ("statements", "khoán 10", "khoan-10-of-science"),
    ("tasks", "chip bán dẫn", "193-2025-qh15-semiconductor-fab"),
    ("technologies", "bán dẫn", "semiconductors specialised-chips"),
    ("subjects", "dữ liệu", "data population-data-and-identification"),
    (
        "events",
        "19/2/2025",
        (
            "adoption-of-resolution-193-2025-qh15 "
            "adoption-of-resolution-198-2025-qh15 issue-of-decree-88-2025-nd-cp"
        ),
    ),
    (
        "terms",
        "trạm 5G",
        (
            "support-for-5g-stations-article-11-station-threshold "
            "support-for-5g-stations-as-announced-station-threshold "
            "support-for-5g-stations-article-11-rate"
        ),
    ),
    # Without accents, with wrong ones, or with some of them.
    ("documents", "dot pha", "193-2025-qh15 57-nq-tw"),
    ("documents", "đốt phá", "193-2025-qh15 57-nq-tw"),
    (
        "documents",
        "luat khoa hoc cong nghe va doi moi sang tao",
        (
            "93-2025-qh15 2330-qd-ttg 262-2025-nd-cp 263-2025-nd-cp 265-2025-nd-cp "
            "267-2025-nd-cp 268-2025-nd-cp"
        ),
    ),
    (
        "documents",
        "luat khoa học",
        (
            "29-2013-qh13 93-2025-qh15 2330-qd-ttg 262-2025-nd-cp 263-2025-nd-cp "
            "265-2025-nd-cp 267-2025-nd-cp 268-2025-nd-cp"
        ),
    ),
    ("documents", "công nghê cao", "133-2025-qh15 21-2008-qh12"),
    (
        "documents",
        "bản",
        (
            "05-qd-bcdtw 1736-bkhcn-cdsqg 36-hd-vptw 63-2020-qh14 64-2025-qh15 "
            "66-qd-tw 80-2015-qh13 87-2025-qh15 2130-qd-ttg 598-qd-ttg "
            "strategic-action-plan-central-steering-committee-2025"
        ),
    ),
    (
        "documents",
        "bán",
        (
            "05-qd-bcdtw 1736-bkhcn-cdsqg 2130-qd-ttg 36-hd-vptw 598-qd-ttg "
            "63-2020-qh14 64-2025-qh15 66-qd-tw 80-2015-qh13 87-2025-qh15 "
            "strategic-action-plan-central-steering-committee-2025"
        ),
    ),
    ("documents", "hàng hoà", "05-2007-qh12 78-2025-qh15"),
    ("people", "nguyen manh hung", "nguyen-manh-hung"),
    (
        "agencies",
        "bo khoa hoc",
        (
            "ministry-of-science-and-technology "
            "ministry-of-science-and-technology-until-2025 "
            "office-of-the-ministry-of-science-and-technology"
        ),
    ),
    (
        "measures",
        "mien trach nhiem",
        (
            "civil-liability-exemption-in-research "
            "liability-exemption-in-technology-trials"
        ),
    ),
    # English.
    ("documents", "artificial intelligence", "134-2025-qh15"),
    ("documents", "high technology", "133-2025-qh15 21-2008-qh12"),
    ("documents", "constitution", "constitution"),
    ("documents", "circular", "03-2009-tt-bng"),
    (
        "agencies",
        "ministry of science",
        (
            "ministry-of-science-and-technology "
            "ministry-of-science-and-technology-until-2025 "
            "office-of-the-ministry-of-science-and-technology"
        ),
    ),
    (
        "measures",
        "liability",
        (
            "civil-liability-exemption-in-research "
            "liability-exemption-in-technology-trials"
        ),
    ),
    (
        "tasks",
        "semiconductor",
        "193-2025-qh15-semiconductor-fab gs-address-research-cooperation",
    ),
    ("subjects", "data", "data population-data-and-identification"),
    # Phrases in quotation marks.
    ("documents", '"công nghệ cao"', "133-2025-qh15 21-2008-qh12"),
    ("documents", "“công nghệ số”", "71-2025-qh15"),
    ("documents", '"cong nghe so"', "71-2025-qh15"),
    ("documents", '"cao công nghệ"', ""),
    ("documents", '"bán"', ""),
    ("documents", '"công nghê cao"', ""),
    ("documents", 'luật "công nghệ cao"', "133-2025-qh15 21-2008-qh12"),
    # Beginnings of words, names, and short words.
    ("documents", "Artificial Intel", "134-2025-qh15"),
    (
        "measures",
        "5G",
        (
            "digital-infrastructure-upgrade support-for-5g-stations-article-11 "
            "support-for-5g-stations-as-announced "
            "national-programme-for-strategic-products"
        ),
    ),
    (
        "measures",
        "30%",
        (
            "author-share-of-at-least-30-percent-of-profit "
            "commercialisation-revenue-split-30-70 science-and-technology-exchange "
            "national-digital-architecture-framework"
        ),
    ),
    ("technologies", "6G", "6g-mobile"),
    (
        "targets",
        "GDP",
        (
            "digital-economy-30-percent-of-gdp-by-2030 "
            "digital-economy-50-percent-of-gdp-by-2045 "
            "rd-spending-2-percent-of-gdp-by-2030"
        ),
    ),
    ("indicators", "5g", "5g-stations-built-in-year base-stations-built-per-year"),
    ("platforms", "VNeID", "vneid national-initiative-portal"),
    # Nothing to find.
    ("documents", "không có văn bản này", ""),
    ("documents", "-/-", ""),
    ("documents", '"', ""),
    ("documents", '""', ""),
    ("documents", "“ ”", ""),
)

SPELLINGS = {
    "with and without accents": ("đột phá phát triển", "dot pha phat trien"),
    "composed and decomposed accents": (
        "đổi mới",
        unicodedata.normalize("NFD", "đổi mới"),
        unicodedata.normalize("NFC", "đổi mới"),
    ),
    "đ and d": ("Đo lường", "do luong", "ĐO LƯỜNG", "đo luong"),
    "upper and lower case": ("TRÍ TUỆ", "trí tuệ", "Trí Tuệ"),
    "old and new tone marks": ("hoà", "hòa", "hoa"),
    "a number in any spelling": (
        "93/2025/QH15",
        "93-2025-qh15",
        "93 2025 QH15",
        "  93/2025/qh15. ",
    ),
    "a number of the Party": ("57-NQ/TW", "57 nq tw", "57/NQ-TW", "57–NQ–TW"),
    "a number with its abbreviation": ("262/2025/NĐ-CP", "262/2025/ND-CP"),
    "a number with its kind": (
        "nghị định số 262",
        "Nghị định 262",
        "nghi dinh so 262",
        "Decree No. 262",
    ),
    "quotation marks of every kind": (
        '"công nghệ số"',
        "“công nghệ số”",
        "„công nghệ số“",
    ),
    "a quotation mark that nothing closes": ("khoa học", '"khoa học', 'khoa học"'),
    "words in any order": ("khoa học công nghệ", "công nghệ, khoa học"),
    "signs between words": ("khoa học, công nghệ", "«khoa học» & công nghệ!"),
    "a word said twice": ("đột phá", "đột phá đột phá"),
    "full-width letters": ("QH15", "ＱＨ１５"),
    "invisible signs": ("đột phá", "đột\u00ad phá\ufeff"),
}
