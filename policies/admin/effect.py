"""What a relation touches, shown before it is published."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from policies.admin.forms import RecordForm, RowForm
from policies.choices import EffectReach
from policies.common.admin.columns import written_day
from policies.common.models import RecordState
from policies.common.registry import with_basis
from policies.models import Provision, Relation
from policies.rules.provisions import citation_en, citation_vi, read_eid
from policies.services.effect import CHANGING, Resting, Touched, touched_by

UNSEEN = "effect_unseen"


@dataclass(frozen=True)
class RelationEffect:
    """What a relation touches as the form has it, and since when."""

    type: str
    since: date | None
    touched: tuple[Touched, ...]

    @classmethod
    def of(
        cls, relation: Relation, provisions: Iterable[Provision]
    ) -> "RelationEffect":
        """Find what a relation touches, published or not."""
        since = relation.effective_on or relation.source.effective_on
        found = touched_by(relation, list(provisions))
        return cls(relation.type, since, tuple(found))

    @property
    def seal(self) -> str:
        """What an officer who has seen this very list sends along."""
        records = [(one.collection, one.slug, reach) for one, reach in self.touched]
        text = repr((self.type, self.since, sorted(records)))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def shown(self, *, asks: bool = False, checked: bool = False) -> SafeString:
        """Write the list, with a box to tick where it must be seen first."""
        unclear = [one for one in self.touched if one[1] is EffectReach.UNCLEAR]
        sure = [one for one in self.touched if one[1] is not EffectReach.UNCLEAR]
        context = {
            "changing": self.type in CHANGING,
            "since": written_day(self.since),
            "count": len(self.touched),
            "groups": list(_groups(sure)),
            "unclear": list(_groups(unclear)),
            "unclear_count": len(unclear),
            "seal": self.seal if asks else "",
            "checked": checked,
            "name": "effect_seen",
        }
        return render_to_string("policies/admin/effect.html", context)


def _groups(touched: Iterable[Touched]) -> Iterable[Mapping[str, Any]]:
    """Give the records by collection, each with its page and what it rests on."""
    collections = {one.name: one for one in with_basis()}
    wanted = list(touched)
    provisions = {one.provision for one, _reach in wanted} - {None}
    named = Provision.objects.in_bulk(provisions)
    order = list(collections)
    wanted.sort(key=lambda one: order.index(one[0].collection))
    for name, records in groupby(wanted, key=lambda one: one[0].collection):
        options = collections[name].model._meta
        rows = [
            {
                "link": _link(options, one),
                "said": _said(named.get(one.provision or 0), reach),
            }
            for one, reach in records
        ]
        yield {"title": options.verbose_name_plural, "rows": rows}


def _link(options: Any, one: Resting) -> SafeString:
    view = f"admin:{options.app_label}_{options.model_name}_change"
    address = reverse(view, args=[one.id])
    return format_html('<a href="{}">{}</a>', address, one.label or one.slug)


def _said(provision: Provision | None, reach: EffectReach) -> str:
    """Say beside a record on what it rests, and if only a part of that is touched."""
    cite = citation_en if get_language() == "en" else citation_vi
    cited = cite(read_eid(provision.eid)) if provision else ""
    part = str(reach.label) if reach is EffectReach.PART else ""
    return "; ".join(one for one in (cited, part) if one)


def to_be_seen(relation: Relation, effect: RelationEffect) -> bool:
    """Tell whether saving would touch records in a way that is not public yet."""
    if relation.state != RecordState.PUBLISHED or not effect.touched:
        return False
    stored = Relation.objects.filter(pk=relation.pk, state=RecordState.PUBLISHED)
    before = stored.select_related("source", "target").first()
    if before is None:
        return True
    return RelationEffect.of(before, before.target_provisions.all()).seal != effect.seal


class EffectWidget(forms.Widget):
    """The list of what the relation touches, with the box to tick."""

    effect: RelationEffect | None = None
    asks = False

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """Write the list as the form has it."""
        if self.effect is None:
            return SafeString(_("Hiện ra khi đã có hai văn bản và loại quan hệ."))
        checked = value == self.effect.seal
        return self.effect.shown(asks=self.asks, checked=checked)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Give the seal of the list that the officer has ticked."""
        return data.get(name)

    def id_for_label(self, id_: str) -> str:
        """Label nothing: the box has its own words."""
        return ""


class RelationForm(RecordForm):
    """A relation, published only once what it touches has been seen."""

    effect_seen = forms.CharField(
        label=gettext_lazy("Bản ghi bị ảnh hưởng"), required=False, widget=EffectWidget
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        relation: Any = self.instance
        if "effect_seen" in self.fields and relation.pk and not self.is_bound:
            self._show(RelationEffect.of(relation, relation.target_provisions.all()))

    def _post_clean(self) -> None:
        super()._post_clean()
        relation: Any = self.instance
        if not (relation.source_id and relation.target_id):
            return
        named = self.cleaned_data.get("target_provisions") or ()
        effect = RelationEffect.of(relation, named)
        asks = to_be_seen(relation, effect)
        self._show(effect, asks=asks)
        if asks and self.cleaned_data.get("effect_seen") != effect.seal:
            self.add_error("effect_seen", unseen(len(effect.touched)))

    def _show(self, effect: RelationEffect, *, asks: bool = False) -> None:
        widget: Any = self.fields["effect_seen"].widget
        widget.effect, widget.asks = effect, asks


def unseen(count: int) -> ValidationError:
    """Say that records would be touched which nobody has looked at."""
    words = ngettext(
        "Công bố quan hệ này sẽ ảnh hưởng đến %(count)s bản ghi. Hãy xem danh sách, "
        "đánh dấu đã xem rồi lưu lại.",
        "Công bố quan hệ này sẽ ảnh hưởng đến %(count)s bản ghi. Hãy xem danh sách, "
        "đánh dấu đã xem rồi lưu lại.",
        count,
    )
    return ValidationError(words, code=UNSEEN, params={"count": count})


class RelationRowForm(RowForm):
    """A relation as a row: what touches records is published on its own page."""

    def _post_clean(self) -> None:
        super()._post_clean()
        relation: Any = self.instance
        if self.errors or not relation.target_id or not self.has_changed():
            return
        named = relation.target_provisions.all() if relation.pk else ()
        effect = RelationEffect.of(relation, named)
        if to_be_seen(relation, effect):
            words = _(
                "Ảnh hưởng đến %(count)s bản ghi: hãy lưu bản nháp, rồi công bố trên "
                "trang riêng của quan hệ, nơi có danh sách."
            )
            params = {"count": len(effect.touched)}
            self.add_error("state", ValidationError(words, code=UNSEEN, params=params))
