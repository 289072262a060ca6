import type { DocumentDetail, DocumentState } from '../../contract/document.ts'
import { isOnTheWay } from '../library/document-states.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

const WAITING: Partial<Record<DocumentState, string>> = { queued: 'Waits to be read', paused: 'Reading is paused' }

type Props = { readonly matter: string; readonly document: DocumentDetail; readonly page: number }

/** Reads the shown page of a PDF by text recognition instead of by its own text, or by that again; while it is read, says so and can be stopped. */
export function RecognisePage({ matter, document, page }: Props) {
  const client = useClient()
  const action = useAction()
  const wanted = { matter, document: document.documentId }
  const isRead = isOnTheWay(document)
  const isByOcr = document.pageRows.some((row) => row.page === page && row.state === 'ocr')
  const isAskedFor = document.ocrPages.includes(page)
  const press = () => (isRead ? client.job.cancel(wanted) : client.library.recognisePages({ ...wanted, pages: [page] }))
  // One button for both, so that the focus stays in the viewer.
  return (
    <div className="by-ocr">
      {isRead ? <span role="status">{WAITING[document.state] ?? 'Being read'}.</span> : null}
      <Button look="link" isSmall isOff={action.isBusy} onClick={() => void action.run(press)}>
        {isRead ? 'Stop' : `Read this page by OCR${isByOcr ? ' again' : ''}`}
      </Button>
      {isAskedFor && !isRead ? (
        <Button
          look="link"
          isSmall
          isOff={action.isBusy}
          onClick={() => void action.run(() => client.library.takeOwnText({ ...wanted, pages: [page] }))}
        >
          Use the page’s own text again
        </Button>
      ) : null}
      <FailureNote failure={action.failure} />
    </div>
  )
}
