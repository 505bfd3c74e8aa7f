"""Code lists of measures and their terms.

The crosswalk holds the 27 instrument types of the EC-OECD STIP survey as in the flat
file of edition 2019 (EC-OECD, STIP Compass taxonomies, 2020).
"""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class Instrument(CodeList):
    """By what means a measure works."""

    REVENUE_SPLIT = "revenue_split", _("Phân chia lợi ích thương mại hóa")
    OWNERSHIP_RIGHT = "ownership_right", _("Quyền sở hữu kết quả")
    SUBSIDY = "subsidy", _("Hỗ trợ tài chính")
    TAX_INCENTIVE = "tax_incentive", _("Ưu đãi thuế")
    CREDIT_INCENTIVE = "credit_incentive", _("Ưu đãi tín dụng")
    LIABILITY_EXEMPTION = "liability_exemption", _("Miễn trách nhiệm")
    FUNDING_MECHANISM = "funding_mechanism", _("Cơ chế tài chính, khoán chi")
    BUDGET_COMMITMENT = "budget_commitment", _("Cam kết ngân sách")
    FUND = "fund", _("Quỹ")
    PROCUREMENT = "procurement", _("Đấu thầu, mua sắm, đặt hàng")
    REGULATORY_PILOT = "regulatory_pilot", _("Thử nghiệm có kiểm soát")
    REGULATORY_REFORM = "regulatory_reform", _("Hoàn thiện thể chế, thủ tục")
    INFRASTRUCTURE = "infrastructure", _("Hạ tầng")
    PLATFORM = "platform", _("Nền tảng số dùng chung, dữ liệu")
    INSTITUTION = "institution", _("Tổ chức, bộ máy")
    TALENT = "talent", _("Thu hút, đãi ngộ nhân tài")
    EDUCATION = "education", _("Đào tạo nhân lực")
    COOPERATION = "cooperation", _("Hợp tác quốc tế")
    STANDARD = "standard", _("Tiêu chuẩn, đánh giá, chứng nhận")
    AWARD = "award", _("Giải thưởng, tôn vinh")
    STRATEGY = "strategy", _("Chiến lược, kế hoạch, danh mục")


class RuleKind(CodeList):
    """The closed set of declarative rules a measure can be evaluated by."""

    SPLIT = "split", _("Chia theo tỷ lệ")
    CONDITIONAL_RATE = "conditional_rate", _("Tỷ lệ có điều kiện")
    FIXED_AMOUNT = "fixed_amount", _("Mức cố định")
    BRACKET_SCALE = "bracket_scale", _("Biểu lũy tiến")
    CAP_FLOOR = "cap_floor", _("Mức trần, mức sàn")
    TARGET_CHECK = "target_check", _("Kiểm tra mục tiêu")
    ELIGIBILITY = "eligibility", _("Chỉ xét điều kiện, không tính tiền")


class TermRole(CodeList):
    """What a quantity does in its measure."""

    SHARE = "share", _("Tỷ lệ phân chia")
    RATE = "rate", _("Tỷ lệ")
    CAP = "cap", _("Mức trần")
    FLOOR = "floor", _("Mức sàn")
    THRESHOLD = "threshold", _("Ngưỡng điều kiện")
    AMOUNT = "amount", _("Số tiền")
    COUNT = "count", _("Số lượng")
    DURATION = "duration", _("Thời hạn")


class Comparator(CodeList):
    """How a value is to be read."""

    EQUAL = "eq", _("bằng")
    AT_LEAST = "at_least", _("ít nhất")
    AT_MOST = "at_most", _("không quá")
    UP_TO = "up_to", _("đến")
    MORE_THAN = "more_than", _("trên")
    LESS_THAN = "less_than", _("dưới")
    ABOUT = "about", _("khoảng")


class Unit(CodeList):
    """Unit of a quantity; money in whole units of its currency."""

    PERCENT = "percent", _("phần trăm")
    RATIO = "ratio", _("tỷ số")
    VND = "vnd", _("đồng Việt Nam")
    USD = "usd", _("đô la Mỹ")
    COUNT = "count", _("số lượng")
    RANK = "rank", _("thứ hạng")
    YEARS = "years", _("năm")
    MONTHS = "months", _("tháng")
    DAYS = "days", _("ngày")
    GIGAWATT = "gigawatt", _("gigawatt")


