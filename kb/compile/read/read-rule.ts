import { message, verbatim } from '../../../wording/message.ts'
import { writeInstead } from '../../language/write-instead.ts'
import { sayDay } from '../../values/plain-date.ts'
import type { PackHead } from '../compiled-packs.ts'
import { type Problem, type Report, reportTo } from './problem.ts'
import { type Fields, keyNamed, readFields, readId, readList, readNumber, readText, wrongShape } from './read-fields.ts'
import type { PackParts } from './read-packs.ts'
import {
  type AggregateSource,
  type PartSource,
  readConclusion,
  readConditions,
  readVariable,
  type RuleSource,
  type SumSource,
} from './rule-source.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

export type RuleEntry = { readonly id: string | null; readonly pack: string; readonly source: RuleSource | null }

const RULE = { noun: 'rule', keys: 'id, then, if', example: 'af-oac' } as const

/** All rules of all packs in their order. Each has an id of its own, by which proofs and decisions name it. */
export function readRuleList(packs: readonly PackParts[], problems: Problem[]): readonly RuleEntry[] {
  const ids = new Map<string, TextTree>()
  return packs.flatMap(({ rules, source }) =>
    rules
      .flatMap((tree) => readList(tree, keyNamed('rules'), reportTo(problems, null)))
      .flatMap((tree): readonly RuleEntry[] => {
        const id = idOf(tree, ids, problems)
        if (!id) return []
        const rule = readRule(tree, id, source.head, reportTo(problems, id.text || null))
        return [{ id: id.text || null, pack: source.head.id, source: rule }]
      }),
  )
}

/** One without an id is read all the same, so that all that is wrong with it is told at once. */
function idOf(tree: Tree, ids: Map<string, TextTree>, problems: Problem[]): TextTree | null {
  const id = readId(tree, ids, RULE, problems)
  if (id || tree.kind !== 'map') return id
  return { kind: 'text', text: '', place: tree.place, placeAt: () => tree.place }
}

const AGGREGATES = ['count', 'minimum', 'maximum', 'total'] as const

const RULE_KEYS =
  'id title status then if unless sum count minimum maximum total say source source_read valid_from valid_to jurisdiction examples note reference approved_by approved_on'.split(
    ' ',
  )
const PART_KEYS = ['add', 'say', 'when']

/** A rule read from its map. Null when a part of it cannot be read; that has been reported. */
function readRule(tree: Tree, id: TextTree, head: PackHead, report: Report): RuleSource | null {
  const fields = readFields(tree, message('gate.what.rule'), RULE_KEYS, report)
  if (!fields) return null
  let isWhole = true
  const reportCondition: Report = (at, problem) => {
    isWhole = false
    report(at, problem)
  }
  const then = fields.requiredText('then', message('gate.rules.then'))
  const conclusion = readConclusion(then, reportCondition)
  const conditions = readConditions(readTexts(fields, 'if', reportCondition), reportCondition)
  const exceptions = readConditions(readTexts(fields, 'unless', reportCondition), reportCondition)
  for (const key of ['if', 'unless', 'examples'] as const) refuseEmpty(fields, key, report)
  const sum = readSum(fields.tree('sum'), reportCondition)
  const aggregates = AGGREGATES.flatMap((kind) => readAggregates(kind, fields.tree(kind), reportCondition))
  const meta = readMeta(fields, id, head, report)
  // Kept for people: the section of the reference text that it follows, who stands for it, and since when.
  for (const key of ['note', 'reference', 'approved_by']) fields.text(key)
  fields.day('approved_on')
  const say = fields.text('say')
  if (!conclusion) return null
  const examples = fields.list('examples')
  return { id, meta, conclusion, conditions, exceptions, sum, aggregates, say, examples, isWhole }
}

function readTexts(fields: Fields, key: string, report: Report): readonly TextTree[] {
  const items = readList(fields.tree(key), keyNamed(key), report)
  return items.flatMap((item) => readText(item, message('gate.what.entry', { key }), report) ?? [])
}

/** A key without anything after it is a forgotten exception more often than none. */
function refuseEmpty(fields: Fields, key: string, report: Report): void {
  if (!fields.has(key)) return
  const tree = fields.tree(key)
  if (tree && (tree.kind !== 'list' || tree.items.length > 0)) return
  report(fields.placeOf(key), {
    code: 'MISSING_KEY',
    message: message('gate.rules.nothingUnder', { key }),
    fix: message('gate.rules.fillIn'),
  })
}

