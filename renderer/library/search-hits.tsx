import { notReadWords, type SearchHit } from '../../contract/document.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { MarkedText } from '../parts/marks.tsx'
import { Opening } from '../parts/progress.tsx'
import { useLoaded } from '../state/use-loaded.ts'
import { alsoInWords, sourceName } from '../../wording/document-name.ts'
import { formatSeconds } from '../../wording/format-time.ts'
import { readableText } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { shortPageWords } from '../../contract/page-unit.ts'
import { searchedWords, snippet } from '../../wording/snippet.ts'

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
