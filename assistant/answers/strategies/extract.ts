import type { AnswerEvent, CompleteAskInput, PassageCitation, PassageSource } from '../../../contract/answers/answer.ts'
import { contentWords } from '../../../text/words.ts'
import { reportStrategy } from '../answer-progress.ts'
import type { Quoting } from '../draft/draft-answer.ts'
import { type Drafting, draftParts, type Writer } from '../draft/draft-parts.ts'
import { sentenceUnits } from '../draft/passage-spans.ts'
import type { Part } from '../draft/plan-parts.ts'

const ASK =
  'First name the one to three sentences that answer it by their letters, then answer from them in one or two short sentences.'

/**
 * Of the few sentences that code finds nearest to the question the model points at some by their letters, a closed set, and concludes
 * from them, in one call: what is quoted is taken from the document by code and is exact. Where there is nothing to quote, or rules
 * have begun the answer, it is written straight away.
 */
export async function* extract(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, begun } = drafting
  const quotable = parts.filter(({ passages }) => quotableSentences(passages).length > 0)
  if (quotable.length === 0 || begun !== '') {
    yield reportStrategy(progress, 'direct')
    yield* draftParts(input, writer, parts, drafting, signal)
    return
  }
  const { quoting, quotes } = createQuoting(writer)
  let told = ''
  for await (const event of draftParts(input, { ...writer, quoting }, quotable, drafting, signal)) {
    const now = quotes()
    const key = now.map(({ documentId, start }) => `${documentId} ${start}`).join()
    if (key !== told) yield reportStrategy(progress, 'extract', { quotes: [...now] })
    told = key
    yield event
  }
}

/** `quotes`: of all calls so far; a call that was begun anew counts once. */
function createQuoting({ show }: Writer) {
  const picked = new Map<readonly PassageSource[], readonly PassageCitation[]>()
  const quoting: Quoting = {
    ask: ASK,
    show(passages) {
      const sentences = quotableSentences(passages)
      return passages.flatMap((passage) => {
        const own = sentences.filter(({ citation }) => citation.source === passage.source)
        const lines = own.map(({ letter, citation }) => `(${letter}) ${oneLine(citation.quote)}`)
        return lines.length === 0 ? [] : [{ ...show(passage, passage.read), text: lines.join('\n') }]
      })
    },
    letters: (passages) => quotableSentences(passages).map(({ letter }) => letter),
    take(line, passages) {
      const letters = [...new Set(line.replace(/^Quotes:/, '').match(/[a-z]/gi) ?? [])]
      const sentences = quotableSentences(passages)
      const named = letters.flatMap((one) => sentences.filter(({ letter }) => letter === one))
      picked.set(
        passages,
        named.map(({ citation }) => citation),
      )
    },
  }
  return { quoting, quotes: () => [...picked.values()].flat() }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A sentence of the passages that are read, by the letter that the model points at it with. */
type Quotable = { readonly letter: string; readonly citation: PassageCitation }

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
const HEADING_WORDS_AT_MOST = 2

/** The sentences of what is read of the passages, in their order; as many as there are letters. */
export function quotableSentences(passages: readonly PassageSource[]): readonly Quotable[] {
  return passages.flatMap(sentencesOf).flatMap((citation, at) => {
    const letter = LETTERS[at]
    return letter === undefined ? [] : [{ letter, citation }]
  })
}

function sentencesOf(passage: PassageSource): readonly PassageCitation[] {
  const { source, text, start, end, read, document, documentId, reference, page } = passage
  return (read ?? [{ start, end }]).flatMap((span) =>
    sentenceUnits(text.slice(span.start - start, span.end - start)).flatMap((unit) => {
      const place = { start: span.start + unit.start, end: span.start + unit.end }
      const quote = text.slice(place.start - start, place.end - start)
      if (isHeading(quote)) return []
      return [{ source, document, documentId, reference, page, ...place, quote }]
    }),
  )
}

/** It says nothing by itself. "Rent: £900" and "Allergic to penicillin." do. */
function isHeading(text: string): boolean {
  return contentWords(text).length <= HEADING_WORDS_AT_MOST && !/[\d.!?:;]/.test(text)
}
