import type { AnswerEvent, CompleteAskInput, PassageCitation, PassageSource } from '../../../contract/answer.ts'
import { type Drafting, draftParts, type Writer } from '../parts/draft-parts.ts'
import type { Part } from '../parts/plan-parts.ts'
import { type Quotable, quotableSentences } from './quotable-sentences.ts'
import type { Quoting } from './quoting.ts'
import { toldApproach } from './told-approach.ts'

const ASK =
  'First name the sentences that answer it, one to three, such as "Quotes: S1:2". On the next line answer from them in one or two short sentences.'

/**
 * The model points at sentences of the passages by their numbers, a closed set, and concludes from them, in one call: what is
 * quoted is taken from the document by code and is exact. Where there is nothing to quote, or rules have begun the answer, it is
 * written straight away.
 */
export async function* extract(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, begun } = drafting
  const sentences = begun === '' ? parts.flatMap(({ passages }) => passages.flatMap(quotableSentences)) : []
  if (sentences.length === 0) {
    yield toldApproach(progress, 'direct')
    yield* draftParts(input, writer, parts, drafting, signal)
    return
  }
  const { quoting, quotes } = createQuoting(writer)
  let told = 0
  for await (const event of draftParts(input, { ...writer, quoting }, parts, drafting, signal)) {
    const now = quotes()
    if (now.length !== told) yield toldApproach(progress, 'extract', { quotes: [...now] })
    told = now.length
    yield event
  }
}

/** `quotes`: of all calls so far; a call that was begun anew counts once. */
function createQuoting({ show }: Writer) {
  const picked = new Map<readonly PassageSource[], readonly PassageCitation[]>()
  const quoting: Quoting = {
    ask: ASK,
    show(passage) {
      const text = quotableSentences(passage).map(({ place, citation }) => `${place} ${oneLine(citation.quote)}`)
      const shown = show(passage, passage.read)
      return text.length === 0 ? shown : { ...shown, text: text.join('\n') }
    },
    places: (passages) => passages.flatMap(quotableSentences).map(({ place }) => place),
    take(line, passages) {
      picked.set(passages, named(line, passages.flatMap(quotableSentences)))
    },
  }
  return { quoting, quotes: () => [...picked.values()].flat() }
}

/** In the order in which they were named, each once. */
function named(line: string, sentences: readonly Quotable[]): readonly PassageCitation[] {
  const places = [...new Set(line.match(/[A-Z]\d+:\d+/g) ?? [])]
  return places.flatMap((wanted) => sentences.filter(({ place }) => place === wanted).map(({ citation }) => citation))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
