import { notReadWords, type SearchHit } from '../../contract/document.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { MarkedText } from '../parts/marks.tsx'
import { Opening } from '../parts/progress.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { alsoInWords, documentName, sourceName } from '../../wording/document-name.ts'
import { formatSeconds } from '../../wording/format-time.ts'
import { readableText } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { shortPageWords } from '../../contract/page-unit.ts'
import { searchedWords, snippet } from '../../wording/snippet.ts'
import { useId } from 'react'
import type { Highlight } from '../../contract/highlight.ts'

type Props = {
  readonly matter: string
  readonly question: string
  readonly opened: SearchHit | null
  readonly onOpen: (hit: SearchHit) => void
}

const HITS = 30

/** What a search finds, best first; each opens its page. */
export function SearchHits({ matter, question, opened, onOpen }: Props) {
  const found = useLoaded((of) => of.library.search, { matter, question, limit: HITS })
  if (found.failure) return <FailureNote failure={found.failure} />
  if (!found.value) return <Opening>{t('library.found.searching')}</Opening>
  const { hits, ms, vectors, notSearched } = found.value
  const words = searchedWords(question)
  return (
    <section aria-label={t('library.found.title')} data-testid="hits">
      <h2 className="h" aria-live="polite">
        {hits.length === 0 ? t('library.found.none') : t('library.found.count', { count: hits.length })}
        <span className="muted">
          {t(vectors ? 'library.found.byMeaning' : 'library.found.byWords', { time: formatSeconds(ms) })}
        </span>
      </h2>
      {notSearched.map(notReadWords).map((one) => (
        <p className="small soft" key={one.document}>
          {t('library.found.notSearched', one)}
        </p>
      ))}
      <ul ref={rovingList} className="hits">
        {hits.map((hit) => (
          <li key={hit.rank}>
            <button
              {...{ [ROVING]: '' }}
              type="button"
              aria-current={opened?.rank === hit.rank ? 'true' : undefined}
              onClick={() => onOpen(hit)}
            >
              <b>
                {sourceName(hit)}
                {hit.page === null ? '' : `, ${shortPageWords(hit.document, hit.page)}`}
              </b>
              <span className="muted" title={hit.alsoIn.join('\n') || undefined}>
                {[hit.section, alsoInWords(hit.alsoIn)].filter(Boolean).join(', ')}
              </span>
              <span className="q">
                <MarkedText runs={snippet(readableText(hit.text, hit.document), words)} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type HighlightHitsProps = {
  readonly matter: string
  readonly question: string
  /** The id of the one that is open. */
  readonly opened: string | null
  readonly onOpen: (highlight: Highlight) => void
}

/** Longer ones are questions, which no note has all words of. */
const CHARACTERS_AT_MOST = 400

/** The highlights of a matter whose words or note have all words of a search; nothing where there are none. */
export function HighlightHits({ matter, question, opened, onOpen }: HighlightHitsProps) {
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
