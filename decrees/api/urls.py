"""Addresses of the collections of subordinate legislation."""

from decrees.catalog import COLLECTIONS
from policies.api.feed import feeds
from policies.api.routes import routes

urlpatterns = [*routes(COLLECTIONS), *feeds(COLLECTIONS)]
