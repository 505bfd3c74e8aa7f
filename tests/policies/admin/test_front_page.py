"""The front page: records in groups, in the order of an officer's work."""

from django.contrib import admin

from policies.common.admin.site import RegisterSite
from tests.policies.admin.cases import AdminCase


class FrontPageTests(AdminCase):
    def groups(self) -> dict[str, list[str]]:
        site = RegisterSite(name="admin")
        site._registry = admin.site._registry
        return {
            str(group["app_label"]): [one["object_name"] for one in group["models"]]
            for group in site.get_app_list(self.request)
        }

    def test_groups_stand_in_the_order_of_the_work(self) -> None:
        groups = self.groups()
        self.assertEqual(
            list(groups),
            [
                "documents",
                "text",
                "measures",
                "goals",
                "work",
                "agencies",
                "sources",
                "partners",
                "auth",
            ],
        )
        self.assertEqual(
            groups["documents"],
            ["Document", "Resolution", "Law", "Decree", "Circular", "Decision"],
        )
        self.assertEqual(groups["text"][0], "Provision")
        self.assertIn("Delegation", groups["text"])

    def test_one_app_keeps_its_own_list(self) -> None:
        site = RegisterSite(name="admin")
        site._registry = admin.site._registry
        apps = site.get_app_list(self.request, "decrees")
        self.assertEqual([app["app_label"] for app in apps], ["decrees"])

    def test_the_header_names_the_register(self) -> None:
        response = self.client.get("/admin/")
        self.assertContains(response, "R57 — Sổ đăng ký Nghị quyết 57")
