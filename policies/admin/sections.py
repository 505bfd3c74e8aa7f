"""The groups of the admin's front page, in the order of an officer's work."""

from django.utils.translation import gettext_lazy as _

from policies.common.admin.site import Section

DOCUMENTS = Section(1, "documents", _("Văn bản"))
TEXT = Section(2, "text", _("Nội dung và quan hệ văn bản"))
MEASURES = Section(3, "measures", _("Biện pháp chính sách"))
GOALS = Section(4, "goals", _("Mục tiêu và nhiệm vụ"))
WORK = Section(5, "work", _("Công nghệ, nền tảng, sự kiện"))
AGENCIES = Section(6, "agencies", _("Cơ quan và cá nhân"))
SOURCES = Section(7, "sources", _("Nguồn và danh mục"))
PARTNERS = Section(8, "partners", _("Đối tác"))
