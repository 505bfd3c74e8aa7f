"""Shapes of the exports: what there is, and at which position of the log."""

from typing import Any

from rest_framework import serializers

from policies.common.api.search_shapes import SearchedField
from policies.common.exports.reading import Form


class ExportFileShape(serializers.Serializer[Any]):
    """One file: every published record of a collection, ordered by public id."""

    collection = SearchedField(
        help_text="The collection; `documents` holds those of every kind."
    )
    format = serializers.ChoiceField([one.value for one in Form])
    name = serializers.CharField(help_text="Name of the file.")
    address = serializers.URLField(help_text="Where it is, at this position.")
    rows = serializers.IntegerField(min_value=0, help_text="Records in it.")
    bytes = serializers.IntegerField(min_value=0, help_text="Its length.")
    sha256 = serializers.RegexField(
        "^[0-9a-f]{64}$", help_text="SHA-256 of its bytes, in hexadecimal."
    )


class ExportsShape(serializers.Serializer[Any]):
    """The manifest: files that all show one state of the register."""

    log = serializers.CharField(help_text="Id of this installation's change log.")
    position = serializers.IntegerField(
        min_value=0,
        help_text="Last sequence of the log that the files hold: go on with "
        "`/changes/?after=` this.",
    )
    version = serializers.IntegerField(
        min_value=0, help_text="How many writes there were, drafts included."
    )
    files = ExportFileShape(many=True)
