"""Code lists of documents and their relations.

Kinds and families: Law 64/2025/QH15 article 4 and Decree 30/2020/NĐ-CP annex III.
Relation types: the relation list of the national legal database, with "implements"
added for what carries out a Party resolution.
"""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class DocumentFamily(CodeList):
    """Whether a document is law, administration, Party or something else."""

    NORMATIVE = "normative", _("Văn bản quy phạm pháp luật")
    ADMINISTRATIVE = "administrative", _("Văn bản hành chính, cá biệt")
    PARTY = "party", _("Văn bản của Đảng")
    OTHER = "other", _("Khác")


class DocumentKind(CodeList):
    """Kind of document, as in Law 64/2025/QH15 article 4 and outside that ladder."""

    CONSTITUTION = "constitution", _("Hiến pháp")
    CODE = "code", _("Bộ luật")
    LAW = "law", _("Luật")
    NA_RESOLUTION = "na_resolution", _("Nghị quyết của Quốc hội")
    ORDINANCE = "ordinance", _("Pháp lệnh")
    NASC_RESOLUTION = "nasc_resolution", _("Nghị quyết của UBTVQH")
    JOINT_RESOLUTION = "joint_resolution", _("Nghị quyết liên tịch")
    ORDER = "order", _("Lệnh của Chủ tịch nước")
    DECREE = "decree", _("Nghị định")
    GOV_RESOLUTION = "gov_resolution", _("Nghị quyết của Chính phủ")
    DECISION = "decision", _("Quyết định")
    DIRECTIVE = "directive", _("Chỉ thị")
    CIRCULAR = "circular", _("Thông tư")
    JOINT_CIRCULAR = "joint_circular", _("Thông tư liên tịch")
    JUDGES_RESOLUTION = "judges_resolution", _("Nghị quyết HĐTP TANDTC")
    COUNCIL_RESOLUTION = "council_resolution", _("Nghị quyết của HĐND")
    PLAN = "plan", _("Kế hoạch")
    PROGRAMME = "programme", _("Chương trình")
    SCHEME = "scheme", _("Đề án")
    NOTICE = "notice", _("Thông báo")
    OFFICIAL_TELEGRAM = "official_telegram", _("Công điện")
    DISPATCH = "dispatch", _("Công văn")
    REGULATION = "regulation", _("Quy chế, quy định")
    REPORT = "report", _("Báo cáo")
    SUBMISSION = "submission", _("Tờ trình")
    PARTY_RESOLUTION = "party_resolution", _("Nghị quyết của Đảng")
    CONCLUSION = "conclusion", _("Kết luận")
    GUIDELINE = "guideline", _("Hướng dẫn")
    CONSOLIDATED = "consolidated", _("Văn bản hợp nhất")
    TREATY = "treaty", _("Điều ước quốc tế")


class DocumentStage(CodeList):
    """How far the making of a document has come."""

    PLANNED = "planned", _("Dự kiến")
    DRAFTING = "drafting", _("Đang soạn thảo")
    SUBMITTED = "submitted", _("Đã trình")
    ADOPTED = "adopted", _("Đã ban hành")


class NumberStatus(CodeList):
    """Whether the official number was seen on an official text or portal."""

    CONFIRMED = "confirmed", _("Đã xác nhận")
    UNCONFIRMED = "unconfirmed", _("Chưa xác nhận")
    NONE = "none", _("Không có số")


class AliasKind(CodeList):
    """Why a document is also called by another name or number."""

    SHORT_NAME = "short_name", _("Tên gọi tắt")
    SPELLING = "spelling", _("Cách viết khác")
    TRANSLATION = "translation", _("Tên bản dịch")
    MISPRINT = "misprint", _("Lỗi in")


class ProvisionKind(CodeList):
    """Level of a provision: Law 64/2025/QH15 article 7."""

    PART = "part", _("Phần")
    CHAPTER = "chapter", _("Chương")
    SECTION = "section", _("Mục")
    SUBSECTION = "subsection", _("Tiểu mục")
    ARTICLE = "article", _("Điều")
    CLAUSE = "clause", _("Khoản")
    POINT = "point", _("Điểm")
    ANNEX = "annex", _("Phụ lục")


