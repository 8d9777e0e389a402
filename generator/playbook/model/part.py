"""What every piece of an artifact has in common.

Its shape is strict, and it may have a short form.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from playbook.language import N_
from playbook.model.scalars import Slug
from playbook.text.inline import REFERENCE
from playbook.text.slug import make_slug


class Part(BaseModel):
    """A piece of an artifact; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    short_for: ClassVar[str] = ""
    """The field that a plain text stands for, where a piece has a short form."""
    in_one_line: ClassVar[str] = ""
    """How such a piece is written on one line, for those who write only a part of it."""
    names_customer: ClassVar[str] = ""
    """The field that says how a customer is called, where a piece has one."""
    quotes: ClassVar[tuple[str, ...]] = ()
    """The fields that may hold what a customer said, in an artifact that is not about customers."""

    elsewhere: ClassVar[Mapping[str, str]] = {}
    """What other tools have a field for, and where it stands here."""

    def restore_order(self, whole: Self) -> Self:
        """Return this piece, of which something was cut, with what the cut made wrong put right."""
        del whole
        return self

    @model_validator(mode="before")
    @classmethod
    def _long_form(cls, value: Any) -> Any:
        return cls._expand(value)

    @classmethod
    def _expand(cls, value: Any) -> Any:
        return {cls.short_for: value} if cls.short_for and isinstance(value, str) else value


class Anchored(Part):
    """A piece that can be linked to, by its id within its artifact."""

    word: ClassVar[str] = N_("part")
    """What readers call such a piece."""

    id: Slug
    """Its name in links; worked out from the title when left out."""

    @model_validator(mode="before")
    @classmethod
    def _id_from_title(cls, value: Any) -> Any:
        value = cls._expand(value)  # this runs before the one that would
        if not isinstance(value, dict) or "id" in value:
            return value
        return {"id": make_slug(strip_references(str(value.get("title", "")))), **value}


def strip_references(title: str) -> str:
    """Return a title with the words of its `[[id|words]]` and without any `[[id]]`.

    No id is made of another one.
    """
    return REFERENCE.sub(lambda match: match[2] or "", title)


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


class _OneOrMany:
    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_listed, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


OneOrMany = _OneOrMany()
"""Lets a list of one be written without the list: `Annotated[tuple[X, ...], OneOrMany]`."""
