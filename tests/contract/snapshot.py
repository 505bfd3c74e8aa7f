"""The snapshot of the OpenAPI document, and the examples that stand in it.

``python -m tests.contract.snapshot`` writes ``tests/contract/openapi.json`` and
``r57/openapi_examples.json`` anew, from the register in ``fixtures/``.
"""

import os
import subprocess
import sys
from pathlib import Path

SNAPSHOT = Path(__file__).with_name("openapi.json")
RENEW = "python -m tests.contract.snapshot"

EXAMPLES = {
    "agencies": "ministry-of-science-and-technology",
    "agency-successions": (
        "ministry-of-information-and-communications-to-ministry-of-science-and-technology"
    ),
    "circulars": "03-2009-tt-bng",
    "citations": "document-57-nq-tw-c1",
    "conditions": "support-for-5g-stations-article-11-condition-stations",
    "decisions": "1131-qd-ttg",
    "decrees": "262-2025-nd-cp",
    "delegation-citations": "delegation-193-2025-qh15-delegation-art-11-c1",
    "delegations": "193-2025-qh15-delegation-art-11",
    "document-aliases": "06-qd-ttg-alias-project-06",
    "documents": "57-nq-tw",
    "events": "adoption-of-law-93-2025-qh15",
    "example-values": "commercialisation-revenue-split-30-70-example-remainder-revenue",
    "indicators": "5g-stations-built-in-year",
    "laws": "93-2025-qh15",
    "measure-inputs": "commercialisation-revenue-split-30-70-input-revenue",
    "measures": "commercialisation-revenue-split-30-70",
    "observations": "additional-budget-2025",
    "people": "bui-the-duy",
    "platforms": "national-data-centre",
    "posts": "bui-hoang-phuong-deputy-minister-of-science-and-technology",
    "provisions": "193-2025-qh15-art-10-cl-2",
    "relations": "88-2025-nd-cp-details-193-2025-qh15",
    "reported-states": "60-2024-qh15-reported-in-force",
    "resolutions": "193-2025-qh15",
    "sources": "luatvietnam-resolution-193-2025-qh15",
    "statements": "accept-risk-and-delay",
    "subjects": "5g",
    "target-groups": "digital-technology-enterprises",
    "targets": "20000-5g-stations-per-operator-in-2025",
    "tasks": "193-2025-qh15-5g-stations-2025",
    "technologies": "5g-devices",
    "terms": "commercialisation-revenue-split-30-70-researchers",
    "unresolved-citations": "93-2025-qh15-amends-related-resolutions",
    "worked-examples": "commercialisation-revenue-split-30-70-example-remainder",
}


def main() -> int:
    """Let the tests that compare write instead."""
    environment = os.environ | {"R57_RECORD": "1"}
    command = [sys.executable, "-m", "pytest", "tests/contract/test_snapshot.py"]
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main())
