"""frictionless-py, as its own command does it. Usage: python frictionless_check.py TABLE SCHEMA"""
import os
import sys

from frictionless import Checklist, Resource, Schema

table, schema = (os.path.abspath(path) for path in sys.argv[1:3])
os.chdir(os.path.dirname(table))
resource = Resource(path=os.path.basename(table), schema=Schema.from_descriptor(os.path.basename(schema)))
report = resource.validate(Checklist(), limit_errors=10_000_000)
task = report.tasks[0]
# A key that fails its type is reported once as such and once as a missing key: only cells are counted.
cells = sum(error.type in ("type-error", "constraint-error") for error in task.errors)
print(task.stats.get("rows", 0), cells)
if cells == 0:
    print([error.message for error in task.errors][:3])
