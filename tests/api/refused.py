"""Queries that no list may answer, and odd ones that it may."""

from urllib.parse import quote, urlencode

NUL, CONTROL, SURROGATE = "%00", "%01", "%ED%A0%80"
REPLACED, BROKEN, NONCHARACTER = "%EF%BF%BD", "%FF", "%EF%BF%BF"
UNCLEAN = (NUL, CONTROL, SURROGATE, REPLACED, BROKEN, NONCHARACTER)

EVERYWHERE = (
    ("nonsense=1", "nonsense", "unknown_parameter"),
    ("state=secret", "state", "malformed"),
    ("id=1", "id", "unknown_parameter"),
    ("format=json", "format", "unknown_parameter"),
    ("=1", "", "unknown_parameter"),
    ("slug__exact=a", "slug__exact", "unknown_parameter"),
    ("slug__regex=a", "slug__regex", "unknown_parameter"),
    ("slug=", "slug", "empty"),
    ("slug", "slug", "empty"),
    ("slug=%20", "slug", "empty"),
    ("q=", "q", "empty"),
    ("q=%20", "q", "empty"),
    ("q=a&q=b", "q", "repeated"),
    (f"q={'a' * 201}", "q", "too_long"),
    ("count=", "count", "empty"),
    ("count=1", "count", "malformed"),
    ("count=True", "count", "malformed"),
    ("count=true&count=true", "count", "repeated"),
    ("page_size=", "page_size", "empty"),
    ("page_size=0", "page_size", "out_of_range"),
    ("page_size=201", "page_size", "out_of_range"),
    ("page_size=-1", "page_size", "out_of_range"),
    ("page_size=abc", "page_size", "out_of_range"),
    ("page_size=1.0", "page_size", "out_of_range"),
    ("page_size=1e1", "page_size", "out_of_range"),
    ("page_size=0000000001999", "page_size", "out_of_range"),
    (f"page_size={'9' * 30}", "page_size", "out_of_range"),
    (f"page_size={quote('１０')}", "page_size", "out_of_range"),
    ("page_size=10&page_size=20", "page_size", "repeated"),
    ("ordering=", "ordering", "empty"),
    ("ordering=nonsense", "ordering", "unknown_order"),
    ("ordering=--slug", "ordering", "unknown_order"),
    ("ordering=%2Bslug", "ordering", "unknown_order"),
    ("ordering=-", "ordering", "unknown_order"),
    ("ordering=id", "ordering", "unknown_order"),
    ("ordering=slug,modified_at", "ordering", "unknown_order"),
    ("ordering=slug&ordering=slug", "ordering", "repeated"),
    ("cursor=", "cursor", "empty"),
    ("cursor=abc", "cursor", "bad_cursor"),
    ("cursor=abc:def", "cursor", "bad_cursor"),
    (f"cursor={'a' * 1001}", "cursor", "too_long"),
    ("created_at__gt=2025-06-12", "created_at__gt", "malformed"),
    ("created_at__gt=2025-06-12T00:00:00", "created_at__gt", "malformed"),
    ("created_at__gt=2025-02-30T00:00:00Z", "created_at__gt", "malformed"),
    ("created_at__gt=2025-06-12T25:00:00Z", "created_at__gt", "malformed"),
    ("created_at__gt=9999-12-31T23:59:59-23:59", "created_at__gt", "malformed"),
    ("created_at__gt=0001-01-01T00:00:00%2B23:59", "created_at__gt", "malformed"),
    *(
        (f"{name}=a{text}", name, "unclean")
        for name in ("q", "slug", "cursor", "ordering")
        for text in UNCLEAN
    ),
)

DAYS = (
    "2025-02-30",
    "2025-13-01",
    "2025-1-1",
    "01/02/2025",
    "0000-01-01",
    "10000-01-01",
    "2025-06-12T00:00:00",
    "2025",
    "today",
    "２０２５-06-12",
)
YEARS = ("9" * 20, "9223372036854775808", "2147483648", "-1", "1.5", "1e3", "２０２５")
VALUES = (
    "9" * 30,
    "9" * 19,
    "0.1234567",
    "1e400",
    "1e5",
    "NaN",
    "Infinity",
    "1,5",
    ".5",
    "5.",
    "+1",
    "--1",
    "１",
)
SLUGS = ("Government", "a--b", "-a", "a_b", "chính-phủ", "a" * 201)


