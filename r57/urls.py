"""Addresses: the admin, the API, its documents and the health probes."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from policies.common.api.search import Search
from r57.api import Docs, Root, Schema
from r57.health import live, ready

urlpatterns = [
    path("", RedirectView.as_view(url="/api/v1/docs/")),
    path("admin/", admin.site.urls),
    path("api/v1/", Root.as_view(), name="api-root"),
    path("api/v1/schema/", Schema.as_view(), name="schema"),
    path("api/v1/docs/", Docs.as_view(), name="docs"),
    path("api/v1/search/", Search.as_view(), name="search"),
    path("api/v1/", include("policies.api.urls")),
    path("api/v1/", include("decrees.api.urls")),
    path("livez", live, name="live"),
    path("readyz", ready, name="ready"),
]

handler400 = "r57.problems.bad_request"
handler404 = "r57.problems.not_found"
handler500 = "r57.problems.failed"
