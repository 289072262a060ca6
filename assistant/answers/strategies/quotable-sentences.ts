import { contentWords } from '../../../text/words.ts'
import type { PassageCitation, PassageSource } from '../../../contract/answer.ts'
import { sentenceUnits } from '../prune/sentence-units.ts'

/** A sentence of the passages that are read, by the letter that the model points at it with. */
export type Quotable = { readonly letter: string; readonly citation: PassageCitation }

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