def _each(
    collection: str, name: str, texts: tuple[str, ...]
) -> list[tuple[str, str, str, str]]:
    return [
        (collection, urlencode([(name, text)]), name, "malformed") for text in texts
    ]


BY_COLLECTION = (
    *_each("documents", "issued_on", DAYS),
    *_each("documents", "effective_on__gte", DAYS),
    *_each("documents", "in_force_on", DAYS),
    *_each("documents", "year", YEARS),
    *_each("documents", "year__lt", YEARS),
    *_each("targets", "value", VALUES),
    *_each("targets", "value__gte", VALUES),
    *_each("documents", "issuer", SLUGS),
    *_each("documents", "subjects__n", SLUGS),
    *_each("documents", "implements", SLUGS),
    *_each("documents", "kind", ("lawx", "Law", "law,decree", "luật")),
    *_each("documents", "legal_state", ("alive", "IN_FORCE")),
    *_each("documents", "issued_on__isnull", ("1", "True", "yes")),
    *_each("documents", "title_en__isnull", ("0", "null")),
    *_each("relations", "whole", ("1", "TRUE")),
    *_each("documents", "number", ("-/-", "a" * 81)),
    *_each("documents", "sequence", ("a" * 201,)),
    ("documents", f"sequence={'a' * 1001}", "sequence", "too_long"),
    ("documents", "sequence=%00", "sequence", "unclean"),
    ("documents", "number=57%00", "number", "unclean"),
    ("documents", "kind=law&kind=", "kind", "empty"),
    ("documents", "kind=law&kind=lawx", "kind", "malformed"),
    ("documents", "&".join(["kind=law"] * 101), "kind", "too_many"),
    (
        "documents",
        "in_force_on=2025-01-01&in_force_on=2025-01-02",
        "in_force_on",
        "repeated",
    ),
    (
        "documents",
        "issued_on__gt=2025-01-01&issued_on__gt=2025-01-02",
        "issued_on__gt",
        "repeated",
    ),
    ("relations", "whole=true&whole=false", "whole", "repeated"),
    ("documents", "include=", "include", "empty"),
    ("documents", "include=nonsense", "include", "unknown_part"),
    ("documents", "include=citations,nonsense", "include", "unknown_part"),
    ("documents", "include=Citations", "include", "unknown_part"),
    ("documents", "include=citations,", "include", "empty"),
    ("documents", "include=citations,citations", "include", "repeated"),
    ("documents", "include=citations&include=outgoing", "include", "repeated"),
    ("documents", "include=citations%00", "include", "unclean"),
    ("sources", "include=citations", "include", "unknown_parameter"),
)

UNUSUAL = (
    ("documents", "year=2147483647"),
    ("documents", "year__n=2147483647"),
    ("documents", "year__gte=0"),
    ("documents", "issued_on=0001-01-01"),
    ("documents", "issued_on__lte=9999-12-31"),
    ("documents", "in_force_on=0001-01-01"),
    ("documents", "in_force_on=9999-12-31"),
    ("documents", "created_at__lte=9999-12-31T23:59:59.999999Z"),
    ("documents", "created_at__gte=0001-01-01T00:00:00Z"),
    ("documents", "issuer=no-such-agency"),
    ("documents", "q=%25"),
    ("documents", "q=_"),
    ("documents", "q=%5C"),
    ("documents", "q=%F0%9F%98%80"),
    ("documents", "&".join(["kind=law"] * 100)),
    ("targets", f"value={'9' * 18}.999999"),
    ("targets", f"value__gt=-{'9' * 18}"),
    ("targets", "value=-0"),
    ("targets", "value=007.50"),
)
