import type { DocumentDetail } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'
import { acceptablePages, canRetry, DOCUMENT_STATES, takesPassword } from './document-states.ts'
import type { DocumentActions } from './document-actions.tsx'

type Props = { readonly document: DocumentDetail; readonly actions: DocumentActions }

/** What happened to a document, what was kept, what can be done. */
export function FailurePanel({ document, actions }: Props) {
  const { state, error, documentId } = document
  const acceptable = acceptablePages(document)
  const { shape, tone } = DOCUMENT_STATES[state]
  return (
    <>
      <section aria-labelledby="what-happened">
        <h3 className="h" id="what-happened">
          <span className={`state ${tone}`}>
            <Glyph shape={shape} />
          </span>
          {t('library.failure.whatHappened')}
        </h3>
        <p className="soft">{error ? messageText(error.message) : failedPages(document)}</p>
      </section>
      <section aria-labelledby="what-was-kept">
        <h3 className="h" id="what-was-kept">
          {t('library.failure.whatWasKept')}
        </h3>
        <p className="soft">{keptWords(document)}</p>
      </section>
      <section aria-labelledby="what-to-do">
        <h3 className="h" id="what-to-do">
          {t('library.failure.whatToDo')}
        </h3>
        <div className="stack-2 start-items">
          {canRetry(document) ? (
            <Button isSmall onClick={() => actions.retry(documentId, null)}>
              {retryWords(document)}
            </Button>
          ) : null}
          {error?.code === 'time' && canRetry(document) ? (
            <Button isSmall onClick={() => actions.retry(documentId, LONGER_MINUTES)}>
              {t('library.failure.retryLonger', { count: LONGER_MINUTES })}
            </Button>
          ) : null}
          {acceptable !== null ? (
            <Button isSmall onClick={() => actions.accept(documentId)}>
              {t('library.failure.accept', { read: acceptable, pages: document.pages })}
            </Button>
          ) : null}
          <p className="soft">{advice(document)}</p>
        </div>
      </section>
    </>
  )
}

const LONGER_MINUTES = 10

function retryWords({ state, error }: DocumentDetail): string {
  if (state === 'partial') return t('library.failure.readFailedPages')
  return error?.code === 'cancelled' ? t('library.failure.readOn') : t('library.failure.readAgain')
}

function failedPages({ pageRows }: DocumentDetail): string {
  const failed = pageRows.filter(({ state }) => state === 'failed')
  const pages = failed.map(({ page }) => page).join(', ')
  return t('library.failure.failedPages', { count: failed.length, pages })
}

function keptWords({ pagesWithText, pagesByOcr, state, passages }: DocumentDetail): string {
  const read = pagesWithText + pagesByOcr
  if (read === 0) return t('library.failure.nothingKept')
  if (state === 'partial' || passages > 0) return t('library.failure.searchable', { count: read })
  return t('library.failure.stored', { count: read })
}

function advice(document: DocumentDetail): string {
  const { state, error, accepted } = document
  if (accepted) return t('library.failure.accepted')
  if (takesPassword(document)) return t('library.failure.password')
  if (state === 'unsupported') return t('library.failure.otherFormat')
  if (error?.code === 'cancelled') return t('library.failure.goesOn')
  return error?.retry === false ? t('library.failure.repair') : t('library.failure.convert')
}
