"""``python -m tests.clients``: make, check and run every client of docs/clients.md.

The register is served from a scratch database; the clients lie in ``var/clients``.
"""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests.clients.excused import unexcused
from tests.clients.page import SERVER, Client, clients
from tests.served import served

ROOT = Path(__file__).resolve().parents[2]
MADE = ROOT / "var" / "clients"
TYPESCRIPT = Path(__file__).with_name("typescript")
TOOLS = Path(sys.executable).parent
MYPY = ("mypy", "--strict", "--config-file=", "--no-error-summary")
COMPLAINT = ("warn", "error")


class ClientError(Exception):
    """A client that could not be made, does not type-check, or answers otherwise."""


def run(folder: Path, command: list[str], *, fails: bool = False) -> str:
    """Run a tool of this environment; give what it printed.

    Raises:
        ClientError: it failed, and was not allowed to.

    """
    done = subprocess.run(  # noqa: S603 - the commands of docs/clients.md
        command,
        cwd=folder,
        env=os.environ
        | {
            "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}",
            "FORCE_COLOR": "0",
            "NPM_CONFIG_LOGLEVEL": "error",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode and not fails:
        raise ClientError(f"{shlex.join(command)}\n{done.stdout}")
    return done.stdout


def generate(client: Client, folder: Path, address: str) -> list[str]:
    """Write the files and run the commands of a section; give the complaints."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in client.files.items():
        (folder / name).write_text(text.replace(SERVER, address), encoding="utf-8")
    if client.language == "TypeScript":
        for name in ("package.json", "package-lock.json", "tsconfig.json"):
            shutil.copy(TYPESCRIPT / name, folder)
        run(folder, ["npm", "ci", "--no-audit", "--no-fund"])
    told = [
        run(folder, shlex.split(command.replace(SERVER, address)))
        for command in client.commands
    ]
    return [
        line
        for line in "".join(told).splitlines()
        if any(word in line.lower() for word in COMPLAINT) and " INFO " not in line
    ]


def check(client: Client, folder: Path) -> list[str]:
    """Check the types of the client and the programmes; give the errors."""
    if client.language == "TypeScript":
        told = run(folder, ["npx", "tsc", "--pretty", "false"], fails=True)
        return [line for line in told.splitlines() if not line.startswith(" ")]
    command = [*MYPY, *client.programmes, "r57_client"]
    lines = run(folder, command, fails=True).splitlines()
    return [line for line in lines if ": note: " not in line]


def start(client: Client, folder: Path) -> str:
    """Run the programmes; give what they print."""
    if client.language == "TypeScript":
        built = [f"built/{name.replace('.ts', '.js')}" for name in client.programmes]
        return "".join(run(folder, ["node", one]) for one in built)
    return "".join(run(folder, [sys.executable, one]) for one in client.programmes)


def tried(client: Client, address: str) -> None:
    """Make, check and run one client.

    Raises:
        ClientError: with what is wrong.

    """
    name = client.title.lower().replace(": ", "-").replace(" ", "-")
    folder = MADE / name
    faults = unexcused(client.tool, generate(client, folder, address))
    faults += unexcused(client.tool, check(client, folder))
    if faults:
        raise ClientError("\n".join(faults))
    printed = start(client, folder)
    if printed != client.output:
        raise ClientError(f"prints\n{printed}\ninstead of\n{client.output}")


def main(names: list[str]) -> int:
    """Try every client, or those whose titles hold one of the names."""
    failed = 0
    with served("clients") as address:
        for client in clients():
            if names and not any(name in client.title for name in names):
                continue
            try:
                tried(client, address)
            except ClientError as error:
                failed += 1
                sys.stdout.write(f"{client.title}: {error}\n")
            else:
                sys.stdout.write(f"{client.title}: made, checked, run.\n")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
