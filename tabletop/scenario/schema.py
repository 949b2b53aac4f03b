"""The schema of a scenario's files, for editors: one JSON Schema with a definition for each file."""

from typing import Any

from pydantic.json_schema import models_json_schema

from tabletop.scenario.loader import OPTIONAL, SHEETS


def json_schema() -> dict[str, Any]:
    """A JSON Schema whose properties are the files of a scenario."""
    models = [(model, "validation") for model in SHEETS.values()]
    refs, schema = models_json_schema(models, title="Scenario", ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    properties = {name: refs[(model, "validation")] for name, model in SHEETS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "type": "object",
        "properties": properties,
        "required": [name for name in SHEETS if name not in OPTIONAL],
    }
