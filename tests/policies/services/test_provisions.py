"""Provisions: their address follows from their label and from where they stand."""

from policies.choices import ProvisionKind
from policies.models import Provision
from policies.services import Outcome
from tests.factories import make_document, make_law, make_provision
from tests.policies.services.cases import ServiceCase, history_of

ARTICLE, CLAUSE, POINT = (
    ProvisionKind.ARTICLE,
    ProvisionKind.CLAUSE,
    ProvisionKind.POINT,
)


class AddressTests(ServiceCase):
    """The eId and the order of provisions are derived."""

    def setUp(self) -> None:
        self.law = make_law()
        self.article = self.make(ARTICLE, "5")
        self.clause = self.make(CLAUSE, "2", self.article)
        self.point = self.make(POINT, "đ", self.clause)

    def make(
        self, level: str, label: str, parent: Provision | None = None
    ) -> Provision:
        """Make a provision of the law."""
        return make_provision(
            document=self.law, level=level, label=label, parent=parent
        )

    def test_a_point_is_addressed_by_article_clause_and_letter(self) -> None:
        self.assertEqual("art_5__cl_2__pt_dd", self.point.eid)

    def test_provisions_come_in_the_order_of_the_law(self) -> None:
        for label in ("10", "6a", "6", "7"):
            self.make(ARTICLE, label)
        labels = [one.label for one in self.law.provisions.all()]
        self.assertEqual(["5", "2", "đ", "6", "6a", "7", "10"], labels)

    def test_a_new_number_of_an_article_reaches_all_below_it(self) -> None:
        self.change(self.article, label="7")
        self.make(ARTICLE, "6")
        for one in (self.clause, self.point):
            one.refresh_from_db()
        self.assertEqual("art_7__cl_2", self.clause.eid)
        self.assertEqual("art_7__cl_2__pt_dd", self.point.eid)
        labels = [one.label for one in self.law.provisions.all()]
        self.assertEqual(["6", "7", "2", "đ"], labels)
        self.assertEqual(2, len(history_of(self.point)))

    def test_a_heading_changed_leaves_what_is_below_alone(self) -> None:
        self.change(self.article, heading="Tên điều")
        self.assertEqual(1, len(history_of(self.clause)))

    def test_an_article_is_there_once(self) -> None:
        again = self.make(ARTICLE, "6")
        refusal = self.refusal(again, label="5")
        self.assertEqual(["__all__"], list(refusal.message_dict))

    def test_what_is_above_belongs_to_the_same_document(self) -> None:
        other = make_provision(document=make_document())
        self.assert_refused(self.clause, {"parent": "elsewhere"}, parent=other)

    def test_an_article_with_clauses_does_not_move_to_another_document(self) -> None:
        self.assert_refused(
            self.article, {"document": "has_parts"}, document=make_law()
        )

    def test_what_is_above_never_comes_below(self) -> None:
        self.assert_refused(self.article, {"parent": "circle"}, parent=self.point)
        self.assert_refused(self.article, {"parent": "circle"}, parent=self.article)


class LabelTests(ServiceCase):
    """A label that no drafter would write is refused."""

    def test_an_impossible_label_is_refused(self) -> None:
        provision = make_provision()
        for level, label in (
            (ARTICLE, "0"),
            (ARTICLE, ""),
            (POINT, "f"),
            (ProvisionKind.CHAPTER, "IIII"),
        ):
            with self.subTest(level=level, label=label):
                self.assert_refused(
                    provision, {"label": "label"}, level=level, label=label
                )

    def test_an_unknown_level_is_refused_at_its_field(self) -> None:
        self.assert_refused(make_provision(), {"level": "invalid_choice"}, level="page")

    def test_a_provision_of_no_document_is_refused_at_its_field(self) -> None:
        provision = Provision(slug="dieu-1", level=ARTICLE, label="1")
        self.assert_refused(provision, {"document": "null"})

    def test_the_one_annex_of_a_text_needs_no_label(self) -> None:
        annex = make_provision(level=ProvisionKind.ANNEX, label="")
        self.assertEqual("att", annex.eid)
        self.assertEqual(Outcome.UPDATED, self.change(annex, heading="Danh mục"))
