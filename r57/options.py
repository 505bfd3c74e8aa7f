"""What ``OPTIONS`` answers: the header ``Allow``, and no body."""

from typing import TYPE_CHECKING

from rest_framework.metadata import BaseMetadata
from rest_framework.request import Request

if TYPE_CHECKING:
    from rest_framework.views import APIView


class AllowOnly(BaseMetadata):
    """The OpenAPI document describes an address; ``OPTIONS`` only names its methods."""

    def determine_metadata(self, request: Request, view: "APIView") -> None:
        """Give nothing; the framework adds ``Allow``."""
