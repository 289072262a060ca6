import { gateFact } from '../../../kb/compile/gate-fact.ts'
import { ReadError } from '../../../kb/language/syntax.ts'
import { readFactText } from '../../../kb/language/read-fact-text.ts'
import type { Statement } from '../../../kb/language/statement.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import type { FactStatement } from '../../../store/matter/stored-facts.ts'
import type { Message } from '../../../wording/message.ts'
import { readStatement, sayFact, writeArgument } from './statement-text.ts'

/** `part`: beside which field of a form the message belongs. */
type FactProblem = { readonly message: Message; readonly fix: Message; readonly part: string | number }

export type Gated =
  | { readonly statement: FactStatement; readonly sentence: string; readonly problem: null }
  | { readonly statement: null; readonly problem: FactProblem }

export type GatedStatement =
  | { readonly fact: Omit<Fact, 'id'>; readonly statement: FactStatement; readonly problem: null }
  | { readonly fact: null; readonly statement: null; readonly problem: FactProblem }

/** A fact through the gate: known relation, right types, real days, units converted; its arguments in one spelling. */
export function gateStatement(input: FactStatement, vocabulary: Vocabulary): GatedStatement {
  const { statement, problem } = readStatement(input, vocabulary)
  return statement ? gateRead(statement, vocabulary) : { fact: null, statement: null, problem }
}

export function gateText(text: string, vocabulary: Vocabulary): GatedStatement {
  try {
    return gateRead(readFactText(text).statement, vocabulary)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    const problem = { message: error.said, fix: error.fix, part: 'relation' }
    return { fact: null, statement: null, problem }
  }
}

/** For those who only need the words. */
export function sayGated(gated: GatedStatement, vocabulary: Vocabulary): Gated {
  if (!gated.fact) return { statement: null, problem: gated.problem }
  return { statement: gated.statement, sentence: sayFact(gated.fact, vocabulary), problem: null }
}

function gateRead(read: Statement, vocabulary: Vocabulary): GatedStatement {
  const { fact, problem } = gateFact(read, vocabulary)
  if (!fact) return { fact: null, statement: null, problem }
  return { fact, statement: { ...read, args: read.args.map(writeArgument) }, problem: null }
}
