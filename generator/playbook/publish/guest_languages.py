"""A site in several languages, each built in its own folder by mkdocs-static-i18n."""

from typing import TYPE_CHECKING, Any

from playbook.publish.made_file import MadeFile

if TYPE_CHECKING:
    from mkdocs.structure.files import Files


def place_in_language(files: "Files", translator: Any) -> None:
    """Put our pages into the folder of the language that is being built.

    They are the same in each, so that no link of any language leads nowhere. The plugin asks each
    file which language it is in.
    """
    language, default = translator.current_language, translator.default_language
    for file in files:
        if not isinstance(file, MadeFile):
            continue
        if language != default:
            file.dest_uri = f"{language}/{file.dest_uri}"
        vars(file).update(
            alternates={language: file},
            locale=language,
            locale_alternate_of=language,
            localization=None,
            norm_src_uri=file.src_uri,
        )
