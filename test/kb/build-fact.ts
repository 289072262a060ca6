import { dayOf } from '../../kb/values/plain-date.ts'
import { readFactText } from '../../kb/language/read-fact-text.ts'
import type { Argument } from '../../kb/language/statement.ts'
import type { Fact } from '../../kb/program/fact.ts'
import { dateValue, numberValue, type Value } from '../../kb/values/value.ts'

/** `no has(p, af) @2026-06-01` as a fact; its text is its id. */
export function buildFact(text: string, id: string = text): Fact {
  const { statement } = readFactText(text)
  return {
    id,
    relation: statement.relation,
    values: statement.args.map(valueOf),
    holds: statement.holds,
    at: day(statement.at),
    validFrom: day(statement.validFrom),
    validTo: day(statement.validTo),
  }
}

export function buildFacts(...texts: readonly string[]): readonly Fact[] {
  return texts.map((text) => buildFact(text))
}

function valueOf(argument: Argument): Value {
  if (argument.kind === 'name') return argument
  if (argument.kind === 'number') return numberValue(argument.low ?? -Infinity, argument.high ?? Infinity)
  return dateValue(day(argument.low) ?? -Infinity, day(argument.high) ?? Infinity)
}

function day(text: string | null): number | null {
  if (text === null) return null
  const found = dayOf(text)
  if (found === null) throw new Error(`${text} is no day`)
  return found
}
