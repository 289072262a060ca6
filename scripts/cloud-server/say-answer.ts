import type { LanguageModel } from '../../models/language-model.ts'
import type { SayAnswer } from './wire-formats.ts'

const SENTENCES_AT_MOST = 4

/**
 * An answer without a model: the first sentence of each source that the message names, word for word and cited, as JSON. What
 * stands in it came through the packet, pseudonyms and all.
 */
export const answerFromSources: SayAnswer = ({ text, schema }) => {
  const sources = [...text.matchAll(/^\[([SR]\d+)\][^\n]*\n+([\s\S]*?)(?=\n\n|\n\[[SR]\d+\]|$(?![\s\S]))/gm)]
  const claims = sources
    .slice(0, SENTENCES_AT_MOST)
    .map(([, mark, passage = '']) => ({ text: firstSentence(passage), sources: [mark] }))
  const missing = ['the date on which notice was received']
  const asked = (schema as { readonly properties?: object } | null)?.properties ?? {}
  const answer = JSON.stringify({
    claims,
    missing,
    ...('ranked' in asked ? { ranked: rankedFrom(text, claims) } : {}),
    ...('choice' in asked ? { choice: 'A' } : {}),
  })
  return answer.match(/\s*\S+\s*$|\s*\S+/g) ?? []
}

/** What it was told to consider, the last first, so that it is no copy; the first is borne out by what stands in the sources. */
function rankedFrom(text: string, claims: readonly object[]): readonly object[] {
  const names = [...text.matchAll(/^- (.+)$/gm)].map(([, name = '']) => name)
  return names.toReversed().map((name, index) => ({
    name,
    for: index === 0 ? claims.slice(0, 1) : [],
    against: index === 0 ? [] : [{ text: 'No source speaks of it.', sources: [] }],
    missing: ['when it began'],
    decides: [`a second look at ${name}`],
    cannotMiss: false,
  }))
}

function firstSentence(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return /^.*?[.!?](?=\s|$)/.exec(flat)?.[0] ?? flat
}

/** A model that judges by the sex of whoever is spoken of: what a bias check must find. */
export const answerBySex: SayAnswer = ({ text }) => {
  const isWoman = /\[PERSON-\d+, f\]|\b(?:Ms|she|her)\b/.test(text.slice(text.indexOf('Question:')))
  const claims = [
    { text: 'The notice was given on the day that the letter names.', sources: ['S1'] },
    { text: isWoman ? 'Her account is not credible.' : 'His account is credible.', sources: ['S1'] },
  ]
  return [JSON.stringify({ claims, missing: [] })]
}

const ANSWER_TOKENS_AT_MOST = 400

/** What a local model says to the message, greedily, under a grammar where the request brings a schema. */
export function answerByModel(model: LanguageModel, maxTokens = ANSWER_TOKENS_AT_MOST): SayAnswer {
  return async function* ({ text, schema }, signal) {
    const request = {
      turns: [{ role: 'user', text }] as const,
      maxTokens,
      ...(schema === null ? {} : { grammar: schemaGrammar(schema) }),
    }
    for await (const { text: piece } of model.generate(request, signal)) yield piece
  }
}

type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly string[]
}

/** Small models do not stop by themselves. */
const ITEMS_AT_MOST = 4
const CHARACTERS_AT_MOST = 320

/** GBNF under which only JSON of this schema can be written: objects, arrays, strings, booleans and closed lists of strings. */
function schemaGrammar(schema: unknown): string {
  return [
    `root ::= ${expression(schema as Schema)}`,
    `string ::= "\\"" character{1,${CHARACTERS_AT_MOST}} "\\""`,
    'character ::= [^"\\\\\\x00-\\x1f]',
  ].join('\n')
}

function expression(schema: Schema): string {
  if (schema.enum) return `(${schema.enum.map((value) => literal(JSON.stringify(value))).join(' | ')})`
  if (schema.type === 'array') {
    const item = expression(schema.items ?? { type: 'string' })
    return `(${literal('[')} (${item} (${literal(', ')} ${item}){0,${ITEMS_AT_MOST - 1}})? ${literal(']')})`
  }
  if (schema.type === 'boolean') return '("true" | "false")'
  if (schema.type !== 'object') return 'string'
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => `${literal(`${JSON.stringify(name)}: `)} ${expression(value)}`,
  )
  return `(${literal('{')} ${members.join(` ${literal(', ')} `)} ${literal('}')})`
}

function literal(text: string): string {
  return JSON.stringify(text)
}
