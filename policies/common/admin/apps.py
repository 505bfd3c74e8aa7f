"""The admin as a Django app, with the register's own site."""

from django.contrib.admin.apps import AdminConfig


class RegisterAdminConfig(AdminConfig):
    """Stands in ``INSTALLED_APPS`` where ``django.contrib.admin`` would."""

    default_site = "policies.common.admin.site.RegisterSite"
