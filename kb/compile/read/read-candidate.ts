import { message, verbatim } from '../../../wording/message.ts'
import { writeInstead } from '../../language/write-instead.ts'
import type { Finding } from '../../program/candidate.ts'
import { Decimal } from '../../values/decimal.ts'
import type { PackHead } from '../compiled-packs.ts'
import { type Fields, readFields, readNumber, wrongShape } from './read-fields.ts'
import { type ConditionSource, readConditions } from './rule-source.ts'
import type { Report } from './problem.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

/** A candidate as its author wrote it: read, and nothing in it looked up yet. */
export type CandidateSource = {
  readonly id: TextTree
  readonly name: string
  readonly pack: string
  readonly base: Decimal
  readonly conditions: readonly ConditionSource[]
  readonly findings: readonly FindingSource[]
  readonly cannotMiss: boolean
  readonly decides: readonly string[]
  /** False when a condition could not be read: then nobody knows which variables it has. */
  readonly isWhole: boolean
  readonly tree: Tree
}

export type FindingSource = Finding & { readonly when: readonly ConditionSource[]; readonly tree: Tree }

export const CANDIDATE_KEYS = ['id', 'name', 'if', 'base', 'findings', 'cannot_miss', 'decides', 'source', 'note']
export const FINDING_KEYS = ['add', 'absent', 'say', 'when', 'source']

/** A candidate read from its map. Null when it has nothing to be weighed by; that has been reported. */
export function readCandidate(tree: Tree, id: TextTree, head: PackHead, report: Report): CandidateSource | null {
  const fields = readFields(tree, message('gate.what.candidate'), CANDIDATE_KEYS, report)
  if (!fields) return null
  let isWhole = true
  const reportCondition: Report = (at, problem) => {
    isWhole = false
    report(at, problem)
  }
  const name = fields.requiredText('name', message('gate.candidates.name'))
  if (fields.list('if').length === 0)
    report(fields.placeOf('if'), {
      code: 'MISSING_KEY',
      message: message('gate.candidates.noCase'),
      fix: writeInstead('if: ["presents(?p, breathlessness)"]'),
    })
  const conditions = readConditions(fields.texts('if'), reportCondition)
  const source = fields.text('source')?.text ?? null
  const findings = readFindings(fields, source, reportCondition)
  fields.text('note')
  const base = readNumber(fields.text('base'), report) ?? new Decimal(0)
  const decides = fields.texts('decides').map(({ text }) => text)
  const cannotMiss = fields.flag('cannot_miss', false)
  if (!name) return null
  return { id, name: name.text, pack: head.id, base, conditions, findings, cannotMiss, decides, isWhole, tree }
}

function readFindings(fields: Fields, source: string | null, report: Report): readonly FindingSource[] {
  const trees = fields.list('findings')
  if (trees.length === 0)
    report(fields.placeOf('findings'), {
      code: 'MISSING_KEY',
      message: message('gate.candidates.noFindings'),
      fix: writeInstead('findings: [{add: 1, say: …, when: […], source: …}]'),
    })
  const seen = new Set<string>()
  return trees.flatMap((tree) => {
    const finding = readFinding(tree, source, report)
    if (!finding) return []
    const key = keyOf(finding)
    if (seen.has(key))
      report(tree.place, {
        code: 'DUPLICATE',
        message: message('gate.candidates.twice'),
        fix: message('gate.keepOne'),
      })
    seen.add(key)
    return [finding]
  })
}

/** In whatever order its conditions were written. */
function keyOf({ when }: FindingSource): string {
  return when
    .map(({ tree }) => tree.text.replaceAll(/\s+/gu, ''))
    .toSorted()
    .join(' ')
}

function readFinding(tree: Tree, ofCandidate: string | null, report: Report): FindingSource | null {
  const fields = readFields(tree, message('gate.what.finding'), FINDING_KEYS, report)
  if (!fields) {
    if (tree.kind === 'nothing')
      wrongShape(tree.place, message('gate.what.finding'), verbatim('{add: 1, say: …, when: […], source: …}'), report)
    return null
  }
  const add = readNumber(fields.requiredText('add', message('gate.candidates.weight')), report)
  const absent = readNumber(fields.text('absent'), report) ?? new Decimal(0)
  const say = fields.requiredText('say', message('gate.candidates.say'))
  const when = readConditions(fields.texts('when'), report)
  if (fields.list('when').length === 0)
    report(fields.placeOf('when'), {
      code: 'MISSING_KEY',
      message: message('gate.candidates.always'),
      fix: writeInstead('when: ["shows(?p, swollen_leg)"]'),
    })
  const source = fields.text('source')?.text ?? ofCandidate
  if (source === null)
    report(fields.place, {
      code: 'MISSING_KEY',
      message: message('gate.candidates.noSource'),
      fix: message('gate.candidates.source', { code: 'source: "…"' }),
    })
  if (!add || !say) return null
  refuseSigns(fields, add, absent, report)
  return { add, absent, say: say.text, when, source: source ?? '', tree }
}

/** Else what speaks for a candidate would lower it, or nothing at all would follow from the finding. */
function refuseSigns(fields: Fields, add: Decimal, absent: Decimal, report: Report): void {
  if (add.isZero())
    report(fields.placeOf('add'), {
      code: 'RANGE',
      message: message('gate.candidates.zero'),
      fix: message('gate.candidates.notZero'),
    })
  else if (!absent.isZero() && absent.isNegative() === add.isNegative())
    report(fields.placeOf('absent'), {
      code: 'RANGE',
      message: message('gate.candidates.sameDirection'),
      fix: message('gate.candidates.otherSign', { side: add.isNegative() ? 'above' : 'below' }),
    })
}
