"""What every model of an author's file shares: frozen, strict, no unknown keys; slugs and prose."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""An id: lower-case letters, digits and hyphens."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
"""A name of the rules: slugs joined by dots."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
"""Words for people. Words never enter a digest."""

Label = Annotated[str, StringConstraints(min_length=1, max_length=80)]
"""A short name for a table or a menu."""

Basis = Annotated[
    str, Field(min_length=1, description="`game value …`, `fact:<id>`, or a sentence with its source")
]
"""What a number rests on."""

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Marks a number: so many integers of play make one of the author's unit."""

    to_one: int


Hundredths = Annotated[float, Scale(100)]
Thousandths = Annotated[float, Scale(1_000)]

Points = Annotated[Hundredths, Field(ge=-200, le=200, description="points")]
Percent = Annotated[Hundredths, Field(ge=0, le=100, description="per cent")]
Worth = Annotated[float, Field(ge=0, le=100, description="points of worth, 0 to 100")]
Exponent = Annotated[Thousandths, Field(ge=-5, le=5, description="term of the hazard's exponent, no unit")]
Effects = dict[str, Annotated[float, Field(ge=-1_000_000, le=1_000_000)]]
"""Path of a quantity to its shift: points, per cent, MW or people, as the quantity is written."""


class Sheet(BaseModel):
    """A part of an author's file."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    def integers(self) -> dict[str, int]:
        """By field: each number of this part, as the integer of play that it makes.

        A whole number stays what it is; one with a scale is written in the author's unit.
        """
        found: dict[str, int] = {}
        for name, field in type(self).model_fields.items():
            scales = [mark.to_one for mark in field.metadata if isinstance(mark, Scale)]
            if scales or field.annotation is int:
                found[name] = round(getattr(self, name) * (scales or [1])[0])
        return found
