"""Pictures stand on the pages of what they show, in words too."""

from decrees.models import Decree
from policies.common.models import RecordState
from policies.models import Law, Measure, Target
from tests.factories import make_decree, make_law, make_measure, make_target
from tests.policies.admin.cases import AdminCase, page


class PictureTests(AdminCase):
    def test_a_document_shows_its_lineage_and_its_coverage(self) -> None:
        law, decree = make_law(title='Luật "thử" <b>'), make_decree()
        for record, model in ((law, Law), (decree, Decree)):
            shown = self.client.get(page(model, "change", record.pk))
            for name in ("lineage", "coverage"):
                address = f"/api/v1/documents/{record.slug}/{name}.svg?lang=vi"
                self.assertContains(shown, f'src="{address}"')
        shown = self.client.get(page(Law, "change", law.pk))
        self.assertContains(shown, "&quot;thử&quot; &lt;b&gt;")

    def test_a_target_shows_its_path(self) -> None:
        target = make_target()
        shown = self.client.get(page(Target, "change", target.pk))
        self.assertContains(shown, f'src="/api/v1/targets/{target.slug}/path.svg')
        self.assertContains(shown, 'alt="Đường đến mục tiêu: ')

    def test_an_officer_who_reads_english_gets_english_pictures(self) -> None:
        target = make_target()
        address = page(Target, "change", target.pk)
        shown = self.client.get(address, headers={"accept-language": "en"})
        self.assertContains(shown, "path.svg?lang=en")

    def test_a_draft_has_no_picture_yet(self) -> None:
        draft = make_law(state=RecordState.DRAFT)
        shown = self.client.get(page(Law, "change", draft.pk))
        self.assertContains(shown, "Có hình khi bản ghi đã công bố.")
        self.assertNotContains(shown, "lineage.svg")

    def test_what_has_no_picture_says_nothing_of_pictures(self) -> None:
        shown = self.client.get(page(Measure, "change", make_measure().pk))
        self.assertNotContains(shown, "Hình vẽ")
        self.assertNotContains(self.client.get(page(Law, "add")), "Hình vẽ")
