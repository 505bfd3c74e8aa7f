"""Tokens of partners in the API: who asks, and who may write."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from policies.models import ApiToken
from policies.services.tokens import find_token, note_use
from policies.writing.permission import Partner

SCHEMES = (b"bearer", b"token")
CHALLENGE = 'Bearer realm="R57"'


class InvalidToken(AuthenticationFailed):
    """A header ``Authorization`` that authenticates nobody: 401."""

    default_code = "invalid_token"


class TokenOfPartner(BaseAuthentication):
    """``Authorization: Bearer TOKEN`` or ``Token TOKEN``; nothing else does it."""

    def authenticate(self, request: Request) -> tuple[Any, ApiToken] | None:
        """Find the owner and the token that the header names.

        Raises:
            InvalidToken: there is a header, and no good token in it.

        """
        words = get_authorization_header(request).split()
        if not words:
            return None
        if len(words) != 2 or words[0].lower() not in SCHEMES:
            raise InvalidToken("Send the header «Authorization: Bearer TOKEN».")
        token = find_token(words[1].decode("latin-1"))
        if token is None or not token.user.is_active:
            raise InvalidToken("There is no such token.")
        if token.has_ended:
            raise InvalidToken("The token has expired or was revoked.")
        note_use(token)
        return token.user, token

    def authenticate_header(self, _request: Request) -> str:
        """Say how to authenticate, for ``WWW-Authenticate``."""
        return CHALLENGE


class WritesByToken(BasePermission):
    """Everybody reads; a token of the scope ``write`` writes."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Let reads pass, and writes by a token that may write.

        A method that the address does not have is refused as that, not for a token.

        Raises:
            PermissionDenied: ``wrong_scope``.

        """
        if request.method in SAFE_METHODS or request.method not in view.allowed_methods:
            return True
        if request.auth is None:
            return False
        token: Any = request.auth
        if not token.writes:
            raise PermissionDenied("The token may only read.", code="wrong_scope")
        return True


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How a token is sent, for the OpenAPI document."""

    target_class = TokenOfPartner
    name = "partnerToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """Give the scheme that every client knows."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A token that the operator gave you.",
        }


def partner_of(request: Request) -> Partner:
    """Give who writes or reads by the token of a request."""
    token: Any = request.auth
    return Partner(request.user, may_publish=token.may_publish)
