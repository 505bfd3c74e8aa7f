"""Codes of the chain of documents: where a walk goes, what a timeline tells."""

from django.utils.translation import gettext_lazy as _

from policies.common.codes import CodeList


class LineageDirection(CodeList):
    """Which way a lineage is walked: up to what a document carries out, or down."""

    UP = "up", _("Lên: những gì văn bản này triển khai")
    DOWN = "down", _("Xuống: những gì triển khai văn bản này")
    BOTH = "both", _("Cả hai chiều")


class LineagePlace(CodeList):
    """Where a document stands in a lineage; ``both`` is in a circle with the root."""

    ROOT = "root", _("Văn bản được hỏi")
    UP = "up", _("Phía trên")
    DOWN = "down", _("Phía dưới")
    BOTH = "both", _("Cả phía trên và phía dưới")


class LineageCut(CodeList):
    """What of a lineage was left out, because a bound was reached."""

    DEPTH = "depth", _("Văn bản ở xa hơn số bậc đã hỏi")
    NODES = "nodes", _("Văn bản vượt quá số lượng tối đa")
    ATTACHED = "attached", _("Bản ghi kèm theo vượt quá số lượng tối đa")


class TimelineKind(CodeList):
    """What happened to a document on a day of its timeline."""

    PLANNED = "planned", _("Được dự kiến")
    DRAFTING = "drafting", _("Đang được soạn thảo")
    SUBMITTED = "submitted", _("Được trình")
    ISSUED = "issued", _("Được ban hành")
    GAZETTE = "gazette", _("Đăng công báo")
    EFFECTIVE = "effective", _("Có hiệu lực")
    ACTS = "acts", _("Tác động lên văn bản khác")
    ACTED_ON = "acted_on", _("Chịu tác động của văn bản khác")
    ACT_ENDS = "act_ends", _("Hết tác động lên văn bản khác")
    ACTED_ON_ENDS = "acted_on_ends", _("Hết chịu tác động của văn bản khác")
    PROVISION_EFFECTIVE = "provision_effective", _("Điều khoản có hiệu lực riêng")
    PROVISION_ENDS = "provision_ends", _("Điều khoản hết hiệu lực riêng")
    OWN_END = "own_end", _("Hết hiệu lực theo chính văn bản")
    STATE_CHANGE = "state_change", _("Đổi tình trạng hiệu lực")
    EVENT = "event", _("Sự kiện liên quan")
    REPORTED_STATE = "reported_state", _("Cổng thông tin ghi tình trạng")


class DayBasis(CodeList):
    """Where the day of a timeline's item comes from."""

    RECORDED = "recorded", _("ghi trên chính bản ghi")
    ACTING_EFFECTIVE = "acting_effective", _("ngày có hiệu lực của văn bản tác động")
    ACTING_ISSUED = "acting_issued", _("ngày ban hành của văn bản tác động")
    UNKNOWN = "unknown", _("chưa rõ ngày")


class CauseRecord(CodeList):
    """The kind of record that causes an item of a timeline or a legal state."""

    DOCUMENT = "document", _("Văn bản")
    RELATION = "relation", _("Quan hệ văn bản")
    PROVISION = "provision", _("Điều khoản")
    EVENT = "event", _("Sự kiện")
    REPORTED_STATE = "reported_state", _("Tình trạng được ghi nhận")
