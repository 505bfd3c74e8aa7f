"""Code lists of the answers to citations; the rules give their words in English."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class CitationOutcome(CodeList):
    """How far a citation leads to one document."""

    RESOLVED = "resolved", _("Đã xác định một văn bản")
    AMBIGUOUS = "ambiguous", _("Có thể là một hoặc nhiều văn bản, chưa chắc chắn")
    NOT_FOUND = "not_found", _("Sổ chưa có văn bản này")
    UNREADABLE = "unreadable", _("Không đọc được")


class CandidateReason(CodeList):
    """Why a document is a candidate and not the answer."""

    NUMBER_RESTARTS = "number_restarts", _("Số được dùng lại theo năm hoặc nhiệm kỳ")
    YEAR_MISSING = "year_missing", _("Thiếu năm trong số hiệu")
    YEAR_DIFFERS = "year_differs", _("Khác năm")
    YEAR_UNKNOWN = "year_unknown", _("Sổ chưa biết năm của văn bản")
    DATE_DIFFERS = "date_differs", _("Khác ngày ban hành")
    TRANSPOSED = "transposed", _("Ký hiệu bị đảo giữa Đảng và Nhà nước")
    KIND_MISSING = "kind_missing", _("Thiếu loại văn bản")
    KIND_DIFFERS = "kind_differs", _("Khác loại văn bản")
    ISSUER_MISSING = "issuer_missing", _("Thiếu cơ quan ban hành")
    ISSUER_DIFFERS = "issuer_differs", _("Khác cơ quan ban hành")
    ISSUER_UNREAD = "issuer_unread", _("Không đọc được cơ quan ban hành")
    ALIAS_SHARED = "alias_shared", _("Tên gọi dùng chung")
    NUMBER_OF_ANOTHER = "number_of_another", _("Số cũng là của văn bản khác")
    MISPRINT = "misprint", _("Lỗi in đã biết")
    TITLE_SHARED = "title_shared", _("Tên văn bản trùng nhau")
    TITLE_DIFFERS = "title_differs", _("Tên và số thuộc hai văn bản khác nhau")
    TITLE_IN_PART = "title_in_part", _("Chỉ là một phần của tên văn bản")
    ABBREVIATION = "abbreviation", _("Khớp khi viết đủ chữ viết tắt")
    SEVERAL_DOCUMENTS = "several_documents", _("Dẫn nhiều văn bản cùng lúc")
    NAMED_INSIDE = "named_inside", _("Được nhắc đến trong tên văn bản khác")


class CitationRemark(CodeList):
    """What a reader of the answer should know beside it."""

    NUMBER_RESTARTS = "number_restarts", _("Số được dùng lại theo năm hoặc nhiệm kỳ")
    DATE_UNCHECKED = "date_unchecked", _("Chưa đối chiếu được ngày ban hành")
    DATE_IMPOSSIBLE = "date_impossible", _("Ngày không có trong lịch")
    TITLE_ONLY = "title_only", _("Chỉ nêu tên văn bản")
    DOCUMENT_MISSING = "document_missing", _("Không nêu văn bản")
    POINT_D = "point_d", _("Điểm d viết không dấu có thể là điểm đ")


class ProvisionOutcome(CodeList):
    """What became of the provision of a citation."""

    IN_REGISTER = "in_register", _("Sổ có điều khoản này")
    NOT_IN_REGISTER = "not_in_register", _("Sổ chưa có điều khoản này")
    DOCUMENT_OPEN = "document_open", _("Chưa xác định được văn bản")
    INCOMPLETE = "incomplete", _("Khoản hoặc điểm không nêu điều")
    SEVERAL = "several", _("Nêu nhiều điều khoản")
    IMPOSSIBLE = "impossible", _("Không thể có số thứ tự như vậy")
