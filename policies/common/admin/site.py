"""The admin site: its front page lists records by what they are for."""

from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Section:
    """A group of record kinds on the front page and in the side bar.

    Attributes:
        place: where it stands; the lowest comes first.
        code: its name in addresses and style sheets.
        title: what officers read.

    """

    place: int
    code: str
    title: str | Promise


class RegisterSite(AdminSite):
    """A site that groups by ``section`` and orders by ``place`` of each admin class.

    Admin classes without a section stay in the group of their app, at the end.
    """

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[Any]:
        """Give the groups of the front page; of one app, Django's own list."""
        if app_label is not None:
            return super().get_app_list(request, app_label)
        rest: list[dict[str, Any]] = []
        groups: dict[Section, list[dict[str, Any]]] = {}
        for app in super().get_app_list(request):
            left: list[dict[str, Any]] = []
            for listed in app["models"]:
                section = self.section_of(listed)
                (left if section is None else groups.setdefault(section, [])).append(
                    listed
                )
            if left:
                rest.append({**app, "models": left})
        home = reverse("admin:index", current_app=self.name)
        ordered = sorted(groups, key=lambda section: section.place)
        return [
            {
                "name": section.title,
                "app_label": section.code,
                "app_url": f"{home}#{section.code}",
                "has_module_perms": True,
                "models": sorted(groups[section], key=self.place_of),
            }
            for section in ordered
        ] + rest

    def section_of(self, listed: dict[str, Any]) -> Section | None:
        """Give the section that the admin class of a listed model names."""
        section: Section | None = getattr(
            self._registry[listed["model"]], "section", None
        )
        return section

    def place_of(self, listed: dict[str, Any]) -> tuple[int, str]:
        """Give the sort key of a listed model within its section."""
        place: int = getattr(self._registry[listed["model"]], "place", 99)
        return place, str(listed["name"])
