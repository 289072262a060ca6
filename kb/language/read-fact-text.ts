import { readArguments } from './read-arguments.ts'
import { ReadError } from './read-error.ts'
import type { Argument, GoalTerm, Statement, StatementPart } from './statement.ts'
import { createTokenReader, said, type TokenReader } from './token-reader.ts'

export type FactText = {
  readonly statement: Statement
  /** Where each part begins in the text, for messages of the gate. */
  readonly offsets: ReadonlyMap<StatementPart, number>
}

/** Reads `weight(patient, 58 kg) @2026-06-01`, `no has(p, af)`, `unknown …`, `… from 2026-01-01 to 2026-12-31`. Throws `ReadError`. */
export function readFactText(text: string): FactText {
  const reader = createTokenReader(text, () => true)
  const holds = readHolds(reader)
  const { relation, terms, offsets } = readArguments(reader)
  const args = terms.map((term, index) => argumentOf(term, offsets.get(index) ?? 0))
  const days = readDays(reader, offsets)
  reader.expectEnd('After the values only a day (@2026-06-01) and a period (from 2026-01-01 to 2026-12-31) may follow.')
  return { statement: { relation: relation.text, args, holds, ...days }, offsets }
}

function readHolds(reader: TokenReader): Statement['holds'] {
  const { kind, text } = reader.peek()
  if (kind !== 'word' || reader.peek(1).text === '(') return 'yes'
  if (text === 'not')
    throw new ReadError(
      'A fact that does not hold begins with "no".',
      'Write no has(patient, diabetes).',
      reader.peek().offset,
    )
  if (text !== 'no' && text !== 'unknown') return 'yes'
  reader.next()
  return text
}

function argumentOf(term: GoalTerm, offset: number): Argument {
  if (term.kind !== 'variable' && term.kind !== 'anything') return term
  throw new ReadError('A fact has no variables.', 'Write the name, number or day itself.', offset)
}

function readDays(
  reader: TokenReader,
  offsets: Map<StatementPart, number>,
): Pick<Statement, 'at' | 'validFrom' | 'validTo'> {
  const days = new Map<StatementPart, string>()
  for (const [sign, part] of [
    ['@', 'at'],
    ['from', 'validFrom'],
    ['to', 'validTo'],
  ] as const) {
    if (!reader.takes(sign)) continue
    const token = reader.next()
    if (token.kind !== 'date')
      throw new ReadError(
        `Expected a day after "${sign}", not ${said(token)}.`,
        'Write it as 2026-06-01.',
        token.offset,
      )
    days.set(part, token.text)
    offsets.set(part, token.offset)
  }
  return { at: days.get('at') ?? null, validFrom: days.get('validFrom') ?? null, validTo: days.get('validTo') ?? null }
}
