"""Codes of the EC-OECD STIP survey: target groups, and codes of instrument types.

Target groups are the columns ``TG…`` of the flat file that STIP Compass publishes
(https://stip.oecd.org/assets/downloads/STIP_Survey.csv, survey of 2023), with the
descriptions of its second header row. Columns and descriptions were read from public
programs that work on that file, which agree on all 33; the file itself was not at
hand.
"""

from django.utils.translation import gettext_lazy as _

from policies.choices.measures import StipInstrument
from policies.common.codes import CodeList


class StipTargetGroup(CodeList):
    """Target groups of the EC-OECD STIP survey, identifiers as published."""

    HIGHER_EDUCATION = "TG20", _("Cơ sở giáo dục đại học")
    PUBLIC_RESEARCH = "TG21", _("Tổ chức nghiên cứu công")
    PRIVATE_RESEARCH = "TG22", _("Phòng nghiên cứu và phát triển tư nhân")
    ESTABLISHED_RESEARCHERS = "TG9", _("Nhà nghiên cứu đã có vị thế")
    EARLY_CAREER = "TG11", _("Nhà nghiên cứu sau tiến sĩ, mới vào nghề")
    RESEARCH_SUPPORT = "TG41", _("Người quản lý chương trình, hỗ trợ nghiên cứu")
    STUDENTS = "TG10", _("Sinh viên đại học, học viên cao học")
    SECONDARY_STUDENTS = "TG38", _("Học sinh trung học")
    PHD_STUDENTS = "TG12", _("Nghiên cứu sinh tiến sĩ")
    TEACHERS = "TG13", _("Giáo viên")
    FIRMS_OF_ANY_SIZE = "TG29", _("Doanh nghiệp mọi quy mô")
    MICRO_ENTERPRISES = "TG30", _("Doanh nghiệp siêu nhỏ")
    SMES = "TG31", _("Doanh nghiệp nhỏ và vừa")
    LARGE_FIRMS = "TG32", _("Doanh nghiệp lớn")
    MULTINATIONALS = "TG33", _("Doanh nghiệp đa quốc gia")
    FIRMS_OF_ANY_AGE = "TG25", _("Doanh nghiệp mọi độ tuổi")
    NASCENT_FIRMS = "TG26", _("Doanh nghiệp mới lập (dưới 1 năm)")
    YOUNG_FIRMS = "TG27", _("Doanh nghiệp trẻ (từ 1 đến 5 năm)")
    ESTABLISHED_FIRMS = "TG28", _("Doanh nghiệp lâu năm (trên 5 năm)")
    INCUBATORS = "TG34", _("Vườn ươm, tổ chức thúc đẩy, khu công nghệ")
    TRANSFER_OFFICES = "TG35", _("Văn phòng chuyển giao công nghệ")
    INDUSTRY_ASSOCIATIONS = "TG36", _("Hiệp hội ngành nghề")
    ACADEMIES = "TG37", _("Hội khoa học, viện hàn lâm")
    NGOS = "TG42", _("Tổ chức phi chính phủ")
    INTERNATIONAL = "TG40", _("Tổ chức quốc tế")
    NATIONAL_GOVERNMENT = "TG23", _("Chính quyền trung ương")
    SUBNATIONAL_GOVERNMENT = "TG24", _("Chính quyền địa phương")
    ENTREPRENEURS = "TG18", _("Người khởi nghiệp")
    INVESTORS = "TG17", _("Nhà đầu tư tư nhân")
    LABOUR_FORCE = "TG19", _("Lực lượng lao động nói chung")
    WOMEN = "TG14", _("Phụ nữ")
    DISADVANTAGED = "TG15", _("Nhóm yếu thế")
    CIVIL_SOCIETY = "TG16", _("Xã hội dân sự")


