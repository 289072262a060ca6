import { hasCondition } from '../text/conditions.ts'
import { countModals, type Modality } from '../text/modal-words.ts'
import { countExceptions, countLimits, countNegations } from '../text/negation.ts'
import type { ChangeGroup } from './change.ts'
import type { ValuesSaid } from './values-said.ts'

export type Weight = { readonly group: ChangeGroup; readonly weight: number }

/** Between them is room for what weighs more within a group. */
const GROUPS: Readonly<Record<ChangeGroup, number>> = {
  numbers: 600,
  obligations: 500,
  parties: 400,
  wording: 300,
  moved: 200,
  layout: 100,
}
const MOST = 99
const VALUES: Readonly<Record<NonNullable<ValuesSaid['kind']>, number>> = {
  money: 90,
  time: 80,
  share: 70,
  measure: 60,
  number: 40,
}

/** `more`: 0 to 99. */
export function weightIn(group: ChangeGroup, more = 0): Weight {
  return { group, weight: GROUPS[group] + Math.min(MOST, Math.max(0, Math.round(more))) }
}

export function weightOfValues(...said: readonly ValuesSaid[]): Weight {
  return weightIn('numbers', Math.max(0, ...said.map(({ kind }) => (kind === null ? 0 : VALUES[kind]))))
}

const MODALITIES: readonly Modality[] = ['duty', 'permission', 'possibility', 'advice']

/** What binds in a text, counted: whether it must be, may be, must not be, holds in some cases only. */
export type Binding = {
  readonly denials: number
  /** "Without" denies where the other says "with"; "without delay" denies nothing. */
  readonly lacks: number
  readonly grants: number
  readonly modals: readonly number[]
  readonly exceptions: number
  readonly limits: number
  readonly isConditional: boolean
}

export function bindingOf(text: string): Binding {
  return {
    denials: countNegations(text) - lacks(text),
    lacks: lacks(text),
    grants: countOf(text, WITH),
    modals: MODALITIES.map((modality) => countModals(text, modality) + (modality === 'duty' ? futures(text) : 0)),
    exceptions: countExceptions(text),
    limits: countLimits(text),
    isConditional: hasCondition(text),
  }
}

const WITHOUT = /\b(?:without|ohne|sans|senza|sem|zonder)\b/gi
const WITH = /\b(?:with|mit|avec|con|com|met)\b/gi

function lacks(text: string): number {
  return countOf(text, WITHOUT)
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** "Will" obliges in a contract, where no other modal word does. */
function futures(text: string): number {
  return countOf(text, /\b(?:will|agrees? to|undertakes? to)\b/g)
}

/** Null where both bind alike. */
export function weightOfBinding(before: Binding, after: Binding): Weight | null {
  const isGranted = before.lacks !== after.lacks && before.grants !== after.grants
  if (before.denials !== after.denials || isGranted) return weightIn('obligations', 90)
  if (before.modals.some((count, at) => count !== after.modals[at])) return weightIn('obligations', 80)
  if (before.exceptions !== after.exceptions || before.isConditional !== after.isConditional)
    return weightIn('obligations', 60)
  return before.limits === after.limits ? null : weightIn('obligations', 40)
}

/** Of a clause that came or went; null where it binds nobody. */
export function weightOfClause({ denials, modals, exceptions }: Binding, values: ValuesSaid): Weight | null {
  const [duties = 0, permissions = 0] = modals
  if (duties === 0 && permissions === 0 && denials === 0 && exceptions === 0) return null
  const amount = values.kind === null || values.kind === 'number' ? 0 : 15
  return weightIn('obligations', (duties > 0 ? 70 : 55) + amount)
}
