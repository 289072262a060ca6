import { useState } from 'react'
import type { Differential } from '../../../contract/opinions/differential.ts'
import { shortPageWords } from '../../../contract/page-unit.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { MarkedText } from '../../parts/marks.tsx'
import { useMatter } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { sourceName } from '../../../wording/document-name.ts'
import { readableText } from '../../../wording/readable-text.ts'
import { t } from '../../../wording/translate.ts'
import { searchedWords, snippet } from '../../../wording/snippet.ts'

const HITS = 3

/** What to look for next, each with a search in the documents of the matter. */
export function CheckNext({ checks }: { readonly checks: Differential['checkNext'] }) {
  const [searched, setSearched] = useState<string | null>(null)
  if (checks.length === 0) return null
  return (
    <div>
      <h2 className="h">
        {t('opinions.differential.checkNext')} <span className="muted">{t('opinions.differential.inOrder')}</span>
      </h2>
      <ol className="dash" aria-label={t('opinions.differential.checkNext')}>
        {checks.map(({ text, of }) => (
          <li key={text}>
            {text} <span className="small muted">({of})</span>{' '}
            <button
              type="button"
              className="link small"
              aria-expanded={searched === text}
              aria-label={t('opinions.differential.searchFor', { text })}
              onClick={() => setSearched(searched === text ? null : text)}
            >
              {t('opinions.differential.search')}
            </button>
            {searched === text ? <Found question={text} /> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Found({ question }: { readonly question: string }) {
  const matter = useMatter()
  const found = useLoaded((of) => of.library.search, { matter: matter.id, question, limit: HITS })
  if (found.failure) return <FailureNote failure={found.failure} />
  if (!found.value) return null
  const words = searchedWords(question)
  return (
    <ul className="small soft above-1" aria-live="polite" data-testid="check-found">
      {found.value.hits.length === 0 ? <li>{t('opinions.differential.nothingFound')}</li> : null}
      {found.value.hits.map((hit) => (
        <li key={hit.rank}>
          <b>
            {sourceName(hit)}
            {hit.page === null ? '' : `, ${shortPageWords(hit.document, hit.page)}`}
          </b>{' '}
          <MarkedText runs={snippet(readableText(hit.text, hit.document), words)} />
        </li>
      ))}
    </ul>
  )
}
