import { message } from '../../wording/message.ts'
import { writeInstead } from '../language/write-instead.ts'
import { readFactText, readGoalText } from '../language/read-fact-text.ts'
import type { StatementPart } from '../language/statement.ts'
import type { Fact } from '../program/fact.ts'
import type { Atom, Rule } from '../program/rule.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { Value } from '../values/value.ts'
import type { Example, ExampleKind } from './compiled-packs.ts'
import { gateFact, gateGoal, type StatementProblem } from './gate-fact.ts'
import type { Report } from './read/problem.ts'
import { type Fields, keyNamed, readFields } from './read/read-fields.ts'
import { attempt } from './read/rule-source.ts'
import type { TextTree, Tree } from './read/yaml-tree.ts'

const EXAMPLE_KEYS = ['title', 'facts', 'as_of', 'jurisdiction', 'expect', 'exception']

type Rules = { readonly rule: Rule; readonly individuals: ReadonlySet<string> }

/** The examples of a rule, their facts and expectations through the same gate as all others. `individuals` are named by rules. */
export function readExamples(
  trees: readonly Tree[],
  { rule, individuals }: Rules,
  vocabulary: Vocabulary,
  report: Report,
): readonly Example[] {
  return trees.flatMap((tree) => {
    const fields = readFields(tree, message('gate.what.example'), EXAMPLE_KEYS, report)
    return fields ? (readExample(fields, { rule, individuals }, vocabulary, report) ?? []) : []
  })
}

/** The kinds of example that a rule still needs before it can be called tested. What rests on nothing needs none. */
export function missingExamples(rule: Rule, examples: readonly Example[]): readonly ExampleKind[] {
  const { conditions, exceptions, sum, aggregates } = rule
  if (conditions.length === 0 && exceptions.length === 0 && !sum && aggregates.length === 0) return []
  const concerns = (atoms: readonly Atom[]) => atoms.some(({ relation }) => relation === rule.then.relation)
  const missing: ExampleKind[] = []
  if (!examples.some((example) => concerns(example.holds) && !example.exception)) missing.push('positive')
  if (!examples.some((example) => concerns(example.not) && !example.exception)) missing.push('negative')
  if (exceptions.length > 0 && !examples.some(({ exception }) => exception)) missing.push('exception')
  return missing
}

function readExample(
  fields: Fields,
  { rule, individuals }: Rules,
  vocabulary: Vocabulary,
  report: Report,
): Example | null {
  const title = fields.requiredText('title', message('gate.examples.title'))
  fields.requiredText('as_of', message('gate.examples.asOf'))
  const asOf = fields.day('as_of')
  const facts = readFacts(fields.texts('facts'), vocabulary, report)
  const named = new Set([
    ...individuals,
    ...facts.flatMap((fact) => individualsOf(fact.relation, fact.values, vocabulary)),
  ])
  const expect = readFields(fields.tree('expect'), keyNamed('expect'), ['holds', 'not', 'ask'], report)
  const read = (key: string): readonly Atom[] =>
    (expect?.texts(key) ?? []).flatMap((text) => readExpected(text, named, vocabulary, report) ?? [])
  const [holds, not, ask] = [read('holds'), read('not'), read('ask')]
  if (!expect || !['holds', 'not', 'ask'].some((key) => expect.list(key).length > 0))
    report(fields.placeOf('expect'), {
      code: 'EXAMPLE',
      message: message('gate.examples.expectsNothing'),
      fix: writeInstead(`expect: {holds: ["${rule.then.relation}(…)"]}`),
    })
  const exception = fields.flag('exception', false)
  if (exception) checkException(fields, rule, [...not, ...ask], report)
  if (asOf === null) return null
  const jurisdiction = fields.text('jurisdiction')?.text ?? rule.jurisdiction
  const { place } = fields
  return { rule: rule.id, title: title?.text ?? '', facts, asOf, jurisdiction, holds, not, ask, exception, place }
}

function checkException(fields: Fields, rule: Rule, against: readonly Atom[], report: Report): void {
  const at = fields.placeOf('exception')
  if (rule.exceptions.length === 0)
    report(at, {
      code: 'EXAMPLE',
      message: message('gate.examples.noException'),
      fix: message('gate.examples.noExceptionFix'),
    })
  else if (!against.some(({ relation }) => relation === rule.then.relation))
    report(at, {
      code: 'EXAMPLE',
      message: message('gate.examples.exception', { relation: rule.then.relation }),
      fix: writeInstead(`expect: {not: ["${rule.then.relation}(…)"]}`),
    })
}

function readFacts(texts: readonly TextTree[], vocabulary: Vocabulary, report: Report): readonly Fact[] {
  const seen = new Set<string>()
  return texts.flatMap((text, index) => {
    const read = attempt(text, report, () => readFactText(text.text))
    if (!read) return []
    if (seen.has(text.text.replaceAll(/\s+/gu, '')))
      report(text.place, {
        code: 'DUPLICATE',
        message: message('gate.examples.factTwice'),
        fix: message('gate.keepOne'),
      })
    seen.add(text.text.replaceAll(/\s+/gu, ''))
    const { fact, problem } = gateFact(read.statement, vocabulary)
    if (problem) reportPart(text, read.offsets, problem, report)
    return fact ? [{ id: String(index + 1), ...fact }] : []
  })
}

function readExpected(text: TextTree, named: ReadonlySet<string>, vocabulary: Vocabulary, report: Report): Atom | null {
  const read = attempt(text, report, () => readGoalText(text.text))
  if (!read) return null
  const { atom, problem } = gateGoal(read.goal, vocabulary)
  if (problem) {
    reportPart(text, read.offsets, problem, report)
    return null
  }
  for (const [index, term] of atom.terms.entries()) {
    if (term.kind === 'variable')
      reportPart(
        text,
        read.offsets,
        {
          part: index,
          code: 'EXAMPLE',
          message: message('gate.examples.definite', { name: term.name }),
          fix: message('gate.examples.valueOrAny'),
        },
        report,
      )
  }
  const stranger = individualsOfAtom(atom, vocabulary).find((name) => !named.has(name))
  if (stranger !== undefined)
    report(text.place, {
      code: 'EXAMPLE',
      message: message('gate.examples.stranger', { name: stranger }),
      fix: message('gate.examples.correctName'),
    })
  return atom
}

function reportPart(
  text: TextTree,
  offsets: ReadonlyMap<StatementPart, number>,
  { part, ...problem }: StatementProblem,
  report: Report,
): void {
  report(text.placeAt(offsets.get(part) ?? 0), problem)
}

/** The individuals of an atom or fact: patients, contracts. Names of closed lists are no individuals. */
function individualsOf(relation: string, values: readonly (Value | null)[], vocabulary: Vocabulary): readonly string[] {
  const places = vocabulary.relations.get(relation)?.places ?? []
  return values.flatMap((value, index) => {
    const place = places[index]
    return value?.kind === 'name' && place?.kind === 'name' && vocabulary.names.get(place.type)?.open
      ? [value.name]
      : []
  })
}

export function individualsOfAtom({ relation, terms }: Atom, vocabulary: Vocabulary): readonly string[] {
  return individualsOf(
    relation,
    terms.map((term) => (term.kind === 'constant' ? term.value : null)),
    vocabulary,
  )
}
