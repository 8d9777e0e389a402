"""What `playbook init` writes is a playbook that checks, builds, and says what to replace."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml

from built import files
from playbook.starter.files import FILES, HOSTS, Choices, make_files
from playbook.starter.repository import REMOTE, Repository
from playbook.starter.writing import write_new_files
from projects import ROOT, Run

PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}")
OWN = ("firstchord", "discovery-playbook/discovery-playbook", "make ", "pytest")
DAY = date(2026, 2, 28)
NAMES = ("Team Otter", "チーム・カワウソ", '🦦 "Otter\'s": # [[x]] {{ y }} <% z %> <b>*')


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_file_holds_its_words_and_none_of_ours(name: str, host: str) -> None:
    made = make_files(Choices(name, host, "1.2.3", DAY))
    assert yaml.safe_load(re.sub("!ENV", "", made["site_config/site.yml"]))["site_name"] == name
    for path, text in made.items():
        assert name == NAMES[-1] or not re.search(r"<%|%>|<<|>>", text), path
        assert not [word for word in OWN if word in text.casefold()], path
        assert text.endswith("\n")
        assert max(map(len, text.splitlines())) <= 180, path


def test_every_template_is_of_use() -> None:
    used = {f"{template}.tmpl" for host in HOSTS.values() for template in host.values()}
    rest = {name for name in files(FILES) if not name.startswith("hosts/")}
    made = make_files(Choices("Otter", "none", "1", DAY))
    assert {name for name in files(FILES) if name.startswith("hosts/")} == used
    assert len(rest) == len(made)


def test_the_other_hosts_read_what_they_get() -> None:
    made = make_files(Choices("Otter", "gitlab", "1", DAY))
    jobs = yaml.safe_load(made[".gitlab-ci.yml"])
    assert "bookworm" in jobs["image"]
    assert {"check", "preview", "pages"} <= jobs.keys()
    netlify = tomllib.loads(make_files(Choices("Otter", "netlify", "1", DAY))["netlify.toml"])
    commands = [netlify["build"], *netlify["context"].values()]
    assert all("playbook check && PLAYBOOK_SITE_URL=" in each["command"] for each in commands)


def test_mkdocs_yml_is_short() -> None:
    text = make_files(Choices("Otter", "none", "1", DAY))["mkdocs.yml"]
    assert len(text.splitlines()) <= 15
    assert "site: true" in text


def test_the_actions_are_those_that_our_own_workflows_use() -> None:
    own = {
        line.strip().removeprefix("- ")
        for path in (ROOT / ".github" / "workflows").glob("*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    }
    made = make_files(Choices("Otter", "github", "1", DAY))
    for path in HOSTS["github"]:
        lines = [line.strip().removeprefix("- ") for line in made[path].splitlines()]
        used = [line for line in lines if line.startswith("uses:")]
        assert used
        assert set(used) <= own
        assert yaml.safe_load(made[path])["permissions"] == {}


@pytest.mark.parametrize(
    ("remote", "place"),
    [
        ("git@github.com:team/otter.git", "github.com/team/otter"),
        (
            "https://user:secret@gitlab.example/group/sub/otter.git",
            "gitlab.example/group/sub/otter",
        ),
        ("ssh://git@host.example:2222/team/otter/", "host.example/team/otter"),
        ("https://github.com/team/otter", "github.com/team/otter"),
        ("/srv/otter.git", ""),
        ("../otter", ""),
        ("", ""),
    ],
)
def test_a_remote_gives_an_address_without_its_secrets(remote: str, place: str) -> None:
    match = REMOTE.fullmatch(remote)
    assert (f"{match['host']}/{match['path']}" if match else "") == place


def test_a_host_that_is_known_gives_an_editor_and_a_tracker() -> None:
    repository = Repository(Path("x"), "github", "github.com/team/otter", "trunk")
    made = make_files(Choices("Otter", "none", "1", DAY, repository))["site_config/site.yml"]
    site = yaml.safe_load(re.sub("!ENV", "", made))
    assert site["edit_uri"][1] == "https://github.com/team/otter/edit/trunk/content/"
    report = site["extra"]["report_url"][1]
    assert report == "https://github.com/team/otter/issues/new?title={title}&body={address}"
    assert Repository().find_addresses("github") == ("", "")
    assert Repository(place="git.example/t/o").find_addresses("gitlab")[0] == (
        "https://git.example/t/o/-/edit/main/content/"
    )


@pytest.mark.parametrize(("host", "language"), [("github", "de"), ("none", "en")])
def test_it_checks_as_it_is_and_builds(run: Run, tmp_path: Path, host: str, language: str) -> None:
    root = tmp_path / "ot ter (1)"
    files = make_files(Choices(NAMES[1], host, "1", DAY))
    site = files["site_config/site.yml"].replace("language: en", f"language: {language}")
    for name in ("reference", "handouts"):  # which take the longest, and are the same everywhere
        site = site.replace(f"# {name}: true", f"{name}: false")
    write_new_files(root, {**files, "site_config/site.yml": site})
    checked = run("check", "--strict", cwd=root).stdout.splitlines()
    assert checked[0] == "All is well: 4 artifacts checked."
    assert checked[1].startswith("5 places still say 'Replace me': content/maps/example-map.yml:5")
    if language == "en":
        return
    built = run("build", "--strict", cwd=root)
    assert (built.returncode, built.stderr) == (0, "")
    pages = [path.read_text(encoding="utf-8") for path in (root / "site").rglob("*.html")]
    assert not [page for page in pages if "firstchord" in page.casefold()]
    home = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert NAMES[1] in home
    assert home.count("Replace me") > 2