function readMeta(fields: Fields, id: TextTree, head: PackHead, report: Report): RuleSource['meta'] {
  const [validFrom, validTo] = [fields.day('valid_from'), fields.day('valid_to')]
  if (validFrom !== null && validTo !== null && validFrom > validTo)
    report(fields.placeOf('valid_to'), {
      code: 'ORDER_OF_DATES',
      message: message('gate.endsOn', { day: sayDay(validTo) }),
      fix: message('gate.rules.swapValid'),
    })
  return {
    title: fields.text('title')?.text ?? id.text,
    ...readSource(fields, report),
    status: fields.choice('status', ['draft', 'tested', 'approved', 'retired'], 'draft'),
    validFrom,
    validTo,
    jurisdiction: fields.has('jurisdiction') ? (fields.text('jurisdiction')?.text ?? null) : head.jurisdiction,
    pack: head.id,
    place: fields.place,
  }
}

/** What packs write where a rule says no more than what a word means, and behind it perhaps which. */
const DEFINITION = /^definition(?!\p{L})/u

function readSource(
  fields: Fields,
  report: Report,
): Pick<RuleSource['meta'], 'source' | 'sourceRead' | 'isDefinition'> {
  const source = fields.text('source')
  const sourceRead = fields.flag('source_read', false)
  if (sourceRead && !source)
    report(fields.placeOf('source_read'), {
      code: 'MISSING_KEY',
      message: message('gate.rules.whichSource'),
      fix: message('gate.rules.addSource', { code: 'source: "…"' }),
    })
  return { source: source?.text ?? null, sourceRead, isDefinition: source !== null && DEFINITION.test(source.text) }
}

function readSum(tree: Tree | null, report: Report): SumSource | null {
  const fields = readFields(tree, keyNamed('sum'), ['into', 'of'], report)
  if (!fields) return null
  const into = readVariable(fields.requiredText('into', message('gate.rules.sumInto')), report)
  const items = fields.list('of').map((item) => readItem(item, report))
  if (items.length === 0)
    report(fields.placeOf('of'), {
      code: 'MISSING_KEY',
      message: message('gate.rules.noParts'),
      fix: message('gate.add', { code: 'of: [{add: 1, say: …, when: […]}]' }),
    })
  return into && { into, items }
}

function readItem(tree: Tree, report: Report): SumSource['items'][number] {
  const isChoice = tree.kind === 'map' && tree.entries.has('one_of')
  if (!isChoice) return { oneOf: readParts([tree], report) }
  const fields = readFields(tree, message('gate.what.choice'), ['one_of'], report)
  const parts = fields?.list('one_of') ?? []
  if (parts.length < 2)
    report(tree.place, {
      code: 'WRONG_SHAPE',
      message: message('gate.rules.noChoice'),
      fix: message('gate.rules.withoutOneOf'),
    })
  return { oneOf: readParts(parts, report) }
}

function readParts(trees: readonly Tree[], report: Report): readonly PartSource[] {
  return trees.flatMap((tree) => {
    const fields = readFields(tree, message('gate.what.part'), PART_KEYS, report)
    if (!fields) {
      if (tree.kind === 'nothing')
        wrongShape(tree.place, message('gate.what.part'), verbatim('{add: 1, say: …, when: […]}'), report)
      return []
    }
    const add = readNumber(fields.requiredText('add', message('gate.rules.points')), report)
    const say = fields.requiredText('say', message('gate.rules.standsFor'))
    if (say && /[{}]/.test(say.text))
      report(say.place, {
        code: 'TEMPLATE',
        message: message('gate.rules.partWithValues'),
        fix: message('gate.rules.noBrackets'),
      })
    const when = readConditions(fields.texts('when'), report)
    if (!fields.tree('when') || fields.list('when').length === 0)
      report(fields.placeOf('when'), {
        code: 'MISSING_KEY',
        message: message('gate.rules.partAlways'),
        fix: writeInstead('when: ["…"]'),
      })
    return add && say ? [{ add, say: say.text, when, place: fields.place }] : []
  })
}

function readAggregates(kind: AggregateSource['kind'], tree: Tree | null, report: Report): readonly AggregateSource[] {
  if (!tree) return []
  const trees = tree.kind === 'list' ? tree.items : [tree]
  return trees.flatMap((one) => {
    const fields = readFields(one, keyNamed(kind), ['into', 'value', 'of'], report)
    if (!fields) return []
    const into = readVariable(fields.requiredText('into', message('gate.rules.into')), report)
    const value = readVariable(fields.requiredText('value', message('gate.rules.value')), report)
    const of = readConditions(fields.texts('of'), report)
    if (!fields.tree('of') || fields.list('of').length === 0)
      report(fields.placeOf('of'), {
        code: 'MISSING_KEY',
        message: message('gate.rules.overWhat'),
        fix: writeInstead('of: ["takes(?p, ?d)"]'),
      })
    return into && value ? [{ kind, into, value, of }] : []
  })
}