STIP_TYPES: dict[str, tuple[str, str]] = {
    StipInstrument.GOVERNANCE: (
        "PI030",
        "Creation or reform of governance structure or public body",
    ),
    StipInstrument.INTELLIGENCE: (
        "PI031",
        "Policy intelligence (e.g. evaluations, benchmarking and forecasts)",
    ),
    StipInstrument.COORDINATION: ("PI026", "Horizontal STI coordination bodies"),
    StipInstrument.OVERSIGHT: (
        "PI033",
        "Regulatory oversight and ethical advice bodies",
    ),
    StipInstrument.STANDARDS: (
        "PI027",
        "Standards and certification for technology development and adoption",
    ),
    StipInstrument.OUTREACH: (
        "PI028",
        "Public awareness campaigns and other outreach activities",
    ),
    StipInstrument.INSTITUTIONAL_FUNDING: (
        "PI006",
        "Institutional funding for public research",
    ),
    StipInstrument.PUBLIC_GRANTS: ("PI007", "Project grants for public research"),
    StipInstrument.EXCELLENCE: ("PI009", "Centres of excellence grants"),
    StipInstrument.PROCUREMENT: (
        "PI010",
        "Procurement programmes for R&D and innovation",
    ),
    StipInstrument.LOANS: ("PI012", "Loans and credits for innovation in firms"),
    StipInstrument.EQUITY: ("PI013", "Equity financing"),
    StipInstrument.VOUCHERS: ("PI014", "Innovation vouchers"),
    StipInstrument.GUARANTEES: ("PI029", "Debt guarantees and risk sharing schemes"),
    StipInstrument.NETWORKING: ("PI021", "Networking and collaborative platforms"),
    StipInstrument.LABOUR_MOBILITY: (
        "PI018",
        "Labour mobility regulation and incentives",
    ),
    StipInstrument.INTELLECTUAL_PROPERTY: (
        "PI019",
        "Intellectual property regulation and incentives",
    ),
}
"""Code and label in the survey of 2023, of the types it names as we do.

The others were renamed, divided or widened since, so none of its codes is claimed.
"""

STIP_THEMES: dict[str, str] = {
    "TH9": "Horizontal policy coordination",
    "TH13": "STI plan or strategy",
    "TH14": "Strategic policy intelligence",
    "TH15": "Evaluation and impact assessment",
    "TH18": "Public research strategies",
    "TH19": "Competitive research funding",
    "TH20": "Non-competitive research funding",
    "TH21": "Research integrity and reproducibility",
    "TH22": "Structural change in the public research system",
    "TH23": "High-risk high-reward research",
    "TH24": "Research and technology infrastructures",
    "TH25": "Internationalisation in public research",
    "TH26": "Cross-disciplinary research",
    "TH27": "Third-party funding",
    "TH30": "Business innovation policy strategies",
    "TH31": "Financial support to business R&D and innovation",
    "TH32": "Non-financial support to business R&D and innovation",
    "TH33": "Stimulating demand for innovation and market creation",
    "TH34": "Entrepreneurship capabilities and culture",
    "TH35": "Targeted support to SMEs and young innovative enterprises",
    "TH36": "Foreign direct investment",
    "TH38": "Access to finance for innovation",
    "TH41": "Knowledge exchange and co-creation strategies",
    "TH42": "Collaborative research and innovation",
    "TH43": "Commercialisation of public research results",
    "TH44": "Inter-sectoral mobility",
    "TH46": "Intellectual property rights in public research",
    "TH47": "Cluster policies",
    "TH50": "STI human resources strategies",
    "TH51": "STEM skills",
    "TH52": "Doctoral and postdoctoral researchers",
    "TH53": "Research careers",
    "TH54": "Equity, diversity and inclusion (EDI)",
    "TH55": "International mobility of human resources",
    "TH58": "Research and innovation for society strategy",
    "TH61": "Research and innovation for developing countries",
    "TH63": "International STI governance policy",
    "TH65": "Multi-stakeholder engagement",
    "TH66": "Science, technology and innovation culture",
    "TH82": "Digital transformation of firms",
    "TH89": "Ethics of emerging technologies",
    "TH91": "Mission-oriented innovation policies",
    "TH92": "Net zero transitions in energy",
    "TH102": "Government capabilities for net zero transitions",
    "TH103": "Net zero transitions in transport and mobility",
    "TH104": "Net zero transitions in food and agriculture",
    "TH105": "Cross-sectoral policies for net zero",
    "TH106": "Digital transformation of research-performing organisations",
    "TH107": "Open and enhanced access to publications",
    "TH108": "Open and enhanced access to research data",
    "TH109": "Research security",
}
"""Policy themes of the survey of 2023 by the columns ``TH…``; subjects have no
crosswalk to them yet."""
