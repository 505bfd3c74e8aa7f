"""Files that tests compare with, and write anew when ``R57_RECORD`` is set."""

import json
import os
from pathlib import Path
from typing import Any

RECORDING = bool(os.environ.get("R57_RECORD"))


def written(value: Any) -> str:
    """Write a value as a reviewer reads it best: sorted, one member a line."""
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def recorded(path: Path, found: Any) -> Any:
    """Give what a file holds; when recording, put there first what was found."""
    if RECORDING:
        path.write_text(written(found), encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))
