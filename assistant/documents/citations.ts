import type { DocumentCitation } from '../../contract/answers/answer.ts'
import { withoutSourceMarks } from '../../contract/answers/answer-words.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { findDocument } from './find-document.ts'

/** What answers cite of a document, in the order of its text; citations of its earlier versions last. Throws `NOT_FOUND`. */
export function citationsOf(matter: OpenMatter, document: string): readonly DocumentCitation[] {
  const { documentId, textVersionId } = findDocument(matter, document)
  const isEarlier = ({ textVersion }: DocumentCitation) => Number(textVersion !== textVersionId)
  return matter.store.answers
    .citing(documentId)
    .flatMap((answer) => citationsIn(answer, documentId))
    .toSorted((one, other) => isEarlier(one) - isEarlier(other) || one.start - other.start || one.end - other.end)
}

type Answered = ReturnType<OpenMatter['store']['answers']['get']>

function citationsIn({ answerId, question, askedAt, claims, sources }: Answered, documentId: string) {
  const versions = new Map(sources.map((one) => [one.source, one.kind === 'passage' ? one.textVersion : null]))
  return claims.flatMap(({ text, verdict, citations }) =>
    citations.flatMap((citation): readonly DocumentCitation[] => {
      if (!('quote' in citation) || citation.reference !== null || citation.documentId !== documentId) return []
      const { page, start, end, quote, source } = citation
      const textVersion = versions.get(source) ?? null
      return [
        {
          page,
          start,
          end,
          quote,
          textVersion,
          answerId,
          question,
          askedAt,
          sentence: withoutSourceMarks(text),
          verdict,
        },
      ]
    }),
  )
}
