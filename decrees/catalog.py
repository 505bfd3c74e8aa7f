"""The collections of subordinate legislation, one after the other."""

from decrees import filtersets, models, serializers
from decrees.querysets import overdue_on, owed_on
from policies.catalog import ON_DOCUMENT, documents
from policies.common.collections import Collection, Debt, Label
from policies.common.keyset import Order

COLLECTIONS = (
    documents("decrees", "decree", models.Decree, "Decrees of the Government."),
    documents(
        "circulars",
        "circular",
        models.Circular,
        "Circulars of ministers and heads of equal bodies, and joint circulars.",
    ),
    documents("decisions", "decision", models.Decision, "Decisions of every issuer."),
    Collection(
        name="delegations",
        singular="delegation",
        model=models.Delegation,
        serializer=serializers.DelegationShape,
        filterset=filtersets.DelegationFilterSet,
        about="What laws order to be detailed, who owes it, and what fulfilled it.",
        label=Label("matter", "matter_en"),
        orders=(Order("due_on", "due_on_order"),),
        attached=ON_DOCUMENT,
        debt=Debt("agency", owed_on, overdue_on),
    ),
    Collection(
        name="delegation-citations",
        singular="delegationCitation",
        model=models.DelegationCitation,
        serializer=serializers.DelegationCitationShape,
        filterset=filtersets.DelegationCitationFilterSet,
        about="Which source says what about which delegation, and where.",
        label=Label("locator"),
    ),
)
