"""Code lists of agencies and sources."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class AgencyKind(CodeList):
    """What a body is in the political system or the economy."""

    PARTY_ORGAN = "party_organ", _("Cơ quan của Đảng")
    LEGISLATURE = "legislature", _("Cơ quan lập pháp")
    HEAD_OF_STATE = "head_of_state", _("Chủ tịch nước")
    GOVERNMENT = "government", _("Chính phủ và Thủ tướng")
    MINISTRY = "ministry", _("Bộ")
    MINISTERIAL_AGENCY = "ministerial_agency", _("Cơ quan ngang bộ")
    GOVERNMENT_AGENCY = "government_agency", _("Cơ quan thuộc Chính phủ hoặc bộ")
    COMMITTEE = "committee", _("Ban chỉ đạo, ủy ban")
    COURT = "court", _("Tòa án, viện kiểm sát")
    PROVINCE = "province", _("Tỉnh, thành phố")
    INSTITUTE = "institute", _("Viện, trường, trung tâm")
    ENTERPRISE = "enterprise", _("Doanh nghiệp")
    ASSOCIATION = "association", _("Hội, hiệp hội")
    FUND = "fund", _("Quỹ")
    MEDIA = "media", _("Cơ quan báo chí")
    FOREIGN = "foreign", _("Tổ chức nước ngoài")
    OTHER = "other", _("Khác")


class SuccessionKind(CodeList):
    """How one agency came out of another."""

    MERGED = "merged", _("Hợp nhất, sáp nhập")
    RENAMED = "renamed", _("Đổi tên")
    SPLIT = "split", _("Chia tách")
    TRANSFERRED = "transferred", _("Chuyển chức năng")


class SourceKind(CodeList):
    """How near a source stands to the official text."""

    OFFICIAL_TEXT = "official_text", _("Văn bản chính thức")
    GAZETTE = "gazette", _("Công báo")
    OFFICIAL_STATEMENT = "official_statement", _("Phát biểu, trang chính thức")
    PRESS = "press", _("Báo chí")
    SECONDARY = "secondary", _("Nguồn thứ cấp")


class Language(CodeList):
    """Language of a source."""

    VI = "vi", _("Tiếng Việt")
    EN = "en", _("Tiếng Anh")
