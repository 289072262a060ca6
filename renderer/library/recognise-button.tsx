import type { DocumentDetail } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly matter: string; readonly document: DocumentDetail }

/** Reads every page of a PDF from its picture as well: where its own text is garbled, or a part of a page was missed. */
export function RecogniseButton({ matter, document }: Props) {
  const client = useClient()
  const action = useAction()
  if (document.mediaType !== 'application/pdf' || document.pagesDone === 0) return null
  const recognise = () => client.library.recognise({ matter, document: document.documentId, ocr: 'always' })
  return (
    <>
      <Button look="quiet" isSmall isOff={action.isBusy} onClick={() => void action.run(recognise)}>
        Read every page by OCR
      </Button>
      <FailureNote failure={action.failure} />
    </>
  )
}
