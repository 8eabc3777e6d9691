"""Say in words why bytes are no JSON that can be read; where they stand is for the caller to say."""

import json


def explain_json_error(error: ValueError | RecursionError) -> str:
    """What is wrong with the JSON, from the error with which `json.loads` refused it."""
    if isinstance(error, RecursionError):
        return "JSON that is nested too deep"
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return f"not valid JSON ({error})"
    # Python itself would advise to raise its limit of digits.
    return "JSON with a number of thousands of digits"
