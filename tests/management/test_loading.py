"""Loading the register: all or nothing, harmless to repeat, faults in words."""

from collections.abc import Mapping

from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import TestCase

from policies.management.fixtures import FixtureError
from policies.management.loading import load
from policies.models import Citation, Measure, Source, Term
from policies.services import Outcome
from tests.management.folders import MEASURE, SOURCE, folder, term


class LoadingTest(TestCase):
    """What somebody who loads files gets."""

    def faults(self, files: Mapping[str, str]) -> str:
        """Load what must be refused, and give the faults."""
        before = Measure.objects.count(), Citation.objects.count()
        with folder(**files) as place, self.assertRaises(FixtureError) as caught:
            load(place)
        after = Measure.objects.count(), Citation.objects.count()
        self.assertEqual(before, after, "something was written")
        self.assertFalse(Source.objects.filter(slug="made-source").exists())
        return str(caught.exception)

    def test_the_register_is_loaded_and_loading_again_changes_nothing(self) -> None:
        loaded = load(settings.BASE_DIR / "fixtures")
        self.assertEqual(loaded.total(Outcome.CREATED), 0)
        self.assertEqual(loaded.total(Outcome.UPDATED), 0)
        self.assertGreater(loaded.total(Outcome.UNCHANGED), 2000)

    def test_a_changed_row_updates_its_record_only(self) -> None:
        files = {"sources": SOURCE, "measures": MEASURE, "terms": term("30")}
        with folder(**files) as place:
            load(place)
        with folder(**files | {"terms": term("40")}) as place:
            loaded = load(place)
        self.assertEqual(loaded.total(Outcome.UPDATED), 1)
        self.assertEqual(Term.objects.get(slug="made-term").value, 40)

    def test_what_a_row_leaves_out_becomes_unknown(self) -> None:
        with folder(sources=SOURCE + "  publisher: Báo thử\n") as place:
            load(place)
        with folder(sources=SOURCE) as place:
            load(place)
        self.assertEqual(Source.objects.get(slug="made-source").publisher, "")

    def test_an_unknown_key_is_named(self) -> None:
        words = self.faults({"sources": SOURCE + "  colour: red\n"})
        self.assertIn("sources.yaml: made-source: colour", words)

    def test_an_unknown_code_is_named(self) -> None:
        words = self.faults({"sources": SOURCE.replace("press", "rumour")})
        self.assertIn("sources.yaml: made-source: kind", words)
        self.assertIn("rumour", words)

    def test_a_share_of_130_percent_is_refused(self) -> None:
        files = {"sources": SOURCE, "measures": MEASURE, "terms": term("130")}
        words = self.faults(files)
        self.assertIn("terms.yaml: made-term: record: ", words)
        self.assertIn("100", words)

    def test_a_slug_that_stands_twice_is_named(self) -> None:
        words = self.faults({"sources": SOURCE + SOURCE})
        self.assertIn("sources.yaml: made-source: stands twice", words)

    def test_a_missing_reference_is_named(self) -> None:
        words = self.faults({"sources": SOURCE, "terms": term("30")})
        self.assertIn("terms.yaml: made-term: measure", words)
        self.assertIn("made-measure", words)

    def test_a_citation_of_a_missing_source_is_named(self) -> None:
        text = MEASURE.replace("made-source", "no-such-source")
        words = self.faults({"sources": SOURCE, "measures": text})
        self.assertIn("measures.yaml: made-measure: citation 1: source", words)

    def test_records_that_refer_in_a_circle_are_named(self) -> None:
        circle = "- {slug: ring-a, name: A, parent: ring-b}\n"
        circle += "- {slug: ring-b, name: B, parent: ring-a}\n"
        words = self.faults({"sources": SOURCE, "subjects": circle})
        self.assertIn("subjects.yaml: records refer in a circle", words)

    def test_an_impossible_date_is_named(self) -> None:
        text = SOURCE + '  published_on: "2025-02-30"\n  published_precision: day\n'
        words = self.faults({"sources": text})
        self.assertIn("sources.yaml: made-source: published_on", words)

    def test_a_file_that_is_not_yaml_is_named(self) -> None:
        self.assertIn("subjects.yaml", self.faults({"subjects": "- {slug: ["}))

    def test_a_file_of_no_collection_is_named(self) -> None:
        words = self.faults({"sources": SOURCE, "planets": "- slug: mars\n"})
        self.assertIn("planets.yaml: no collection has this file", words)

    def test_every_fault_is_reported_at_once(self) -> None:
        text = SOURCE.replace("press", "rumour") + "- {slug: other, kind: press}\n"
        words = self.faults({"sources": text})
        self.assertIn("made-source: kind", words)
        self.assertIn("other: title", words)

    def test_the_command_says_that_nothing_was_loaded(self) -> None:
        with (
            folder(planets="- slug: mars\n") as place,
            self.assertRaises(CommandError) as e,
        ):
            call_command("load_register", str(place))
        self.assertIn("Nothing loaded", str(e.exception))
