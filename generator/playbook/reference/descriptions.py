"""A model -> the sentences that stand below its fields, read from its source when they are wanted.

pydantic would read the source of every model at each start of the program.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def read_descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """Return what is said of each of a model's fields, those that it has from another one too."""
    descriptions: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            descriptions.update(find_docstrings(base))
    return descriptions


def find_docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield each attribute with a docstring in the body of a class, and that."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    for field, text in pairwise(body):
        match field, text:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(docstring))),
            ):
                yield name, inspect.cleandoc(docstring)
