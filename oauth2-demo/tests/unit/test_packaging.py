"""What people install is what is in the checkout: requirements, package list, wheel and source distribution."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from oauth2_demo.tests.support.stack import copy_checkout

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "oauth2-demo"
PRIVATE = ("keys", "logs", "data", "tests")


def _uv() -> str:
    found = shutil.which("uv") or shutil.which("uv", path=str(ROOT / ".tools/uv/bin"))
    assert found, "uv is missing: run the tests with ./scripts/test.sh, which gets it"
    return found


def _run_uv(*arguments: str, cwd: Path = ROOT) -> str:
    done = subprocess.run([_uv(), *arguments], cwd=cwd, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _listed_packages() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return set(project["tool"]["setuptools"]["packages"])


def _packages_on_disk() -> set[str]:
    folders = {path.parent.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py")}
    return {
        ".".join(("oauth2_demo", *folder.parts)) for folder in folders if not folder.parts or folder.parts[0] != "tests"
    }


def _source_files() -> set[str]:
    """Every file of the package that a wheel must hold, as it is called in the wheel."""
    listed = [PACKAGE.joinpath(*package.split(".")[1:]) for package in _listed_packages()]
    return {
        f"oauth2_demo/{path.relative_to(PACKAGE)}"
        for folder in listed
        for path in folder.iterdir()
        if path.suffix in {".py", ".json", ".typed", ".sql", ".html"} or path.name == "py.typed"
    }


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel and a source distribution, built from a checkout in use: with a key, a log and a database in it."""
    # Without this checkout's own keys, which belong to the containers where they run.
    checkout = copy_checkout(tmp_path_factory.mktemp("checkout") / "repository", os.getuid())
    for private in ("keys/encryption.key", "logs/security_audit.log", "data/oauth2.db", "tests/keys/jwt_signing.json"):
        planted = checkout / "oauth2-demo" / private
        planted.parent.mkdir(parents=True, exist_ok=True)
        planted.write_text("private", encoding="utf-8")
    _run_uv("build", "--quiet", "--out-dir", str(checkout / "dist"), cwd=checkout)
    return checkout / "dist"


def _private(names: list[str]) -> list[str]:
    return [name for name in names if any(folder in PRIVATE for folder in Path(name).parts) and not name.endswith("/")]


def test_requirements_are_the_pins_of_the_lock_file() -> None:
    exported = _run_uv("export", "--quiet", "--frozen", "--no-dev", "--no-emit-project", "--no-header")
    assert (ROOT / "requirements.txt").read_text(encoding="utf-8") == exported, (
        "run: uv export --quiet --frozen --no-dev --no-emit-project --no-header -o requirements.txt"
    )


def test_requirements_hold_third_party_pins_with_hashes_only() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


def test_the_package_list_equals_the_folders_on_disk() -> None:
    assert _listed_packages() == _packages_on_disk()


def test_the_wheel_holds_every_module_and_every_data_file(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {"oauth2_demo/py.typed", "oauth2_demo/settings.py"} <= held
    assert _source_files() - held == set()


def test_the_wheel_holds_no_keys_no_logs_no_data_and_no_tests(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    assert _private(zipfile.ZipFile(wheel).namelist()) == []


def test_the_source_distribution_holds_no_keys_no_logs_no_data_and_no_tests(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        assert _private(archive.getnames()) == []


def test_the_wheel_can_be_imported_without_the_checkout(distributions: Path, tmp_path: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import oauth2_demo; print(oauth2_demo.__file__)"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout.strip() == f"{wheel}/oauth2_demo/__init__.py", done.stderr
