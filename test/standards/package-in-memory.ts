import type { PackageAccess } from '../../src/model/standard.ts';

/** Files by path; `null` leaves a file of the base out. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** A package whose files are texts in a test. */
export function packageOf(files: Files, name = 'test-package'): PackageAccess {
  const present = new Map<string, Uint8Array>();
  for (const [path, text] of Object.entries(files)) {
    if (text !== null) present.set(path, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  }
  return { name, list: () => [...present.keys()], read: (path) => present.get(path) };
}

/** A small standard that is sound. Tests break one thing of it at a time. */
export const soundPackage: Readonly<Record<string, string>> = {
  'standard.yaml': `id: parks
version: "1.0"
title: { en: Parks, zh-CN: 公园目录 }
draft: "2020-12"
records:
  - kind: park
    schema: schema/park.schema.json
    at: ["/", "/parks/*"]
    identity: /code
    title: /名称
    unknown: report
    references:
      - from: /near/*
        to: park
codelists:
  kind: closed
nullWords: [无, N/A]
severity:
  reference/broken: warning
`,
  'schema/park.schema.json': `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Park",
  "type": "object",
  "required": ["code"],
  "properties": {
    "code": { "type": "string", "pattern": "^P[0-9]+$" },
    "名称": { "type": "string", "title": "公园名称" },
    "kind": { "type": "string" },
    "area": { "type": "number" },
    "opened": { "type": "string", "format": "date" },
    "near": { "type": "array", "items": { "type": "string" } },
    "gates": {
      "type": "array",
      "items": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "width": { "type": "number" } } }
    }
  }
}
`,
  'codelists/kind.csv': `code,label,label@zh-CN,definition,aliases,status,replacedBy,validFrom,validTo,parent
city,City park,城市公园,,urban|city park,active,,,,
forest,Forest park,森林公园,,,active,,,,
garden,Garden,花园,,,deprecated,city,,2020-12-31,
`,
  'fields.csv': `field,title,title@zh-CN,obligation,aliases,headings,distinctFrom,codelist,weight,clause
/code,Code,代码,mandatory,id|编号,代码,,,3,§1
/名称,Name,名称,mandatory,name|title,名称,,,,§2
/kind,Kind,类别,recommended,,,,kind,,§3
/gates/*/name,Gate,大门,mandatory,,,,,,
`,
  'rules.yaml': `- id: large-parks-have-gates
  severity: warning
  at: /gates
  when: this["area"] != null && this["area"] > 10
  assert: this["gates"] != null && size(this["gates"]) > 0
  message: a large park has gates
  message@zh-CN: 大型公园应有大门
- id: opened-in-the-past
  at: /opened
  when: date(this["opened"]) != null
  assert: >-
    date(this["opened"])
    <= today()
  message: the park opens in the future
`,
  'messages/en.yaml': '"field/missing:/code": "every park has a code"\n',
};
