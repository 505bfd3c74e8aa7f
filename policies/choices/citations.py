"""The kinds of record that a citation of the policy framework may speak about."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class CitedRecord(CodeList):
    """Kind of the cited record; the code is the name of the citation's column."""

    AGENCY = "agency", _("cơ quan")
    SUCCESSION = "succession", _("kế tục cơ quan")
    PERSON = "person", _("cá nhân")
    POST = "post", _("chức vụ")
    DOCUMENT = "document", _("văn bản")
    ALIAS = "alias", _("tên gọi khác")
    PROVISION = "provision", _("điều khoản")
    RELATION = "relation", _("quan hệ")
    UNRESOLVED_CITATION = "unresolved_citation", _("trích dẫn chưa xác định")
    MEASURE = "measure", _("biện pháp")
    TERM = "term", _("mức")
    INDICATOR = "indicator", _("chỉ số")
    TARGET = "target", _("mục tiêu")
    OBSERVATION = "observation", _("số liệu")
    TASK = "task", _("nhiệm vụ")
    TECHNOLOGY = "technology", _("công nghệ")
    PLATFORM = "platform", _("nền tảng số")
    EVENT = "event", _("sự kiện")
    STATEMENT = "statement", _("phát biểu, đánh giá")
