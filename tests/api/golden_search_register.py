"""The best that words find across all collections, held on both engines.

Each record is named by its collection and public id.
"""

ACROSS = (
    (
        "57-NQ/TW",
        (
            "documents/57-nq-tw documents/03-nq-cp tasks/57-nq-tw-seven-groups "
            "documents/71-nq-cp-2025 events/issue-of-resolution-57-nq-tw"
        ),
    ),
    ("93/2025/QH15", "documents/93-2025-qh15 tasks/93-2025-qh15-six-decrees"),
    ("262/2025/ND-CP", "documents/262-2025-nd-cp"),
    (
        "luật khoa học công nghệ và đổi mới sáng tạo",
        (
            "documents/93-2025-qh15 statements/law-93-important-step "
            "sources/luatvietnam-law-93-2025-qh15 documents/2330-qd-ttg "
            "documents/262-2025-nd-cp"
        ),
    ),
    (
        "luat khoa hoc cong nghe va doi moi sang tao",
        (
            "documents/93-2025-qh15 statements/law-93-important-step "
            "sources/luatvietnam-law-93-2025-qh15 documents/2330-qd-ttg "
            "documents/262-2025-nd-cp"
        ),
    ),
    (
        "BKHCN",
        (
            "agencies/ministry-of-science-and-technology "
            "agencies/ministry-of-science-and-technology-until-2025 "
            "documents/1527-qd-bkhcn"
        ),
    ),
    (
        "trí tuệ nhân tạo",
        (
            "subjects/artificial-intelligence technologies/artificial-intelligence "
            "statements/ai-intellectual-infrastructure documents/134-2025-qh15 "
            "document-aliases/134-2025-qh15-alias-luat-tri-tue-nhan-tao-2025"
        ),
    ),
    (
        "artificial intelligence",
        (
            "subjects/artificial-intelligence technologies/artificial-intelligence "
            "statements/ai-intellectual-infrastructure documents/134-2025-qh15 "
            "events/adoption-of-law-134-2025-qh15"
        ),
    ),
    (
        "đề án 06",
        (
            "documents/06-qd-ttg document-aliases/06-qd-ttg-alias-de-an-06 "
            "measures/project-06 documents/2130-qd-ttg"
        ),
    ),
    (
        "VNeID",
        (
            "platforms/vneid events/initiative-portal-launch-august-2025 "
            "platforms/national-initiative-portal "
            "measures/national-initiatives-portal"
        ),
    ),
    (
        "Nguyễn Mạnh Hùng",
        (
            "people/nguyen-manh-hung events/talk-with-chen-gang-2025-02-19 "
            "sources/vietnamnet-minister-analysis-2025 "
            "posts/nguyen-manh-hung-minister-of-information-and-communications "
            "posts/nguyen-manh-hung-minister-of-science-and-technology "
            "posts/nguyen-manh-hung-minister-of-science-and-technology-on-2025-02-19 "
            "events/speech-on-institutional-bottlenecks-2024-10-21"
        ),
    ),
    (
        "bán dẫn",
        (
            "subjects/semiconductors technologies/semiconductors "
            "tasks/193-2025-qh15-semiconductor-fab "
            "targets/mastery-of-strategic-and-digital-technologies"
        ),
    ),
    (
        '"điểm nghẽn của điểm nghẽn"',
        (
            "statements/bottleneck-of-bottlenecks-resolution-57 "
            "statements/bottleneck-of-bottlenecks-speech-2024 "
            "events/speech-on-institutional-bottlenecks-2024-10-21"
        ),
    ),
    (
        "6G",
        "technologies/6g-mobile targets/mastery-of-strategic-and-digital-technologies",
    ),
    (
        "khoán 10",
        (
            "document-aliases/10-nq-tw-1988-alias-khoan-10 "
            "events/issue-of-resolution-10-nq-tw-1988 statements/khoan-10-of-science"
        ),
    ),
    (
        "semiconductors",
        (
            "subjects/semiconductors technologies/semiconductors "
            "targets/mastery-of-strategic-and-digital-technologies "
            "tasks/gs-address-research-cooperation "
            "measures/research-cooperation-with-advanced-countries"
        ),
    ),
    ("không có gì như thế này", ""),
)
