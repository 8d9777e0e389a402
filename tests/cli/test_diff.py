"""`playbook diff` compares commits, folders and the files as they are, whatever is in them."""

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest

from projects import Project, Run
from repositories import commit, git

BOOK = (
    "kind: book\ntitle: {title}\nsummary: {summary}\nby: Ana\n"
    "parts:\n  - chapters:\n      - {{number: 1, title: The what and why}}\n"
)
QUIET = dict.fromkeys(("GITHUB_BASE_REF", "CI_MERGE_REQUEST_DIFF_BASE_SHA"), "")
WITHOUT = "Nothing changed in meaning.\n"


def write_book(title: str, summary: str = "What it teaches.") -> str:
    return BOOK.format(title=title, summary=summary)


@pytest.fixture
def repository(project: Project) -> Project:
    """A project with a book in it, committed."""
    (project.root / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
    project.write({"books/habits.yml": write_book("Habits")})
    git(project.root, "init", "--quiet", "--initial-branch=main")
    commit(project)
    return project


def diff(run: Run, project: Project, *args: str, **env: str) -> str:
    done = run("diff", *args, cwd=project.root, **(QUIET | env))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refuse(run: Run, folder: Path, *args: str, **env: str) -> str:
    done = run("diff", *args, cwd=folder, **(QUIET | env))
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr.rpartition("Error: ")[2].strip()


def test_a_branch_is_compared_with_where_it_left_the_main_one(
    repository: Project, run: Run
) -> None:
    assert diff(run, repository) == WITHOUT
    git(repository.root, "checkout", "--quiet", "-b", "topic")
    repository.write({"books/habits.yml": write_book("Other habits")})
    commit(repository)
    git(repository.root, "branch", "--quiet", "done")
    git(repository.root, "checkout", "--quiet", "main")
    repository.write({"books/second.yml": write_book("Second")})
    commit(repository)
    git(repository.root, "checkout", "--quiet", "topic")
    for words in ((), ("main...topic",), ("main~1", "topic"), ("main~1",), ("main~1..",)):
        said = diff(run, repository, *words)
        assert "Other habits" in said, words
        assert "Second" not in said, words
    assert "Second" in diff(run, repository, "main")
    repository.write({"books/habits.yml": "# rewritten\n" + write_book("'Habits'")})
    assert diff(run, repository) == WITHOUT
    assert git(repository.root, "status", "--porcelain") == "M content/books/habits.yml"


def test_the_exit_code_says_whether_something_changed(repository: Project, run: Run) -> None:
    assert diff(run, repository, "--exit-code") == WITHOUT
    repository.write({"books/second.yml": write_book("Second")})
    done = run("diff", "--exit-code", "--format=json", cwd=repository.root, **QUIET)
    assert done.returncode == 1
    assert json.loads(done.stdout)["artifacts"][0]["sorts"] == ["added"]
    assert diff(run, repository, "--format=markdown", "--out=said/c.md") == "Wrote said/c.md\n"
    assert "Second" in (repository.root / "said" / "c.md").read_text(encoding="utf-8")


def test_a_page_with_pictures_is_written_to_a_folder(repository: Project, run: Run) -> None:
    secret = write_book("Behind the scenes") + "visibility: internal\n"
    repository.write({"books/habits.yml": write_book("Rituals"), "books/secret.yml": secret})
    words = ("--format=html", "--out=page")
    page = repository.root / "page" / "index.html"
    assert diff(run, repository, *words) == f"Wrote {Path('page', 'index.html')}\n"
    assert "Rituals" in page.read_text(encoding="utf-8")
    assert "Behind the scenes" in page.read_text(encoding="utf-8")
    diff(run, repository, *words, "--public")
    text = page.read_text(encoding="utf-8")
    assert "Rituals" in text
    assert not [word for word in ("Behind the scenes", "secret", "PL0") if word in text]
    assert "name the folder for it" in refuse(run, repository.root, "--format=html")
    assert "is a file" in refuse(run, repository.root, "--format=html", "--out=mkdocs.yml")
    assert "is a folder" in refuse(run, repository.root, "--out=page")


def test_folders_are_compared_without_git(project: Project, run: Run, tmp_path: Path) -> None:
    project.write({"books/habits.yml": write_book("Habits")})
    shutil.copytree(project.root, tmp_path / "before")
    assert diff(run, project, "../before") == WITHOUT
    project.write({"books/habits.yml": write_book("Other habits")})
    assert "Other habits" in diff(run, project, "../before", ".")
    ceiling = {"GIT_CEILING_DIRECTORIES": str(tmp_path)}
    assert "is in no git repository" in refuse(run, project.root, **ceiling)
    assert "'main' is no folder" in refuse(run, project.root, "main", **ceiling)
    (tmp_path / "empty").mkdir()
    assert "there is no playbook in '../empty'" in refuse(run, project.root, "../empty")


def test_what_is_not_there_is_answered(repository: Project, run: Run, tmp_path: Path) -> None:
    root = repository.root
    assert "did you mean 'main'" in refuse(run, root, "mian")
    assert "is no commit" in refuse(run, root, "HEAD~7")
    assert "'mkdocs.yml' is a file" in refuse(run, root, "mkdocs.yml")
    assert "no branch 'trunk'" in refuse(run, root, GITHUB_BASE_REF="trunk")
    empty = git(root, "commit-tree", "-m", "nothing", git(root, "mktree", stdin=b""))
    assert "there is no playbook in" in refuse(run, root, empty)
    assert "have no commit in common" in refuse(run, root, f"{empty}...main")
    commit(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), str(clone))
    for words in (("HEAD~1",), ("main~1", "main")):
        assert "git fetch --unshallow" in refuse(run, clone, *words)
    assert "fetch-depth: 0" in refuse(run, clone, GITHUB_BASE_REF="trunk")


