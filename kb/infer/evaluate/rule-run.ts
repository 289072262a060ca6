import { common, meet } from '../../values/compare-values.ts'
import type { Value } from '../../values/value.ts'
import type { Meter } from '../budget.ts'
import { ANY_VALUE, CONSTANT, type PreparedAtom, type PreparedCondition, type PreparedRule } from './prepared-rule.ts'
import { type Row, valueAt } from '../row.ts'

/** Where the conditions of a rule find their rows. `names` by place; undefined: any. May give more rows than match. */
export type RowSource = {
  rows(relation: string, names: readonly (string | undefined)[]): readonly Row[]
  /** How much work the rows will be, roughly. */
  cost(relation: string, names: readonly (string | undefined)[]): number
}

/** One rule being evaluated. */
export type Run = {
  readonly prepared: PreparedRule
  readonly source: RowSource
  readonly meter: Meter
  readonly slots: (Value | undefined)[]
  /** The row taken for each plain atom among the rule's conditions. */
  readonly matched: (Row | null)[]
  /** How many of the rows taken may stand for several values. */
  many: number
  /** The round of the fixpoint; 0 outside of one. */
  readonly round: number
  /** In a round of a fixpoint: this condition takes only the rows that are new. */
  readonly fresh: { readonly condition: PreparedCondition; readonly rows: readonly Row[] } | null
}

export function createRun(
  prepared: PreparedRule,
  source: RowSource,
  meter: Meter,
  { round, fresh }: Pick<Run, 'round' | 'fresh'> = { round: 0, fresh: null },
): Run {
  return {
    prepared,
    source,
    meter,
    slots: prepared.variables.map(() => undefined),
    matched: prepared.conditions.map(() => null),
    many: 0,
    round,
    fresh,
  }
}

type Slots = (Value | undefined)[]

/**
 * Fills the atom's free variables from the row. `yes`: every place surely agrees. `unknown`: ranges overlap, and the
 * variable is narrowed to what they have in common. `no`: the slots may be half filled; the caller takes them back.
 */
export function matchRow(atom: PreparedAtom, row: Row, slots: Slots): 'yes' | 'unknown' | 'no' {
  let sure = true
  for (let place = 0; place < atom.slots.length; place += 1) {
    const slot = atom.slots[place] ?? ANY_VALUE
    if (slot === ANY_VALUE) continue
    const found = valueAt(row.values, place)
    const wanted = slot === CONSTANT ? atom.constants[place] : slots[slot]
    if (wanted === undefined) {
      slots[slot] = found
      continue
    }
    const meeting = meet(wanted, found)
    if (meeting === 'apart') return 'no'
    if (meeting === 'same') continue
    sure = false
    if (slot !== CONSTANT) slots[slot] = common(wanted, found)
  }
  return sure ? 'yes' : 'unknown'
}

/** The names that are already given, by place. */
export function namesOf(atom: PreparedAtom, slots: Slots): (string | undefined)[] {
  const names: (string | undefined)[] = []
  for (let place = 0; place < atom.slots.length; place += 1) {
    const slot = atom.slots[place] ?? ANY_VALUE
    const value = slot === CONSTANT ? atom.constants[place] : slot === ANY_VALUE ? undefined : slots[slot]
    names.push(value?.kind === 'name' ? value.name : undefined)
  }
  return names
}

/** What the atom's variables hold now, for `restore`. */
export function remember(atom: PreparedAtom, slots: Slots): Slots {
  const held: Slots = []
  for (const slot of atom.slots) held.push(slot < 0 ? undefined : slots[slot])
  return held
}

export function restore(atom: PreparedAtom, slots: Slots, held: Slots): void {
  for (let place = 0; place < atom.slots.length; place += 1) {
    const slot = atom.slots[place] ?? ANY_VALUE
    if (slot >= 0) slots[slot] = held[place]
  }
}
