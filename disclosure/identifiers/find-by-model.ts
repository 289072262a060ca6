import { overlapsAny } from '../../text/spans.ts'
import {
  type Findings,
  IDENTIFIER_TYPES,
  type IdentifierSpan,
  type IdentifierType,
  type KnownTerm,
} from './identifier.ts'
import { mergeSpans } from './merge-spans.ts'

/** A local language model that writes as its grammar says (GBNF). */
export type Generate = (input: {
  readonly prompt: string
  readonly grammar: string
  readonly maxTokens: number
}) => Promise<string>

/** Asked for these only: what a small model can tell from a sentence. */
const ASKED = [
  'person',
  'organisation',
  'place',
  'address',
  'date',
  'phone',
  'record',
  'id',
] as const satisfies readonly IdentifierType[]
const MAX_TOKENS = 400

/** `[{"type":"person","text":"…"}]`, nothing else. */
const MODEL_GRAMMAR = `root ::= "[" (item ("," item){0,29})? "]"
item ::= "{\\"type\\":\\"" type "\\",\\"text\\":\\"" char{1,80} "\\"}"
type ::= ${ASKED.map((type) => `"${type}"`).join(' | ')}
char ::= [^"\\\\\\n] | "\\\\" ["\\\\]
`

/**
 * Layer h: what a local model takes for identifying, as it stands in the text word for word; each once. An answer that is no list
 * is none.
 */
export async function termsByModel(text: string, generate: Generate): Promise<readonly KnownTerm[]> {
  const prompt = `List every name, organisation, address, date and number in the text that could identify a person. Copy each exactly.\n\nText:\n${text}\n\nList:`
  const answer = await generate({ prompt, grammar: MODEL_GRAMMAR, maxTokens: MAX_TOKENS })
  const standing = itemsOf(answer).filter((item) => placesOf(item, text).length > 0)
  return [...new Map(standing.map((item) => [item.text, item])).values()]
}

/** It only adds: what the model left out changes nothing, and a legal authority stays readable. */
export function addNamed(findings: Findings, text: string, named: readonly KnownTerm[]): Findings {
  const { kept, flags } = findings
  const added = named.flatMap((item) => placesOf(item, text)).filter((span) => !overlapsAny(span, kept))
  if (added.length === 0) return findings
  const spans = mergeSpans([...findings.spans, ...added])
  return { spans, flags: flags.filter((flag) => !overlapsAny(flag, spans)), kept }
}

function itemsOf(answer: string): readonly KnownTerm[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(answer)
  } catch {
    return []
  }
  return Array.isArray(parsed) ? parsed.filter(isItem) : []
}

function isItem(value: unknown): value is KnownTerm {
  const { type, text } = (value ?? {}) as { type?: unknown; text?: unknown }
  return IDENTIFIER_TYPES.includes(type as IdentifierType) && typeof text === 'string' && /[\p{L}\p{N}]{2}/u.test(text)
}

function placesOf({ type, text: wanted }: KnownTerm, text: string): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
    if (isWhole) spans.push({ start: at, end, type, by: 'model', confidence: 0.5 })
  }
  return spans
}
