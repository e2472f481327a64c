"""The kinds of single value that rule files and cases share: ids, dates, numbers, shares."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from penalty_engine.money import AmountError, parse_yuan, yuan


def _schema(value: Any) -> Any:
    if type(value) is not int or value != 1:
        raise ValueError("not schema 1")
    return value


SchemaOne = Annotated[Literal[1], BeforeValidator(_schema)]
"""The version of a file's format; there is only one so far."""

ID = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
ClauseKey = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*/[0-9][0-9a-z.]*$")]
FactName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, Field(min_length=1)]


def iso_date(value: Any) -> Any:
    """The day a text in ISO form stands for. Raises ValueError saying what is wrong."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        value = date.fromisoformat(value)  # ValueError: an impossible date
    if type(value) is not date:
        raise ValueError("not a date")
    if not 1900 <= value.year < 2200:
        raise ValueError("date out of range")
    return value


IsoDate = Annotated[date, BeforeValidator(iso_date), WithJsonSchema({"type": "string", "format": "date"})]


def _first_day(value: Any) -> Any:
    return value if value == "unknown" else iso_date(value)


FirstDay = Annotated[
    Any,
    BeforeValidator(_first_day),
    WithJsonSchema({"anyOf": [{"const": "unknown"}, {"type": "string", "format": "date"}]}),
]
"""The first day in force, or ``unknown`` where it was not found."""


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        raise ValueError("not a number")
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", value):
        raise ValueError("not a number")
    number = Decimal(value)
    if not 0 <= number < 10**15:  # as many digits as a text may have
        raise ValueError("not a number")
    return number


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["number", "string"], "minimum": 0, "pattern": r"^\d+(\.\d+)?$"}),
]


def _percent(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        raise ValueError("not a percentage")
    if not re.fullmatch(r"-?[0-9]{1,4}(\.[0-9]{1,4})?", str(value)):
        raise ValueError("not a percentage")
    return Fraction(str(value)) / 100


Percent = Annotated[
    Any,
    BeforeValidator(_percent),
    PlainSerializer(str),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?\d{1,4}(\.\d{1,4})?$"}),
]
"""Per cent, possibly negative; kept as a share."""


def _yuan(value: Any) -> Any:
    try:
        return yuan(parse_yuan(value))
    except AmountError as error:
        raise ValueError(error.code) from None


Yuan = Annotated[
    Decimal,
    BeforeValidator(_yuan),
    WithJsonSchema({"type": ["integer", "string"], "description": "yuan, exact"}),
]
"""A sum of money in a case or decision, stated as text or integer."""


def _share(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        raise ValueError("not a share")
    if isinstance(value, str) and not _SHARE.fullmatch(value):
        raise ValueError("not a share")
    percent = isinstance(value, str) and value.endswith("%")
    share = Fraction(str(value).rstrip("%")) / 100 if percent else Fraction(value)
    if not 0 <= share <= 1:
        raise ValueError("not a share")
    return share


_SHARE = re.compile(r"[0-9]{1,6}/[1-9][0-9]{0,5}|[01](\.[0-9]{1,8})?|[0-9]{1,3}(\.[0-9]{1,6})?%")

Share = Annotated[
    Any,
    BeforeValidator(_share),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": rf"^({_SHARE.pattern})$"},
            ]
        }
    ),
]
