import shutil
from pathlib import Path

from built import files
from projects import Project, Run

ELSEWHERE = {
    "FONTCONFIG_FILE": "/dev/null",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "1",
    "TZ": "Pacific/Kiritimati",
}


def copy(project: Project, to: Path, *left_out: str) -> Path:
    ignored = shutil.ignore_patterns("site", *left_out)
    shutil.copytree(project.root, to, ignore=ignored, copy_function=shutil.copy)
    return to


def test_a_site_is_the_same_wherever_and_however_often_it_is_built(
    one_of_each: Project, run: Run, tmp_path: Path
) -> None:
    elsewhere = copy(one_of_each, tmp_path / "a" / "far longer" / "päth", ".cache")
    assert not (elsewhere / ".cache").exists()
    assert run("build", cwd=elsewhere, **ELSEWHERE).returncode == 0
    cold = files(elsewhere / "site")
    assert len(cold) > 50
    assert cold["sitemap.xml.gz"][4:8] == bytes(4), "a clock was asked"
    assert list((elsewhere / ".cache").rglob("*.svg"))
    assert run("build", cwd=elsewhere).returncode == 0
    assert files(elsewhere / "site") == cold
    assert files(one_of_each.root / "site") == cold


def test_an_export_is_the_same_wherever_it_is_written(
    one_of_each: Project, run: Run, tmp_path: Path
) -> None:
    here = copy(one_of_each, tmp_path / "here")
    assert run("export", str(tmp_path / "one"), cwd=here).returncode == 0
    assert run("export", str(tmp_path / "two"), cwd=here, **ELSEWHERE).returncode == 0
    assert files(tmp_path / "one") == files(tmp_path / "two") != {}
