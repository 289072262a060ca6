/**
 * A fact as a person writes it, in the fields of a form or as text: `no has(patient, diabetes) @2026-06-01`. Nothing in it
 * has been looked up yet; `gateFact` does that. Numbers and days are the text that was written.
 */
export type Statement = {
  readonly relation: string
  readonly args: readonly Argument[]
  readonly holds: 'yes' | 'no' | 'unknown'
  /** The day it was observed, YYYY-MM-DD. */
  readonly at: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** `low` equals `high` for one number or day; null is an open end (`..40 %`). */
export type Argument =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly low: string | null; readonly high: string | null; readonly unit: string | null }
  | { readonly kind: 'date'; readonly low: string | null; readonly high: string | null }

/** A question as a person writes it: `recommend(patient, ?what)`. */
export type Goal = { readonly relation: string; readonly terms: readonly GoalTerm[] }

export type GoalTerm = Argument | { readonly kind: 'variable'; readonly name: string } | { readonly kind: 'anything' }

/** What of a statement is meant: an argument by its index, or a field by its name. */
export type StatementPart = 'relation' | 'at' | 'validFrom' | 'validTo' | number

/** The text that `readFactText` reads back as the same statement. */
export function writeFactText(statement: Statement): string {
  const { relation, args, holds, at, validFrom, validTo } = statement
  const days = [
    at === null ? '' : ` @${at}`,
    validFrom === null ? '' : ` from ${validFrom}`,
    validTo === null ? '' : ` to ${validTo}`,
  ]
  return `${holds === 'yes' ? '' : `${holds} `}${relation}(${args.map(writeArgument).join(', ')})${days.join('')}`
}

function writeArgument(argument: Argument): string {
  if (argument.kind === 'name') return writeName(argument.name)
  const { low, high } = argument
  const range = low === high ? (low ?? '') : `${low ?? ''}..${high ?? ''}`
  return argument.kind === 'number' && argument.unit !== null ? `${range} ${argument.unit}` : range
}

/** A name that is no identifier stands in quotes. */
function writeName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name)) return name
  return `"${name.replace(/["\\]/gu, '\\$&')}"`
}
