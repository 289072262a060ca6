import type { AnswerEvent, CompleteAskInput, PassageCitation, PassageSource } from '../../../contract/answer.ts'
import { type Drafting, draftParts, type Writer } from '../parts/draft-parts.ts'
import type { Part } from '../parts/plan-parts.ts'
import { quotableSentences } from './quotable-sentences.ts'
import type { Quoting } from './quoting.ts'
import { reportStrategy } from '../answer-progress.ts'

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
