"""The report on the register's data: complete, and a fact without a source fails."""

from io import StringIO

from django.core.management import CommandError, call_command
from django.test import TestCase

from policies.models import (
    Agency,
    Document,
    Event,
    LegalInterval,
    Measure,
    Observation,
    ProgressInterval,
    Relation,
    Statement,
    Target,
    Task,
)

BARS = {
    Document: 60,
    Relation: 60,
    Agency: 50,
    Measure: 30,
    Target: 20,
    Task: 40,
    Observation: 25,
    Event: 15,
    Statement: 30,
}


class CheckDataTest(TestCase):
    """What an editor of the register is told."""

    def test_every_fact_of_the_register_has_a_citation(self) -> None:
        out = StringIO()
        call_command("check_data", stdout=out)
        self.assertIn("Every fact has a citation.", out.getvalue())
        self.assertIn("official numbers:", out.getvalue())

    def test_a_fact_without_a_citation_fails_and_is_named(self) -> None:
        document = Document.objects.get(slug="57-nq-tw")
        document.citations.all().delete()
        with self.assertRaises(CommandError) as caught:
            call_command("check_data", stdout=StringIO())
        self.assertIn("documents: 57-nq-tw", str(caught.exception))

    def test_what_is_kept_is_what_the_rules_give(self) -> None:
        out = StringIO()
        call_command("check_data", stdout=out)
        self.assertIn("States and progress are as computed.", out.getvalue())

    def test_what_was_tampered_with_is_named_and_can_be_set_right(self) -> None:
        law, target = "93-2025-qh15", "digital-economy-30-percent-of-gdp-by-2030"
        LegalInterval.objects.filter(document__slug=law).update(reason="repealed")
        ProgressInterval.objects.filter(target__slug=target).delete()
        with self.assertRaises(CommandError) as caught:
            call_command("check_data", stdout=StringIO())
        self.assertIn(f"legal states of documents: {law}", str(caught.exception))
        self.assertIn(f"progress of targets: {target}", str(caught.exception))
        out = StringIO()
        call_command("check_data", rebuild=True, stdout=out)
        self.assertIn("Set right: 2 records.", out.getvalue())

    def test_the_register_is_as_complete_as_it_says(self) -> None:
        for model, bar in BARS.items():
            with self.subTest(model.__name__):
                self.assertGreater(model._default_manager.count(), bar)
