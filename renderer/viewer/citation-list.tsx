import { useId } from 'react'
import type { DocumentCitation } from '../../contract/answers/answer.ts'
import { readableText } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { VerdictMark } from '../parts/marks.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import type { Reading } from './pages/open-pdf.ts'

type Props = {
  /** The reading that is shown. */
  readonly reading: Reading
  /** The name of the document. */
  readonly name: string
  /** Where words stand, as it is said: `page 9`. */
  readonly placeOf: (page: number | null) => string
  readonly onGo: (citation: DocumentCitation) => void
}

/** What answers cite of a document, each leading to its words and to its answer; nothing where none does. */
export function CitationList({ reading: { matter, document, textVersion }, name, placeOf, onGo }: Props) {
  const citations = useLoaded((of) => of.library.citations, { matter, document })
  const title = useId()
  if (!citations.value) return <FailureNote failure={citations.failure} />
  if (citations.value.length === 0) return null
  return (
    <section className="highlights" aria-labelledby={title}>
      <h3 className="h" id={title}>
        {t('viewer.citations.title')} <span className="muted num">{citations.value.length}</span>
      </h3>
      <ol>
        {citations.value.map((citation, index) => (
          <Cited
            // Two sentences of an answer may cite the same words.
            key={`${citation.answerId} ${index}`}
            citation={citation}
            name={name}
            place={citation.textVersion === textVersion ? placeOf(citation.page) : null}
            onGo={() => onGo(citation)}
          />
        ))}
      </ol>
    </section>
  )
}

type CitedProps = {
  readonly citation: DocumentCitation
  readonly name: string
  /** Null in a reading that is not the one shown. */
  readonly place: string | null
  readonly onGo: () => void
}

function Cited({ citation: { quote, sentence, verdict, question, answerId }, name, place, onGo }: CitedProps) {
  return (
    <li className="highlight">
      <div className="small">
        {place === null ? (
          t('viewer.citations.earlier')
        ) : (
          <Button look="link" isSmall onClick={onGo}>
            {place === '' ? t('highlights.placeInText') : t('highlights.place', { place })}
          </Button>
        )}
      </div>
      <blockquote className="source-text">{readableText(quote, name)}</blockquote>
      <p className="small">
        {sentence} <VerdictMark verdict={verdict} />
      </p>
      <PlaceLink className="small" to={{ name: 'ask', answer: answerId }}>
        {t('viewer.citations.open', { question })}
      </PlaceLink>
    </li>
  )
}
