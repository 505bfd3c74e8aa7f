"""A measure is published with its drafts in one step, or not at all."""

from typing import Any

from policies.models import Measure, Term
from tests.factories import make_measure
from tests.policies.admin.cases import AdminCase, page
from tests.policies.services.test_promises import make_split


class PublishingTests(AdminCase):
    """The action on the list of measures."""

    def publish(self, *measures: Measure) -> list[str]:
        """Mark measures and publish them; what the page then says."""
        sent: dict[str, Any] = {
            "action": "publish_with_parts",
            "_selected_action": [one.pk for one in measures],
        }
        response = self.client.post(page(Measure, "changelist"), sent, follow=True)
        return [str(one) for one in response.context["messages"]]

    def test_everything_it_rests_on_comes_along(self) -> None:
        measure = make_split(state="draft")
        (said,) = self.publish(measure)
        self.assertIn("đã công bố 12 bản ghi", said)
        measure.refresh_from_db()
        self.assertEqual("published", measure.state)
        self.assertEqual(self.officer, measure.history.latest().history_user)

    def test_one_that_does_not_come_out_stays_a_draft_and_says_why(self) -> None:
        wrong = make_split(state="draft", examples=1)
        right = make_measure(state="draft")
        said = " ".join(self.publish(wrong, right))
        self.assertIn("cần hai ví dụ tính", said)
        states = {one.pk: one.state for one in Measure.objects.all()}
        self.assertEqual("draft", states[wrong.pk])
        self.assertEqual("published", states[right.pk])
        drafts = Term.objects.filter(measure=wrong).values_list("state", flat=True)
        self.assertEqual({"draft"}, set(drafts))
