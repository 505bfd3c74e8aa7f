"""Settings, read from the environment only; docs/settings.md is their table.

Nothing here is needed to start: without any variable the register runs on SQLite in
``var/`` in development mode. With ``R57_PRODUCTION=1`` the checks of ``r57.checks``
refuse an unsafe secret key, debug mode and default hosts.
"""

from pathlib import Path
from typing import Any

import environ
from django.utils.translation import gettext_lazy as _

from r57 import __version__
from r57.openapi_settings import SPECTACULAR

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

env = environ.Env()

# --- Safety ------------------------------------------------------------------

PRODUCTION: bool = env.bool("R57_PRODUCTION", default=False)
INSECURE_KEY = "insecure-development-key"
SECRET_KEY: str = env.str("R57_SECRET_KEY", default=INSECURE_KEY)
DEBUG: bool = env.bool("R57_DEBUG", default=False)
DEFAULT_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS: list[str] = env.list("R57_ALLOWED_HOSTS", default=DEFAULT_HOSTS)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("R57_CSRF_TRUSTED_ORIGINS", default=[])
HTTPS: bool = env.bool("R57_HTTPS", default=PRODUCTION)
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
X_FRAME_OPTIONS = "DENY"

# --- What the project is made of ---------------------------------------------

INSTALLED_APPS = [
    "policies.common.admin.apps.RegisterAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "simple_history",
    "rest_framework",
    "knox",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "policies",
    "decrees",
    "r57",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "r57.cors.cors",
    "r57.caching.caching",
    "r57.limits.limits",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "r57.urls"
WSGI_APPLICATION = "r57.wsgi.application"
KNOX_TOKEN_MODEL = "policies.ApiToken"  # noqa: S105 - a model, no secret
MIGRATION_MODULES = {"knox": None}  # its own table of tokens is not used
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Database: SQLite without set-up, PostgreSQL by DATABASE_URL ---------------

SQLITE_OPTIONS: dict[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA journal_size_limit=67108864; PRAGMA mmap_size=134217728; "
        "PRAGMA cache_size=-20000;"
    ),
}
POSTGRESQL_OPTIONS: dict[str, Any] = {
    "connect_timeout": 2,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 5000,
}

_database: dict[str, Any] = env.db_url_config(
    env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'register.sqlite3'}"
)
if _database["ENGINE"].endswith("sqlite3"):
    _database["OPTIONS"] = SQLITE_OPTIONS | _database.get("OPTIONS", {})
else:
    _database["OPTIONS"] = POSTGRESQL_OPTIONS | _database.get("OPTIONS", {})
    _database["CONN_HEALTH_CHECKS"] = True
_database["CONN_MAX_AGE"] = env.int("R57_CONN_MAX_AGE", default=60)
DATABASES = {"default": _database}

# --- Language and time ---------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [BASE_DIR / "policies" / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# --- Static files --------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATIC_ROOT.mkdir(exist_ok=True)
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED and not DEBUG
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not COLLECTED

# --- API -----------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["policies.api.tokens.TokenOfPartner"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["policies.common.api.renderers.FastJSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["policies.common.api.parsers.BoundedJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "policies.common.api.schema.RegisterSchema",
    "EXCEPTION_HANDLER": "policies.common.api.errors.handle",
    "DEFAULT_METADATA_CLASS": "r57.options.AllowOnly",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
    "COERCE_DECIMAL_TO_STRING": True,
}
SPECTACULAR_SETTINGS = SPECTACULAR | {"VERSION": __version__}
RELEASE = __version__  # answers of another release are others to whoever keeps them
DATA_UPLOAD_MAX_MEMORY_SIZE: int = env.int("R57_MAX_BODY", default=5_242_880)
MAX_QUERY: int = env.int("R57_MAX_QUERY", default=8000)
EXPORTS_DIR: str = env.str("R57_EXPORTS_DIR", default=str(VAR_DIR / "exports"))

# --- Limits: counted in the cache, which several workers share by R57_CACHE_URL --

RATE_LIMIT: int = env.int("R57_RATE_LIMIT", default=600)
TRUSTED_PROXIES: int = env.int("R57_TRUSTED_PROXIES", default=0)
REDIS: str = env.str("R57_CACHE_URL", default="")
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS,
        "KEY_PREFIX": "r57",
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
    if REDIS
    else {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- Webhooks: see docs/webhooks.md ------------------------------------------------

WEBHOOK_NETWORKS: list[str] = env.list("R57_WEBHOOK_NETWORKS", default=[])
WEBHOOK_CA_FILE: str = env.str("R57_WEBHOOK_CA_FILE", default="")
WEBHOOK_SECONDS: float = env.float("R57_WEBHOOK_SECONDS", default=15.0)
WEBHOOK_PATIENCE_HOURS: float = env.float("R57_WEBHOOK_PATIENCE_HOURS", default=72.0)
WEBHOOK_OVERLAP_HOURS: float = env.float("R57_WEBHOOK_OVERLAP_HOURS", default=24.0)

# --- Logs ----------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": env.str("R57_LOG_LEVEL", default="INFO"),
    },
}
