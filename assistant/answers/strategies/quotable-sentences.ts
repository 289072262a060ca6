import type { PassageCitation, PassageSource } from '../../../contract/answer.ts'
import { sentenceUnits } from '../prune/sentence-units.ts'

/** A sentence by the name that the model points at it with, such as S1:2, and where it stands. */
export type Quotable = { readonly place: string; readonly citation: PassageCitation }

/** The sentences of what is read of a passage, numbered within it. */
export function quotableSentences(passage: PassageSource): readonly Quotable[] {
  const { source, text, start, end, read, document, documentId, reference, page } = passage
  const spans = (read ?? [{ start, end }]).flatMap((span) =>
    sentenceUnits(text.slice(span.start - start, span.end - start)).map((unit) => ({
      start: span.start + unit.start,
      end: span.start + unit.end,
    })),
  )
  return spans.map((span, at) => ({
    place: `${source}:${at + 1}`,
    citation: {
      source,
      document,
      documentId,
      reference,
      page,
      ...span,
      quote: text.slice(span.start - start, span.end - start),
    },
  }))
}
