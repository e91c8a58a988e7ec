# ruff: noqa: ARG001, N807 - the functions here become the methods of the classes that are made
"""Frozen data classes that cost little to make, for the modules that every run of the command line imports.

`from dataclasses import dataclass` costs 12 ms of start-up (it imports inspect) and each class another millisecond,
which together is more than reading and checking a map of thirty claims. These are the same to type checkers, which
see the real ones, and to users: equality, hash, order, repr, keyword-only arguments, `__post_init__`, copying,
pickling, pattern matching, and `dataclasses.replace`, `fields`, `asdict`, which find what they need when they look.

Always frozen and with slots; defaults are immutable values; no inheritance.

    if TYPE_CHECKING:
        from dataclasses import dataclass, field
    else:
        from argmap.frozen import dataclass, field
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_NONE = object()  # no default


class _Field:
    """What `field` was told."""

    __slots__ = ("compare", "default", "init", "repr")

    def __init__(self, default: object = _NONE, *, init: bool = True, repr: bool = True, compare: bool = True) -> None:  # noqa: A002 - the names of the standard library
        self.default = default
        self.init = init
        self.repr = repr
        self.compare = compare


field = _Field


def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False, order: bool = False) -> Callable[[type], type]:
    """Make a class one of frozen data, as the standard library does with the same arguments.

    >>> @dataclass(frozen=True, slots=True, order=True)
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), Point(1) < Point(1, 2)
    (Point(x=1, y=0), True, True)
    >>> import dataclasses
    >>> dataclasses.replace(Point(1), y=5).y
    5
    """
    assert frozen and slots  # noqa: S101, PT018 - the arguments are there for the type checkers

    def make(cls: type) -> type:
        return _make(cls, kw_only=kw_only, order=order)

    return make


def _make(cls: type, *, kw_only: bool, order: bool) -> type:
    types: dict[str, str] = cls.__annotations__
    fields: dict[str, _Field] = {}
    for name in types:
        given = cls.__dict__.get(name, _NONE)
        fields[name] = given if isinstance(given, _Field) else _Field(given)
    body = {name: value for name, value in cls.__dict__.items() if name not in {*types, "__dict__", "__weakref__"}}
    body |= {"__slots__": tuple(types), "__dataclass_fields__": _Described(fields, types, kw_only=kw_only)}
    body["__match_args__"] = () if kw_only else tuple(name for name, row in fields.items() if row.init)
    body |= _methods(fields, order=order)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init(made, fields, kw_only=kw_only)  # type: ignore[misc]  # a class made here gets its initialiser here
    return made


def _init(made: type, fields: dict[str, _Field], *, kw_only: bool) -> Callable[..., None]:
    """Write the __init__ of a class; it sets the slots directly, since setting attributes is forbidden."""
    given = {name: row for name, row in fields.items() if row.init}
    names = {f"_set_{name}": getattr(made, name).__set__ for name in given}
    names |= {f"_{name}": row.default for name, row in given.items()}
    arguments = ", ".join(f"{name}=_{name}" if row.default is not _NONE else name for name, row in given.items())
    lines = [f"    _set_{name}(self, {name})" for name in given]
    if hasattr(made, "__post_init__"):
        lines.append("    self.__post_init__()")
    exec(f"def __init__(self, {'*, ' if kw_only else ''}{arguments}):\n" + "\n".join(lines), names)  # noqa: S102 - our own names
    return names["__init__"]  # type: ignore[no-any-return]  # exec made it


def _methods(fields: dict[str, _Field], *, order: bool) -> dict[str, Any]:  # noqa: C901 - a list of short methods
    compared = [name for name, row in fields.items() if row.compare]
    shown = [name for name, row in fields.items() if row.repr]
    names = list(fields)
    one = len(compared) == 1
    key: Callable[[Any], Any] = attrgetter(*compared)

    def __eq__(self: object, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:
        return hash((key(self),) if one else key(self))

    def __repr__(self: object) -> str:
        row = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({row})"

    def __setattr__(self: object, name: str, value: object) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self: object, name: str) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self: object) -> list[object]:
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: list[object]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    def __lt__(self: object, other: object) -> bool:
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self: object, other: object) -> bool:
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self: object, other: object) -> bool:
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self: object, other: object) -> bool:
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented

    made = [__eq__, __hash__, __repr__, __setattr__, __delattr__, __getstate__, __setstate__]
    if order:
        made += [__lt__, __le__, __gt__, __ge__]
    return {method.__name__: method for method in made}


class _Described:
    """The fields as `dataclasses` knows them, made when somebody asks for them."""

    def __init__(self, fields: dict[str, _Field], types: dict[str, str], *, kw_only: bool) -> None:
        self.fields = fields
        self.types = types
        self.kw_only = kw_only

    def __get__(self, _: object, owner: type) -> dict[str, Any]:
        import dataclasses

        found: dict[str, Any] = {}
        for name, row in self.fields.items():
            known = {} if row.default is _NONE else {"default": row.default}
            made: Any = dataclasses.field(
                init=row.init,
                repr=row.repr,
                compare=row.compare,
                kw_only=self.kw_only,
                **known,  # type: ignore[call-overload]  # the names are those of field()
            )
            made.name, made.type = name, self.types[name]
            made._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001 - as dataclasses itself does
            found[name] = made
        type.__setattr__(owner, "__dataclass_fields__", found)
        return found
