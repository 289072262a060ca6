import type { DocumentDetail } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { formatCount } from '../../wording/format-quantity.ts'
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
          What happened
        </h3>
        <p className="soft">{error?.message ?? failedPages(document)}</p>
      </section>
      <section aria-labelledby="what-was-kept">
        <h3 className="h" id="what-was-kept">
          What was kept
        </h3>
        <p className="soft">{keptWords(document)}</p>
      </section>
      <section aria-labelledby="what-to-do">
        <h3 className="h" id="what-to-do">
          What you can do
        </h3>
        <div className="stack-2 start-items">
          {canRetry(document) ? (
            <Button isSmall onClick={() => actions.retry(documentId, null)}>
              {retryWords(document)}
            </Button>
          ) : null}
          {error?.code === 'time' && canRetry(document) ? (
            <Button isSmall onClick={() => actions.retry(documentId, LONGER_MINUTES)}>
              Retry with {LONGER_MINUTES} minutes
            </Button>
          ) : null}
          {acceptable ? (
            <Button isSmall onClick={() => actions.accept(documentId)}>
              Accept {acceptable}
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
  if (state === 'partial') return 'Read the failed pages again'
  return error?.code === 'cancelled' ? 'Read on' : 'Read it again'
}

function failedPages({ pageRows }: DocumentDetail): string {
  const failed = pageRows.filter(({ state }) => state === 'failed')
  const numbers = failed.map(({ page }) => page).join(', ')
  return `${formatCount(failed.length, 'page')} could not be read: ${numbers}.`
}

function keptWords({ pagesWithText, pagesByOcr, state, passages }: DocumentDetail): string {
  const read = pagesWithText + pagesByOcr
  if (read === 0)
    return 'The file itself is stored. Nothing of it can be searched. The other documents are not affected.'
  if (state === 'partial' || passages > 0)
    return `${formatCount(read, 'page')} can be searched and cited. Answers do not know the rest, and say so.`
  return `${formatCount(read, 'page')} ${read === 1 ? 'is' : 'are'} stored, but not searched until the document is complete or accepted as it is.`
}

function advice(document: DocumentDetail): string {
  const { state, error, accepted } = document
  if (accepted) return 'You accepted it as it is. It stays marked, and asks for nothing.'
  if (takesPassword(document)) return 'Type its password below its name, or save a copy without one and add that.'
  if (state === 'unsupported') return 'Save it as PDF, Word, HTML or plain text and add that.'
  if (error?.code === 'cancelled') return 'It goes on where it was stopped.'
  if (error?.retry === false)
    return 'Reading it again would fail in the same way. Repair or convert the file and add that.'
  return 'If it fails again, convert the file, for instance by printing it to PDF, and add that.'
}
