"""The same checks as a query of DuckDB: faults by column and the first rows of each, and rows whose key stands before. Usage: python duckdb_check.py TABLE SCHEMA [THREADS]"""
import json
import sys

import duckdb

table, schema_file = sys.argv[1:3]
threads = int(sys.argv[3]) if len(sys.argv) > 3 else 1
with open(schema_file, encoding="utf-8") as file:
    schema = json.load(file)
fields = schema["fields"]
key = schema.get("primaryKey")


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def fault(field):
    """The SQL condition under which a cell is at fault."""
    name = '"' + field["name"] + '"'
    rules = field.get("constraints", {})
    bad = []
    kind = field["type"]
    if kind == "integer":
        bad.append(f"TRY_CAST({name} AS BIGINT) IS NULL OR NOT regexp_full_match({name}, '[+-]?[0-9]+')")
    elif kind == "number":
        bad.append(f"TRY_CAST({name} AS DOUBLE) IS NULL")
    elif kind == "date":
        bad.append(f"TRY_CAST({name} AS DATE) IS NULL OR length({name}) <> 10")
    elif kind == "datetime":
        bad.append(
            f"TRY_CAST({name} AS TIMESTAMP) IS NULL OR NOT regexp_full_match({name}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9:]{{8}}Z')"
        )
    elif kind == "boolean":
        bad.append(f"{name} NOT IN ('true', 'false', 'True', 'False', 'TRUE', 'FALSE', '1', '0')")
    cast = "BIGINT" if kind == "integer" else "DOUBLE"
    if "minimum" in rules:
        bad.append(f"TRY_CAST({name} AS {cast}) < {rules['minimum']}")
    if "maximum" in rules:
        bad.append(f"TRY_CAST({name} AS {cast}) > {rules['maximum']}")
    if "minLength" in rules:
        bad.append(f"length({name}) < {rules['minLength']}")
    if "maxLength" in rules:
        bad.append(f"length({name}) > {rules['maxLength']}")
    if "enum" in rules:
        bad.append(f"{name} NOT IN ({', '.join(literal(code) for code in rules['enum'])})")
    if "pattern" in rules:
        bad.append(f"NOT regexp_full_match({name}, {literal(rules['pattern'])})")
    filled = f"{name} <> '' AND ({' OR '.join(f'({one})' for one in bad)})" if bad else "false"
    return f"({name} = '' OR ({filled}))" if rules.get("required") else f"({filled})"


connection = duckdb.connect(config={"threads": threads})
columns = ", ".join(
    f"count_if({fault(field)}), list_slice(list(CASE WHEN {fault(field)} THEN row END) FILTER ({fault(field)}), 1, 5)"
    for field in fields
)
repeated = f'count(*) - count(DISTINCT "{key}")' if isinstance(key, str) else "0"
names = "{" + ", ".join(f"'{field['name']}': 'VARCHAR'" for field in fields) + "}"
query = f"""
SELECT count(*), {repeated}, {columns} FROM (
  SELECT *, row_number() OVER () AS row
  FROM read_csv('{table}', header = true, delim = ',', quote = '"', escape = '"', columns = {names}, force_not_null = {[field['name'] for field in fields]})
)"""
result = connection.execute(query).fetchone()
counts = dict(zip((field["name"] for field in fields), result[2::2]))
print(result[0], sum(counts.values()), result[1], json.dumps(counts))
