"""Addresses of the collections of subordinate legislation, and of coverage."""

from django.urls import path

from decrees.api.coverage import Coverage, CoverageList, LawCoverage
from decrees.catalog import COLLECTIONS
from policies.api.feed import feeds
from policies.api.routes import routes

urlpatterns = [
    *routes(COLLECTIONS),
    *feeds(COLLECTIONS),
    path("coverage/", CoverageList.as_view(), name="coverage-list"),
    path("documents/<str:slug>/coverage/", Coverage.as_view(), name="coverage"),
    path("laws/<str:slug>/coverage/", LawCoverage.as_view(), name="law-coverage"),
]