class StipInstrument(CodeList):
    """Instrument types of the EC-OECD STIP survey, identifiers as published."""

    EXCELLENCE = "Centres_of_excellence_grants", _("Tài trợ trung tâm xuất sắc")
    TAX_RELIEF = "Tax_relief", _("Giảm thuế cho R&D và đổi mới")
    GOVERNANCE = (
        "Creation_or_reform_of_governance_structure_or_public_body",
        _("Lập hoặc cải tổ cơ quan công"),
    )
    GUARANTEES = (
        "Debt_guarantees_and_risk_sharing_schemes",
        _("Bảo lãnh nợ, chia sẻ rủi ro"),
    )
    RESEARCH_INFRASTRUCTURE = (
        "Dedicated_support_to_new_research_infrastructures",
        _("Hỗ trợ hạ tầng nghiên cứu"),
    )
    EMERGING_REGULATION = (
        "Emerging_technology_regulation",
        _("Quy định công nghệ mới nổi"),
    )
    EQUITY = "Equity_financing", _("Tài trợ vốn chủ sở hữu")
    FELLOWSHIPS = (
        "Postgraduate_loans_scholarships_and_fellowships",
        _("Học bổng, cho vay sau đại học"),
    )
    CONSULTATION = (
        "Public_consultation_of_stakeholders",
        _("Tham vấn các bên liên quan"),
    )
    BUSINESS_GRANTS = (
        "Project_grants_for_business_RD_and_innovation",
        _("Tài trợ R&D doanh nghiệp"),
    )
    COORDINATION = (
        "Horizontal_STI_coordination_bodies",
        _("Cơ quan điều phối liên ngành"),
    )
    INFORMATION = (
        "Information_services_and_databases",
        _("Dịch vụ thông tin, dữ liệu"),
    )
    VOUCHERS = "Innovation_vouchers", _("Phiếu đổi mới")
    INSTITUTIONAL_FUNDING = (
        "Institutional_funding_for_public_research",
        _("Cấp kinh phí cho tổ chức nghiên cứu công"),
    )
    INTELLECTUAL_PROPERTY = (
        "Intellectual_property_regulation_and_incentives",
        _("Quy định và ưu đãi sở hữu trí tuệ"),
    )
    LABOUR_MOBILITY = (
        "Labour_mobility_regulation_and_incentives",
        _("Quy định và ưu đãi dịch chuyển lao động"),
    )
    LOANS = "Loans_and_credits_for_innovation_in_firms", _("Tín dụng cho doanh nghiệp")
    STRATEGIES = (
        "National_strategies_agendas_and_plans",
        _("Chiến lược, chương trình quốc gia"),
    )
    NETWORKING = (
        "Networking_and_collaborative_platforms",
        _("Mạng lưới và nền tảng hợp tác"),
    )
    INTELLIGENCE = "Policy_intelligence", _("Phân tích, đánh giá chính sách")
    PROCUREMENT = (
        "Procurement_programmes_for_RD_and_innovation",
        _("Mua sắm công cho R&D và đổi mới"),
    )
    PUBLIC_GRANTS = (
        "Project_grants_for_public_research",
        _("Tài trợ dự án nghiên cứu công"),
    )
    OUTREACH = (
        "Public_awareness_campaigns_and_other_outreach_activities",
        _("Nâng cao nhận thức cộng đồng"),
    )
    OVERSIGHT = (
        "Regulatory_oversight_and_ethical_advice_bodies",
        _("Cơ quan giám sát, tư vấn đạo đức"),
    )
    PRIZES = (
        "Innovation_challenges_prizes_and_awards",
        _("Cuộc thi, giải thưởng"),
    )
    STANDARDS = (
        "Standards_and_certification_for_technology_development_and_adoption",
        _("Tiêu chuẩn và chứng nhận công nghệ"),
    )
    EXTENSION = (
        "Technology_transfer_and_business_advisory_services",
        _("Chuyển giao công nghệ, tư vấn doanh nghiệp"),
    )
