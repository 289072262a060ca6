import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const HEAD = 'title: A pack of this test\nversion: "0.1"\nlanguage: en\nlicence: Apache-2.0\n'

/** Writes a pack into a folder of its name below `folder`; gives that folder. */
export async function writePack(
  folder: string,
  name: string,
  files: Readonly<Record<string, string>>,
  head = '',
): Promise<string> {
  const all = { 'pack.yaml': `pack: ${name}\n${HEAD}${head}`, ...files }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name, path)), { recursive: true })
    await writeFile(join(folder, name, path), text)
  }
  return join(folder, name)
}

/** A small pack: fever from a temperature, an isolation that follows unless the patient refuses. */
export const FEVER_PACK: Readonly<Record<string, string>> = {
  'vocabulary.yaml': `
names:
  patient: open
vocabulary:
  temperature: {args: [patient, {number: °C, from: 25, to: 45}], unique: [0], latest: true, absent: ask, say: "{0} has a temperature of {1}", ask: "What is the temperature of {0}?"}
  refuses: {args: [patient], absent: no, say: "{0} refuses isolation"}
  fever: {args: [patient], say: "{0} has a fever", asks: ["Does {0} have a fever?"]}
  isolate: {args: [patient], say: "{0} is to be isolated", asks: ["Should {0} be isolated?"]}
`,
  'rules/fever.yaml': `
rules:
  - id: fever
    title: Fever from 38 degrees
    status: approved
    approved_by: Dr Lyle
    then: fever(?p)
    if: ["temperature(?p, ?t)", "?t >= 38 °C"]
    source: example
    source_read: yes
    examples:
      - {title: hot, facts: ["temperature(p, 39 °C)"], as_of: 2026-01-01, expect: {holds: ["fever(p)"]}}
      - {title: cool, facts: ["temperature(p, 37 °C)"], as_of: 2026-01-01, expect: {not: ["fever(p)"]}}
  # A comment of the author.
  - id: isolation
    title: Isolate those with a fever
    status: approved
    approved_by: Dr Lyle
    then: isolate(?p)
    if: ["fever(?p)"]
    unless: ["refuses(?p)"]
    source: example
    source_read: no
    examples:
      - {title: hot, facts: ["temperature(p, 39 °C)"], as_of: 2026-01-01, expect: {holds: ["isolate(p)"]}}
      - {title: cool, facts: ["temperature(p, 37 °C)"], as_of: 2026-01-01, expect: {not: ["isolate(p)"]}}
      - {title: refused, facts: ["temperature(p, 39 °C)", "refuses(p)"], as_of: 2026-01-01, expect: {not: ["isolate(p)"]}, exception: true}
`,
}

/** Millions of conclusions from a few hundred facts. */
export const CROSS_PACK: Readonly<Record<string, string>> = {
  'vocabulary.yaml': `
names: {thing: open}
vocabulary:
  link: {args: [thing, thing], say: "{0} to {1}"}
  found: {args: [thing, thing, thing, thing], say: "{0}, {1}, {2} and {3} are found", asks: ["What is found?"]}
`,
  'rules/cross.yaml': `
rules:
  - id: cross
    title: All with all
    status: approved
    then: found(?a, ?b, ?c, ?d)
    if: ["link(?a, ?b)", "link(?b, ?c)", "link(?c, ?d)"]
    source: none
    source_read: no
    approved_by: Dr Lyle
    examples:
      - {title: chain, facts: ["link(a, b)", "link(b, c)", "link(c, d)"], as_of: 2026-01-01, expect: {holds: ["found(a, b, c, d)"]}}
      - {title: gap, facts: ["link(a, b)", "link(c, d)"], as_of: 2026-01-01, expect: {not: ["found(a, b, c, d)"]}}
`,
}

/** A number of 36 digits, where something is missing as well, and one of 13. */
export const HUGE_PACK: Readonly<Record<string, string>> = {
  'vocabulary.yaml': `
names: {thing: open}
vocabulary:
  amount: {args: [thing, number], unique: [0], absent: ask, say: "the amount of {0} is {1}"}
  counts: {args: [thing], absent: ask, say: "{0} counts"}
  cube: {args: [thing, number], unique: [0], say: "the cube of {0} is {1}", asks: ["What is the cube?"]}
  double: {args: [thing, number], unique: [0], say: "the double of {0} is {1}", asks: ["What is the double?"]}
`,
  'rules/huge.yaml': `
rules:
  - id: cube
    title: Cube
    status: approved
    approved_by: Dr Lyle
    then: cube(?t, ?c)
    if: ["amount(?t, ?a)", "counts(?t)", "?c := ?a * ?a * ?a"]
    source: none
    source_read: no
    examples:
      - {title: two, facts: ["amount(t, 2)", "counts(t)"], as_of: 2026-01-01, expect: {holds: ["cube(t, 8)"]}}
      - {title: none, facts: ["amount(t, 2)", "no counts(t)"], as_of: 2026-01-01, expect: {not: ["cube(t, 8)"]}}
  - id: double
    title: Double
    status: approved
    approved_by: Dr Lyle
    then: double(?t, ?d)
    if: ["amount(?t, ?a)", "?d := ?a + ?a"]
    source: none
    source_read: no
    examples:
      - {title: two, facts: ["amount(t, 2)"], as_of: 2026-01-01, expect: {holds: ["double(t, 4)"]}}
      - {title: other, facts: ["amount(t, 3)"], as_of: 2026-01-01, expect: {not: ["double(t, 4)"]}}
`,
}
