import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import type { RuleExample, RuleForm } from '../../../contract/knowledge/rule.ts'

const AGGREGATES = ['count', 'minimum', 'maximum', 'total'] as const
type Plain = Readonly<Record<string, unknown>>

/** A rule of a pack's file as a form shows it. What is not so written as it should be counts as not there: the gate tells. */
export function formOfRule(map: YAMLMap): RuleForm {
  const rule = map.toJSON() as Plain
  const text = (key: string) => (isScalar(map.get(key, true)) ? String(rule[key] ?? '') || null : null)
  return {
    rule: text('id') ?? '',
    title: text('title') ?? text('id') ?? '',
    then: text('then') ?? '',
    conditions: texts(rule.if),
    exceptions: texts(rule.unless),
    sum: isMap(map.get('sum')) ? sumOf(rule.sum as Plain) : null,
    aggregates: AGGREGATES.flatMap((kind) => many(rule[kind]).map((one) => aggregateOf(kind, one))),
    say: text('say'),
    source: text('source'),
    sourceRead: isYes(rule.source_read),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    jurisdiction: text('jurisdiction'),
    examples: isSeq(map.get('examples')) ? many(rule.examples).map(exampleOf) : [],
  }
}

/** The keys of a rule in a pack's file, by the part of the form that they say; undefined: the key is left out. */
export function yamlOfForm(form: RuleForm): Plain {
  const { rule, conditions, exceptions, sum, aggregates, examples, sourceRead, validFrom, validTo } = form
  const ofKind = (kind: (typeof AGGREGATES)[number]) =>
    aggregates.filter((one) => one.kind === kind).map(({ into, value, of }) => ({ into, value, of }))
  return {
    id: rule,
    title: form.title,
    then: form.then,
    if: filled(conditions),
    unless: filled(exceptions),
    sum: sum ? { into: sum.into, of: sum.items.map(itemYaml) } : undefined,
    ...Object.fromEntries(AGGREGATES.map((kind) => [kind, oneOrMany(ofKind(kind))])),
    say: form.say ?? undefined,
    source: form.source ?? undefined,
    source_read: sourceRead ? 'yes' : undefined,
    valid_from: validFrom ?? undefined,
    valid_to: validTo ?? undefined,
    jurisdiction: form.jurisdiction ?? undefined,
    examples: filled(examples.map(exampleYaml)),
  }
}

function sumOf(sum: Plain): RuleForm['sum'] {
  const items = many(sum.of).map((item) => many(item.one_of ?? item).map(partOf))
  return { into: String(sum.into ?? ''), items: items.filter(({ length }) => length > 0) }
}

function partOf({ add, say, when }: Plain) {
  return { add: String(add ?? ''), say: String(say ?? ''), when: texts(when) }
}

function aggregateOf(kind: (typeof AGGREGATES)[number], { into, value, of }: Plain): RuleForm['aggregates'][number] {
  return { kind, into: String(into ?? ''), value: String(value ?? ''), of: texts(of) }
}

function exampleOf(example: Plain): RuleExample {
  const { holds, not, ask } = (example.expect ?? {}) as Plain
  return {
    title: String(example.title ?? ''),
    facts: texts(example.facts),
    asOf: example.as_of === undefined ? null : String(example.as_of),
    holds: texts(holds),
    not: texts(not),
    ask: texts(ask),
    exception: isYes(example.exception),
  }
}

function itemYaml(parts: readonly ReturnType<typeof partOf>[]): Plain {
  const written = parts.map(({ add, say, when }) => ({ add: Number(add), say, when }))
  const [only] = written
  return only && written.length === 1 ? only : { one_of: written }
}

function exampleYaml({ title, facts, asOf, holds, not, ask, exception }: RuleExample): Plain {
  const expect = Object.fromEntries(Object.entries({ holds, not, ask }).filter(([, list]) => list.length > 0))
  return { title, facts, ...(asOf === null ? {} : { as_of: asOf }), expect, ...(exception ? { exception: 'yes' } : {}) }
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

function oneOrMany<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length > 1 ? list : list[0]
}

function many(value: unknown): readonly Plain[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((one): one is Plain => typeof one === 'object' && one !== null)
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** As the gate reads flags: `yes` is no word of YAML 1.2. */
function isYes(value: unknown): boolean {
  return value === true || value === 'yes' || value === 'true'
}