class RelationType(CodeList):
    """What the acting document does to the other one (active wording)."""

    IMPLEMENTS = "implements", _("Triển khai, thể chế hóa")
    DETAILS = "details", _("Quy định chi tiết, hướng dẫn thi hành")
    GUIDES = "guides", _("Hướng dẫn áp dụng")
    BASED_ON = "based_on", _("Căn cứ ban hành")
    AMENDS = "amends", _("Sửa đổi, bổ sung")
    REPLACES = "replaces", _("Thay thế")
    REPEALS = "repeals", _("Bãi bỏ")
    SUSPENDS = "suspends", _("Đình chỉ, tạm ngưng hiệu lực")
    CORRECTS = "corrects", _("Đính chính")
    CONSOLIDATES = "consolidates", _("Hợp nhất")
    EXPLAINS = "explains", _("Giải thích")
    REFERS_TO = "refers_to", _("Dẫn chiếu")
    PROMULGATES = "promulgates", _("Công bố")
    EXTENDS = "extends", _("Kéo dài thời gian áp dụng")


class InverseRelationType(CodeList):
    """The same relation seen from the document that is acted on (a label only)."""

    IMPLEMENTS = "implements", _("được triển khai, thể chế hóa bởi")
    DETAILS = "details", _("được quy định chi tiết bởi")
    GUIDES = "guides", _("được hướng dẫn áp dụng bởi")
    BASED_ON = "based_on", _("là căn cứ ban hành của")
    AMENDS = "amends", _("được sửa đổi, bổ sung bởi")
    REPLACES = "replaces", _("được thay thế bởi")
    REPEALS = "repeals", _("bị bãi bỏ bởi")
    SUSPENDS = "suspends", _("bị đình chỉ, tạm ngưng bởi")
    CORRECTS = "corrects", _("được đính chính bởi")
    CONSOLIDATES = "consolidates", _("được hợp nhất trong")
    EXPLAINS = "explains", _("được giải thích bởi")
    REFERS_TO = "refers_to", _("được dẫn chiếu bởi")
    PROMULGATES = "promulgates", _("được công bố bởi")
    EXTENDS = "extends", _("được kéo dài thời gian áp dụng bởi")


class LegalStateCode(CodeList):
    """Legal state of a document on a day, computed from dated events."""

    DRAFT = "draft", _("Dự thảo")
    NOT_YET_IN_FORCE = "not_yet_in_force", _("Chưa có hiệu lực")
    IN_FORCE = "in_force", _("Còn hiệu lực")
    PARTLY_ENDED = "partly_ended", _("Hết hiệu lực một phần")
    SUSPENDED = "suspended", _("Ngưng hiệu lực")
    ENDED = "ended", _("Hết hiệu lực")
    UNKNOWN = "unknown", _("Chưa rõ")
    NOT_APPLICABLE = "not_applicable", _("Không áp dụng")


class StateReason(CodeList):
    """The event that decides a legal state."""

    PARTY_DOCUMENT = (
        "party_document",
        _("văn bản của Đảng, không tính hiệu lực pháp luật"),
    )
    DRAFTING = "drafting", _("văn bản chưa được ban hành")
    NO_EFFECTIVE_DATE = "no_effective_date", _("chưa biết ngày có hiệu lực")
    BEFORE_ISSUE = "before_issue", _("trước ngày ban hành")
    BEFORE_EFFECT = "before_effect", _("đã ban hành, chưa đến ngày có hiệu lực")
    OWN_EFFECTIVE_DATE = (
        "own_effective_date",
        _("đến ngày có hiệu lực của chính văn bản"),
    )
    PART_IN_FORCE = "part_in_force", _("một phần có hiệu lực từ ngày riêng")
    RESUMED = "resumed", _("hết thời gian đình chỉ")
    EXTENDED = "extended", _("được kéo dài thời gian áp dụng")
    PART_REPEALED = "part_repealed", _("một phần bị bãi bỏ hoặc hết hiệu lực")
    PART_REPLACED = "part_replaced", _("một phần được thay thế")
    PART_EXTENDED = "part_extended", _("chỉ một phần được kéo dài")
    SUSPENDED = "suspended", _("bị đình chỉ hoặc tạm ngưng")
    OWN_END_DATE = "own_end_date", _("đến ngày hết hiệu lực tự quy định")
    EXTENSION_ENDED = "extension_ended", _("hết thời gian được kéo dài")
    REPEALED = "repealed", _("bị bãi bỏ")
    REPLACED = "replaced", _("được thay thế")
    PARENT_ENDED = "parent_ended", _("văn bản được quy định chi tiết hết hiệu lực")


class PromulgationLaw(CodeList):
    """The law that says what becomes of detailing texts when their parent ends."""

    LAW_80_2015 = (
        "law_80_2015",
        _("Luật 80/2015/QH13, khoản 4 Điều 154: hết hiệu lực cùng, trừ khi được giữ"),
    )
    LAW_64_2025 = (
        "law_64_2025",
        _("Luật 64/2025/QH15, khoản 2 Điều 57: tiếp tục, trừ khi trái"),
    )
