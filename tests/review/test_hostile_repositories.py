"""What a repository holds or asks for is neither run nor lost."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from playbook.changes.change import Changes
from playbook.review.comparison import Comparison
from playbook.review.revisions import NoState, choose_revisions
from playbook.system.git_log import read_log
from projects import Project
from repositories import commit, git

BOOK = (
    "kind: book\ntitle: {}\nsummary: s\nby: Ana\n"
    "parts: [{{chapters: [{{number: 1, title: One}}]}}]\n"
)
OURS = "docs_dir: content\nplugins: [{playbook: {site: true}}]\n"


@pytest.fixture
def repository(project: Project) -> Project:
    project.write({"books/habits.yml": BOOK.format("Habits")})
    (project.root / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
    git(project.root, "init", "--quiet", "--initial-branch=main")
    commit(project)
    return project


def compare(project: Project, base: str = "HEAD", head: str = "") -> Changes:
    with ExitStack() as stack:
        revisions = choose_revisions(project.root, base, head, {})
        return Comparison(project.root, revisions, stack, public=False).changes


def commit_tree(project: Project, *lines: str) -> str:
    """Return a commit with the settings of the project and what these lines say of `git mktree`."""
    settings = git(project.root, "ls-tree", "HEAD", "mkdocs.yml", "site_config")
    listed = "\n".join([settings, *lines, ""]).encode()
    tree = git(project.root, "mktree", "--missing", stdin=listed)
    return git(project.root, "commit-tree", "-m", "hostile", tree)


def test_no_program_is_run_that_a_repository_names(repository: Project) -> None:
    root, ran = repository.root, repository.root.parent / "ran"
    program = root.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    program.chmod(0o755)
    text = git(root, "cat-file", "commit", "HEAD").encode() + b"\n"
    signature = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n"
    signed = git(
        *(root, "hash-object", "-t", "commit", "-w", "--stdin"),
        stdin=text.replace(b"\n\n", b"\n" + signature, 1),
    )
    git(root, "update-ref", "HEAD", signed)
    (root / ".git" / "info" / "attributes").write_text("* filter=x diff=x\n", encoding="utf-8")
    for name in (
        *("core.fsmonitor", "core.pager", "diff.external", "gpg.program"),
        *("diff.x.textconv", "filter.x.clean", "filter.x.smudge", "filter.x.process"),
    ):
        git(root, "config", name, str(program))
    git(root, "config", "log.showSignature", "true")
    git(root, "config", "protocol.ext.allow", "always")
    git(root, "config", "extensions.partialClone", "origin")
    git(root, "config", "remote.origin.url", f"ext::{program} %S")
    repository.write({"books/habits.yml": BOOK.format("Other")})
    assert len(compare(repository).artifacts) == 1
    assert len(read_log(repository.content).commits) == 1
    blob = git(root, "rev-parse", "HEAD:content/books/habits.yml")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    changes = compare(repository)
    assert ["this clone lacks" in problem.message for problem in changes.unread] == [True]
    assert not changes.artifacts
    assert not ran.exists()


def test_a_tree_that_no_disk_can_have_is_said(repository: Project) -> None:
    folder = git(repository.root, "rev-parse", "HEAD:content")
    blob = git(repository.root, "rev-parse", "HEAD:content/books/habits.yml")
    twice = commit_tree(
        repository, f"100644 blob {blob}\tcontent", f"040000 tree {folder}\tcontent"
    )
    (problem,) = compare(repository, twice).unread
    assert problem.path == Path("content/books/habits.yml")
    assert "no such file can be written here" in problem.message
    long = git(repository.root, "mktree", stdin=f"100644 blob {blob}\t{'x' * 300}.yml\n".encode())
    changes = compare(repository, commit_tree(repository, f"040000 tree {long}\tcontent"))
    assert ["rename it" in problem.message for problem in changes.unread] == [True]


def test_content_outside_of_the_repository_is_no_state_of_it(repository: Project) -> None:
    git(repository.root, "config", "core.worktree", str(repository.root.parent / "elsewhere"))
    (repository.root.parent / "elsewhere").mkdir()
    with pytest.raises(NoState, match=r"core\.worktree"):
        compare(repository)
    git(repository.root, "config", "--unset", "core.worktree")
    (repository.root / "mkdocs.yml").write_text(
        OURS.replace("content", str(repository.root.parent)), encoding="utf-8"
    )
    commit(repository)
    with pytest.raises(NoState, match="outside of the repository"):
        compare(repository)


def test_another_repository_in_the_content_is_compared_by_its_commit(repository: Project) -> None:
    inner = repository.content / "inner"
    inner.mkdir()
    (inner / "second.yml").write_text(BOOK.format("Second"), encoding="utf-8")
    git(inner, "init", "--quiet")
    git(inner, "add", "--all")
    git(inner, "commit", "--quiet", "--message", "one")
    commit(repository)
    assert not compare(repository)
    assert not compare(repository, "HEAD", "HEAD")
    git(inner, "commit", "--quiet", "--allow-empty", "--message", "two")
    (problem,) = compare(repository).unread
    assert problem.path == Path("content/inner")
    assert "(a submodule)" in problem.message
