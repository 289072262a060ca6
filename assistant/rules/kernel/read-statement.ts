import type { StatementProblem } from '../../../kb/compile/gate-fact.ts'
import { ReadError } from '../../../kb/language/syntax.ts'
import { readFactText } from '../../../kb/language/read-fact-text.ts'
import { type Argument, type Statement, writeFactText } from '../../../kb/language/statement.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'

type Read =
  | { readonly statement: Statement; readonly problem: null }
  | { readonly statement: null; readonly problem: StatementProblem }

/** The fields of a form as a statement. A name may be given as it is shown ("Ann Smith", "heart failure") or as rules write it. */
export function readStatement(input: FactStatement, vocabulary: Vocabulary): Read {
  const places = vocabulary.relations.get(input.relation)?.places ?? []
  const args: Argument[] = []
  for (const [part, text] of input.args.entries()) {
    const place = places[part]
    try {
      args.push(place?.kind === 'name' ? nameIn(text.trim(), place.type, vocabulary) : oneArgument(text))
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      return { statement: null, problem: { part, code: 'SYNTAX', message: error.message, fix: error.fix } }
    }
  }
  return { statement: { ...input, args }, problem: null }
}

/** An argument as rules write it. */
export function writeArgument(argument: Argument): string {
  const text = writeFactText({
    relation: 'x',
    args: [argument],
    holds: 'yes',
    at: null,
    validFrom: null,
    validTo: null,
  })
  return text.slice('x('.length, -')'.length)
}

function nameIn(text: string, type: string, vocabulary: Vocabulary): Argument {
  if (text.startsWith('"')) return oneArgument(text)
  for (const [name, label] of vocabulary.names.get(type)?.labels ?? [])
    if (label === text && !vocabulary.names.get(type)?.labels.has(text)) return { kind: 'name', name }
  if (text === '') throw new ReadError('A name is missing here.', 'Write who or what is meant.', 0)
  return { kind: 'name', name: text }
}

function oneArgument(text: string): Argument {
  const { args } = readFactText(`x(${text})`).statement
  const [first] = args
  if (args.length === 1 && first) return first
  throw new ReadError('One value belongs here.', 'A decimal point is written ".".', 0)
}
