"""What an agency owes on a day: tasks that it leads, matters that it is to detail."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import ClassVar

from rest_framework.request import Request
from rest_framework.response import Response

from policies.api.found import published_record
from policies.common.api.clocks import KNOWN_AT, asked_by_clocks
from policies.common.api.conditional import conditional, register_etag
from policies.common.api.questions import Answer, Parameter, Question
from policies.common.clocks import legal_day
from policies.common.filters import KnownDay
from policies.models import Agency
from policies.serializers.owing import OwedByShape
from policies.services.owing import owed_by


class OwedByAgency(Question):
    """What an agency owes on a day, what is late first.

    Tasks that it leads and that are not known to be done, and delegations to it that no
    text fulfils. Late is what should have been done by the day: its whole due period is
    over, or what delegates is in force and not detailed.
    """

    operations: ClassVar[Mapping[str, str]] = {"get": "getOwed"}
    tag = "agencies"
    summary = "What an agency owes: tasks it leads, matters it is to detail"
    parameters: ClassVar[Mapping[str, Parameter]] = {
        "as_of": Parameter(
            KnownDay(),
            "The day; today in Viet Nam unless said otherwise, with `known_at` the "
            "day of that time.",
        ),
        "known_at": KNOWN_AT,
    }
    answers: ClassVar[Mapping[str, Answer]] = {"application/json": OwedByShape}

    @conditional(register_etag)
    @asked_by_clocks
    def get(self, request: Request, slug: str) -> Response:
        """List what an agency owes."""
        day = self.asked(request)["as_of"] or legal_day()
        agency = published_record(Agency, slug)
        found, more = owed_by(agency, day)
        names = ("slug", "code", "name", "name_en")
        rows = [asdict(one) for one in found]
        for row in rows:
            del row["pk"]
            for name in ("label_en", "number", "due_precision"):
                row[name] = row[name] or None
        return Response(
            {
                "agency": {name: getattr(agency, name) or None for name in names},
                "on": day,
                "owed": len(found),
                "late": sum(one.late for one in found),
                "complete": not more,
                "records": rows,
            }
        )
