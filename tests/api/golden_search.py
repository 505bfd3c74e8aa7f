"""What words find in the register, held on both engines; and spellings of one query."""

import unicodedata

GOLDEN = (
    ("documents", "57-NQ/TW", ("03-nq-cp", "57-nq-tw", "71-nq-cp-2025")),
    ("documents", "262/2025/NĐ-CP", ("262-2025-nd-cp",)),
    ("documents", "262", ("262-2025-nd-cp", "262-qd-ttg")),
    ("documents", "71/NQ-CP", ("71-nq-cp-2016", "71-nq-cp-2025")),
    ("documents", "đột phá", ("193-2025-qh15", "57-nq-tw")),
    ("documents", "trí tuệ nhân tạo", ("134-2025-qh15",)),
    ("documents", "artificial intelligence", ("134-2025-qh15",)),
    ("documents", "đo lường", ("78-2025-qh15",)),
    ("documents", "không có văn bản này", ()),
    ("documents", "-/-", ()),
    ("laws", "công nghệ cao", ("133-2025-qh15", "21-2008-qh12")),
    ("laws", "57-NQ/TW", ()),
    ("document-aliases", "đề án 06", ("06-qd-ttg-alias-de-an-06",)),
    (
        "agencies",
        "BKHCN",
        (
            "ministry-of-science-and-technology",
            "ministry-of-science-and-technology-until-2025",
        ),
    ),
    (
        "people",
        "Nguyễn",
        (
            "nguyen-chi-dung",
            "nguyen-manh-hung",
            "nguyen-quan",
            "nguyen-thanh-thuy",
            "nguyen-trung-chinh",
        ),
    ),
    (
        "measures",
        "liability",
        (
            "civil-liability-exemption-in-research",
            "liability-exemption-in-technology-trials",
        ),
    ),
    (
        "measures",
        "5G",
        (
            "digital-infrastructure-upgrade",
            "national-programme-for-strategic-products",
            "support-for-5g-stations-article-11",
            "support-for-5g-stations-as-announced",
        ),
    ),
    (
        "statements",
        "điểm nghẽn của điểm nghẽn",
        (
            "bottleneck-of-bottlenecks-resolution-57",
            "bottleneck-of-bottlenecks-speech-2024",
        ),
    ),
    ("statements", "khoán 10", ("khoan-10-of-science",)),
    (
        "tasks",
        "semiconductor",
        ("193-2025-qh15-semiconductor-fab", "gs-address-research-cooperation"),
    ),
    ("technologies", "6G", ("6g-mobile",)),
    (
        "targets",
        "GDP",
        (
            "digital-economy-30-percent-of-gdp-by-2030",
            "digital-economy-50-percent-of-gdp-by-2045",
            "rd-spending-2-percent-of-gdp-by-2030",
        ),
    ),
    (
        "indicators",
        "5g",
        ("5g-stations-built-in-year", "base-stations-built-per-year"),
    ),
    ("platforms", "VNeID", ("national-initiative-portal", "vneid")),
    ("subjects", "dữ liệu", ("data", "population-data-and-identification")),
    (
        "events",
        "19/2/2025",
        (
            "adoption-of-resolution-193-2025-qh15",
            "adoption-of-resolution-198-2025-qh15",
            "issue-of-decree-88-2025-nd-cp",
        ),
    ),
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
    "words in any order": ("khoa học công nghệ", "công nghệ, khoa học"),
    "signs between words": ("khoa học, công nghệ", "«khoa học» & công nghệ!"),
    "a word said twice": ("đột phá", "đột phá đột phá"),
    "full-width letters": ("QH15", "ＱＨ１５"),
    "invisible signs": ("đột phá", "đột\u00ad phá\ufeff"),
}
