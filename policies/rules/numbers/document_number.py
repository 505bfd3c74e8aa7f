"""A document number that has been read."""

from dataclasses import dataclass, field

from policies.common.text import ascii_key
from policies.rules.numbers.forms import NumberForm, NumberResult
from policies.rules.numbers.kinds import family_of, kinds_of


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """Number of a document, such as 262/2025/NĐ-CP, with its parts.

    Parts that the number does not have, or that cannot be told, are empty or
    None: a legacy number has no type and no issuers, though it may show some.
    """

    result: NumberResult
    form: NumberForm
    sequence: str = ""
    """Running number, at least two digits (``"05"``, ``"66.14"``, ``"12A"``)."""
    year: int | None = None
    """Year inside the number; never taken from anywhere else."""
    term: int | None = None
    """Term of the National Assembly: 15 in ``QH15``."""
    type_token: str = ""
    """Abbreviated type: ``"NĐ"``; empty for ``193/2025/QH15``."""
    issuers: tuple[str, ...] = ()
    """Abbreviated issuers without the term, in the order printed."""
    normalised: str = ""
    """Canonical printing; empty when there is no number."""
    suggestion: str | None = None
    """What a transposed number should read."""
    stated_kinds: frozenset[str] = field(default=frozenset(), compare=False)
    """Kinds named by the word before the number ("Luật 93/2025/QH15"), if any.

    Laws and resolutions of one National Assembly run in separate series, so
    this word can be all that parts two documents.
    """

    @property
    def key(self) -> str:
        """Look-up key, the same for every spelling: ``"262-2025-nd-cp"``."""
        return ascii_key(self.normalised)

    @property
    def kinds(self) -> frozenset[str]:
        """Codes of the document kinds that can carry this number."""
        return kinds_of(self.form, self.type_token, self.issuers)

    @property
    def family(self) -> str | None:
        """Family that this number belongs to, or None if the number is silent."""
        return family_of(self.form, self.type_token)
