"""Code lists of targets, tasks, technologies, platforms, events and statements."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policies.common.codes import CodeList


class Direction(CodeList):
    """Which way an indicator is meant to move."""

    UP = "up", _("càng cao càng tốt")
    DOWN = "down", _("càng thấp càng tốt")
    NONE = "none", _("không định hướng")


class Ambition(CodeList):
    """A target has a value and a deadline; an aim without either is an ambition."""

    TARGET = "target", _("Mục tiêu định lượng")
    AMBITION = "ambition", _("Định hướng")


class TargetStatus(CodeList):
    """How far a target has come on a day, computed from observations.

    ``no_data``: nothing that is known on the day tells, be it that nothing was
    observed, only a first value, or nothing of the due period once it is over.
    """

    ON_COURSE = "on_course", _("Đúng tiến độ")
    BEHIND = "behind", _("Chậm tiến độ")
    REACHED = "reached", _("Đã đạt")
    MISSED = "missed", _("Không đạt")
    NO_DATA = "no_data", _("Chưa đủ số liệu")


class TaskStatus(CodeList):
    """How far a task has come, as a source reported it."""

    UNKNOWN = "unknown", _("Chưa rõ")
    NOT_STARTED = "not_started", _("Chưa thực hiện")
    IN_PROGRESS = "in_progress", _("Đang thực hiện")
    DONE = "done", _("Đã hoàn thành")


class TechnologyKind(CodeList):
    """Level in the list of strategic technologies."""

    GROUP = "group", _("Nhóm công nghệ chiến lược")
    PRODUCT = "product", _("Sản phẩm công nghệ chiến lược")
    OTHER = "other", _("Công nghệ khác")


class PlatformKind(CodeList):
    """What a platform is to its users."""

    PORTAL = "portal", _("Cổng thông tin")
    EXCHANGE = "exchange", _("Sàn giao dịch")
    DATA = "data", _("Dữ liệu, trung tâm dữ liệu")
    SERVICE = "service", _("Nền tảng, hệ thống dùng chung")
    MONITORING = "monitoring", _("Hệ thống giám sát, theo dõi")


class PlatformStatus(CodeList):
    """Whether a platform runs."""

    UNKNOWN = "unknown", _("Chưa rõ")
    PLANNED = "planned", _("Dự kiến")
    LAUNCHED = "launched", _("Đã khai trương")
    RUNNING = "running", _("Đang vận hành")
    CLOSED = "closed", _("Đã dừng")


class EventKind(CodeList):
    """What kind of happening an event was."""

    SESSION = "session", _("Kỳ họp")
    ADOPTION = "adoption", _("Thông qua, ban hành")
    CONFERENCE = "conference", _("Hội nghị, hội thảo")
    MEETING = "meeting", _("Phiên họp, gặp gỡ")
    SPEECH = "speech", _("Phát biểu")
    LAUNCH = "launch", _("Khai trương")
    SIGNING = "signing", _("Ký kết")
    REORGANISATION = "reorganisation", _("Sắp xếp tổ chức")
    PUBLICATION = "publication", pgettext_lazy("event", "Công bố")


class StatementKind(CodeList):
    """What a source asserts, apart from law and from measured values."""

    PRINCIPLE = "principle", _("Quan điểm, nguyên tắc")
    ASSESSMENT = "assessment", _("Đánh giá")
    SHORTCOMING = "shortcoming", _("Hạn chế")
    CLAIM = "claim", _("Nhận định, thông tin")
    COMMITMENT = "commitment", _("Cam kết, dự kiến")
    PROPOSAL = "proposal", _("Đề xuất")