def test_what_can_not_be_read_is_said_and_the_rest_is_compared(
    repository: Project, run: Run
) -> None:
    repository.write({"books/broken.yml": "kind: book\ntitle: 'open\n"})
    commit(repository)
    repository.write(
        {
            "books/broken.yml": write_book("Closed"),
            "books/habits.yml": "<<<<<<< a\n" + write_book("A") + "=======\n>>>>>>> b\n",
            "books/second.yml": write_book("Second"),
        }
    )
    report = json.loads(diff(run, repository, "HEAD", "--format=json"))
    assert [side["after"]["name"] for side in report["artifacts"]] == ["second"]
    unread = {problem["path"]: problem["message"] for problem in report["unread"]}
    assert unread.keys() == {"content/books/broken.yml", "content/books/habits.yml"}
    assert unread["content/books/broken.yml"].startswith("in the older state: ")
    assert "merge conflict" in unread["content/books/habits.yml"]


def test_whatever_a_commit_has_is_compared(repository: Project, run: Run) -> None:
    root = repository.root
    (root / "content" / "link.yml").symlink_to("/etc/passwd")
    (root / "content" / "photo.png").write_bytes(b"\x89PNG\0" * 400_000)
    (root / "content" / "page.md").write_bytes(b"# One\r\n")
    Path(os.fsdecode(os.fsencode(root / "content") + b"/odd\xff.yml")).write_bytes(b"kind: book\n")
    commit(repository)
    assert diff(run, repository, "HEAD") == WITHOUT
    (root / "content" / "page.md").write_bytes(b"# One\n")
    assert diff(run, repository, "HEAD") == WITHOUT
    (root / "content" / "page.md").write_bytes(b"# Two\n")
    (root / "content" / "photo.png").write_bytes(b"\x89PNG\1" * 400_000)
    said = json.loads(diff(run, repository, "HEAD", "--format=json"))
    assert [file["path"] for file in said["files"]] == ["content/page.md", "content/photo.png"]


def test_a_pointer_of_git_lfs_is_the_file_that_it_stands_for(repository: Project, run: Run) -> None:
    picture, held = repository.content / "photo.png", b"\x89PNG a photo"
    digest = hashlib.sha256(held).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 13\n"
    picture.write_text(pointer, encoding="utf-8")
    commit(repository)
    picture.write_bytes(held)
    assert diff(run, repository, "HEAD") == WITHOUT


def test_the_project_may_lie_below_the_repository_and_its_content_elsewhere(
    project: Project, run: Run
) -> None:
    top = project.root.parent
    project.write({"books/habits.yml": write_book("Habits")})
    git(top, "init", "--quiet", "--initial-branch=main")
    commit(project)
    config = project.root / "mkdocs.yml"
    project.content.rename(project.root / "pages")
    text = config.read_text(encoding="utf-8").replace("docs_dir: content", "docs_dir: pages")
    config.write_text(text if "docs_dir" in text else f"docs_dir: pages\n{text}", encoding="utf-8")
    said = json.loads(diff(run, project, "HEAD", "--format=json"))
    assert [artifact["sorts"] for artifact in said["artifacts"]] == [["moved"]]


def test_a_problem_is_new_whatever_its_line(repository: Project, run: Run) -> None:
    book = repository.content / "books" / "habits.yml"
    book.write_text(write_book("Habits", "See [[gone]]."), encoding="utf-8")
    said = json.loads(diff(run, repository, "HEAD", "--format=json"))
    assert ["gone" in problem["message"] for problem in said["new_problems"]] == [True]
    commit(repository)
    book.write_text(f"# a line\n{book.read_text(encoding='utf-8')}", encoding="utf-8")
    assert diff(run, repository, "HEAD") == WITHOUT
    book.write_text(write_book("Habits"), encoding="utf-8")
    said = json.loads(diff(run, repository, "HEAD", "--format=json"))
    assert [len(said["new_problems"]), len(said["gone_problems"])] == [0, 1]


def test_what_is_internal_is_in_neither_state(repository: Project, run: Run) -> None:
    secret = write_book("Secret") + "visibility: internal\n"
    repository.write(
        {"books/secret.yml": secret, "books/hidden.yml": "kind: book\ntitle: 'Secret\n"}
    )
    for form in ("text", "markdown", "json"):
        said = diff(run, repository, "HEAD", "--public", f"--format={form}")
        assert "ecret" not in said
        assert "hidden" not in said
    assert "Secret" in diff(run, repository, "HEAD")
    commit(repository)
    (repository.content / "books" / "secret.yml").unlink()
    repository.write({"books/habits.yml": write_book("Other habits")})
    said = diff(run, repository, "HEAD", "--public")
    assert "ecret" not in said
    assert "Other habits" in said


def test_a_hostile_tree_writes_nothing_elsewhere(repository: Project, run: Run) -> None:
    root = repository.root
    blob = git(root, "hash-object", "-w", "--stdin", stdin=b"kind: book\n")
    above = git(root, "mktree", stdin=f"100644 blob {blob}\t..\n".encode())
    listed = git(root, "ls-tree", "HEAD").encode() + f"\n040000 tree {above}\tcontent2\n".encode()
    content = git(root, "ls-tree", "HEAD:content").encode()
    hostile = git(root, "mktree", stdin=content + f"\n040000 tree {above}\tx\n".encode())
    old = git(root, "rev-parse", "HEAD:content")
    tree = git(root, "mktree", stdin=listed.replace(old.encode(), hostile.encode()))
    commit_id = git(root, "commit-tree", "-m", "hostile", tree)
    assert "no file can have this name" in diff(run, repository, commit_id)
