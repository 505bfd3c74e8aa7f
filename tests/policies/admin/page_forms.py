"""What a browser would send of a form on a page, filled in as it stands."""

from html.parser import HTMLParser

Fields = dict[str, list[str]]


class FormReader(HTMLParser):
    """Reads the boxes of the record's form, with a browser's line ends."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: Fields = {}
        self.select: str | None = None
        self.option: str | None = None
        self.textarea: str | None = None
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name")
        if tag == "textarea":
            self.textarea, self.text = name, ""
        elif "disabled" in given:
            return
        elif tag == "input" and name:
            self.read_input(name, given)
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in given:
            self.fields.setdefault(self.select, []).append(given.get("value") or "")

    def read_input(self, name: str, given: dict[str, str | None]) -> None:
        if given.get("type") in {"submit", "button"}:
            return
        checkbox = given.get("type") == "checkbox"
        if checkbox and "checked" not in given:
            return
        value = given.get("value") or ("on" if checkbox else "")
        self.fields.setdefault(name, []).append(value)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = None
        if tag == "textarea" and self.textarea:
            text = self.text.removeprefix("\n").replace("\n", "\r\n")
            self.fields.setdefault(self.textarea, []).append(text)
            self.textarea = None


def fields_of(html: str) -> Fields:
    """Read what the page's form would send; rows still to be added are left out."""
    reader = FormReader()
    reader.feed(html)
    return {
        name: values
        for name, values in reader.fields.items()
        if "__prefix__" not in name
    }
