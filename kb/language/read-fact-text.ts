import { message } from '../../wording/message.ts'
import { writeInstead } from './write-instead.ts'
import type { Argument, Goal, GoalTerm, Statement, StatementPart } from './statement.ts'
import { type Name, ReadError } from './syntax.ts'
import { createTokenReader, said, type TokenReader } from './tokens.ts'

type FactText = {
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
  reader.expectEnd(message('gate.syntax.afterValues'))
  return { statement: { relation: relation.text, args, holds, ...days }, offsets }
}

function readHolds(reader: TokenReader): Statement['holds'] {
  const { kind, text } = reader.peek()
  if (kind !== 'word' || reader.peek(1).text === '(') return 'yes'
  if (text === 'not')
    throw new ReadError(message('gate.syntax.no'), writeInstead('no has(patient, diabetes)'), reader.peek().offset)
  if (text !== 'no' && text !== 'unknown') return 'yes'
  reader.next()
  return text
}

function argumentOf(term: GoalTerm, offset: number): Argument {
  if (term.kind !== 'variable' && term.kind !== 'anything') return term
  throw new ReadError(message('gate.syntax.factVariables'), message('gate.syntax.itself'), offset)
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
        message('gate.syntax.expectedDay', { sign, found: said(token) }),
        message('gate.syntax.asDay'),
        token.offset,
      )
    days.set(part, token.text)
    offsets.set(part, token.offset)
  }
  return { at: days.get('at') ?? null, validFrom: days.get('validFrom') ?? null, validTo: days.get('validTo') ?? null }
}

type GoalText = { readonly goal: Goal; readonly offsets: ReadonlyMap<StatementPart, number> }

/** Reads `recommend(patient, ?what)`; `?_` and named variables are asked for. Throws `ReadError`. */
export function readGoalText(text: string): GoalText {
  const reader = createTokenReader(text, () => true)
  const { relation, terms, offsets } = readArguments(reader)
  reader.expectEnd(message('gate.syntax.question'))
  return { goal: { relation: relation.text, terms }, offsets }
}

/** Reads one value as a form gives it: `patient`, `58 kg`, `35..40 %`, `2026-06-01`. Throws `ReadError`. */
export function readArgumentText(text: string): Argument {
  const reader = createTokenReader(text, () => true)
  const term = readTerm(reader)
  reader.expectEnd(message('gate.syntax.oneValue'))
  if (term.kind !== 'variable' && term.kind !== 'anything') return term
  throw new ReadError(message('gate.syntax.factVariables'), message('gate.syntax.itself'), 0)
}

type Arguments = {
  readonly relation: Name
  readonly terms: readonly GoalTerm[]
  readonly offsets: Map<StatementPart, number>
}

const VALUES = message('gate.syntax.factValues', { range: '35..40 %' })

/** The relation and its values, of a fact or a goal: `weight(patient, 58 kg)`. */
function readArguments(reader: TokenReader): Arguments {
  const first = reader.next()
  if (first.kind !== 'word')
    throw new ReadError(
      message('gate.syntax.expectedRelation', { found: said(first) }),
      message('gate.syntax.relationExample'),
      first.offset,
    )
  const relation = { text: first.text, offset: first.offset, end: first.end }
  const offsets = new Map<StatementPart, number>([['relation', first.offset]])
  const terms: GoalTerm[] = []
  reader.expect('(', message('gate.syntax.bracketsExample'))
  if (!reader.takes(')')) {
    do {
      offsets.set(terms.length, reader.peek().offset)
      terms.push(readTerm(reader))
    } while (reader.takes(','))
    reader.expect(')', message('gate.syntax.commasAndPoint'))
  }
  return { relation, terms, offsets }
}

function readTerm(reader: TokenReader): GoalTerm {
  const token = reader.peek()
  switch (token.kind) {
    case 'word':
    case 'quoted':
      return { kind: 'name', name: reader.next().text }
    case 'variable':
      return { kind: 'variable', name: reader.next().text }
    case 'anything':
      reader.next()
      return { kind: 'anything' }
    default:
      return readRange(reader)
  }
}

type End = { readonly kind: 'number' | 'date'; readonly text: string }

function readRange(reader: TokenReader): Argument {
  const { offset } = reader.peek()
  const low = readEnd(reader)
  const high = reader.takes('..') ? readEnd(reader) : low
  const kind = kindOf(low, high, offset)
  if (!kind)
    throw new ReadError(
      message('gate.syntax.expectedValue', { found: said(reader.peek()) }),
      VALUES,
      reader.peek().offset,
    )
  const range = { low: low?.text ?? null, high: high?.text ?? null }
  return kind === 'date' ? { kind, ...range } : { kind, ...range, unit: reader.unit()?.text ?? null }
}

function kindOf(low: End | null, high: End | null, offset: number): End['kind'] | null {
  if (low && high && low.kind !== high.kind) throw new ReadError(message('gate.syntax.mixedRange'), VALUES, offset)
  return (low ?? high)?.kind ?? null
}

function readEnd(reader: TokenReader): End | null {
  const { kind, text } = reader.peek()
  // `35.. 10^9/L`: the 10 belongs to the unit.
  if (reader.peek(1).text === '^') return null
  if (kind === 'date' || kind === 'number') return { kind, text: reader.next().text }
  if (kind !== 'symbol' || text !== '-' || reader.peek(1).kind !== 'number') return null
  reader.next()
  return { kind: 'number', text: `-${reader.next().text}` }
}
