from pathlib import Path

from playbook.publish.preview.alarm import Alarm


def test_whoever_waits_is_woken_by_a_file_in_a_folder_and_by_one_alone(tmp_path: Path) -> None:
    folder, alone = tmp_path / "content" / "plays", tmp_path / "mkdocs.yml"
    folder.mkdir(parents=True)
    alarm = Alarm([tmp_path / "content", alone, tmp_path / "nowhere" / "site.yml"])
    for path in (folder / "a.yml", alone):
        path.write_text("kind: play\n")
        assert alarm.rang.wait(30)
        alarm.wait(30)
