"""Addresses of the policy framework's collections."""

from policies.catalog import COLLECTIONS
from policies.common.api.routes import routes

urlpatterns = routes(COLLECTIONS)
