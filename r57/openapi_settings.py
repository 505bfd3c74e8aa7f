"""Settings of the OpenAPI document; see docs/api.md for what they promise."""

from typing import Any

ENUMS = {
    "AgencyKind": "policies.choices.AgencyKind",
    "AliasKind": "policies.choices.AliasKind",
    "Ambition": "policies.choices.Ambition",
    "CitedRecord": "policies.choices.CitedRecord",
    "Comparator": "policies.choices.Comparator",
    "Direction": "policies.choices.Direction",
    "DocumentFamily": "policies.choices.DocumentFamily",
    "DocumentKind": "policies.choices.DocumentKind",
    "DocumentStage": "policies.choices.DocumentStage",
    "EventKind": "policies.choices.EventKind",
    "Instrument": "policies.choices.Instrument",
    "InverseRelationType": "policies.choices.InverseRelationType",
    "Language": "policies.choices.Language",
    "LegalStateCode": "policies.choices.LegalStateCode",
    "NumberStatus": "policies.choices.NumberStatus",
    "PlatformKind": "policies.choices.PlatformKind",
    "PlatformStatus": "policies.choices.PlatformStatus",
    "ProvisionKind": "policies.choices.ProvisionKind",
    "RelationType": "policies.choices.RelationType",
    "RuleKind": "policies.choices.RuleKind",
    "SourceKind": "policies.choices.SourceKind",
    "StateReason": "policies.choices.StateReason",
    "StatementKind": "policies.choices.StatementKind",
    "StipInstrument": "policies.choices.StipInstrument",
    "SuccessionKind": "policies.choices.SuccessionKind",
    "TaskStatus": "policies.choices.TaskStatus",
    "TechnologyKind": "policies.choices.TechnologyKind",
    "TermRole": "policies.choices.TermRole",
    "Unit": "policies.choices.Unit",
    "RecordState": "policies.common.models.RecordState",
    "DatePrecision": "policies.common.fields.DatePrecision",
}

SPECTACULAR: dict[str, Any] = {
    "TITLE": "R57",
    "DESCRIPTION": (
        "Register of the policies, laws and decrees that carry out Viet Nam's "
        "Resolution 57-NQ/TW on science, technology, innovation and digital "
        "transformation. Reading needs no key. Unknown parameters are refused."
    ),
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": r"/api/v[0-9]+",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "COMPONENT_SPLIT_PATCH": True,
    "COMPONENT_NO_READ_ONLY_REQUIRED": False,
    "ENFORCE_NON_BLANK_FIELDS": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": True,
    "ENUM_NAME_OVERRIDES": ENUMS,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "r57.openapi.tidy",
        "r57.openapi.describe_tags",
        "r57.openapi.give_examples",
    ],
    "CONTACT": {"name": "R57"},
    "LICENSE": {"name": "CC-BY-4.0", "identifier": "CC-BY-4.0"},
    "SERVERS": [{"url": "/", "description": "This server"}],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SORT_OPERATIONS": True,
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "docExpansion": "none",
        "filter": True,
        "defaultModelsExpandDepth": 0,
    },
}
