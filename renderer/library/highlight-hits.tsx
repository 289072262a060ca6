import { useId } from 'react'
import type { Highlight } from '../../contract/highlight.ts'
import { shortPageWords } from '../../contract/page-unit.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { MarkedText } from '../parts/marks.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { documentName } from '../../wording/document-name.ts'
import { readableText } from '../../wording/readable-text.ts'
import { searchedWords, snippet } from '../../wording/snippet.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly matter: string
  readonly question: string
  /** The id of the one that is open. */
  readonly opened: string | null
  readonly onOpen: (highlight: Highlight) => void
}

/** Longer ones are questions, which no note has all words of. */
const CHARACTERS_AT_MOST = 400

/** The highlights of a matter whose words or note have all words of a search; nothing where there are none. */
export function HighlightHits({ matter, question, opened, onOpen }: Props) {
  const asked = question.length > CHARACTERS_AT_MOST ? null : { matter, words: question }
  const { value, failure } = useLoaded((of) => of.highlight.list, asked)
  const words = searchedWords(question)
  const title = useId()
  if (failure) return <FailureNote failure={failure} />
  if (!value || value.length === 0) return null
  return (
    <section className="below-4" aria-labelledby={title}>
      <h2 className="h" id={title}>
        {t('highlights.found')} <span className="muted num">{value.length}</span>
      </h2>
      <ul className="hits">
        {value.map((highlight) => (
          <li key={highlight.highlightId}>
            <button
              type="button"
              aria-current={opened === highlight.highlightId ? 'true' : undefined}
              onClick={() => onOpen(highlight)}
            >
              <b>{nameOf(highlight)}</b>
              <span className="muted">{highlight.place?.section ?? t('highlights.lost')}</span>
              <span className="q">
                <MarkedText runs={snippet(readableText(highlight.quote, highlight.document), words)} />
              </span>
              {highlight.note === '' ? null : <span className="note-text">{highlight.note}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "Report.pdf, p. 2". */
function nameOf({ document, place }: Highlight): string {
  const page = place?.page ?? null
  return [documentName(document), page === null ? '' : shortPageWords(document, page)].filter(Boolean).join(', ')
}
