import type { DocumentRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { rowAction } from './document-states.ts'
import { ReplaceButton } from './replace-button.tsx'
import type { DocumentActions } from './use-document-actions.ts'

type Props = { readonly row: DocumentRow; readonly actions: DocumentActions }

/** The one button of a document's row: what is most likely to help. The others are in its panel. */
export function RowAction({ row, actions }: Props) {
  switch (rowAction(row)) {
    case 'retry':
      return (
        <Button isSmall aria-label={`Retry ${row.document}`} onClick={() => actions.retry(row.documentId, null)}>
          Retry
        </Button>
      )
    case 'replace':
      return <ReplaceButton row={row} actions={actions} />
    case 'skip':
      return (
        <Button look="quiet" isSmall aria-label={`Skip ${row.document}`} onClick={() => actions.skip(row)}>
          Skip
        </Button>
      )
    case 'remove':
      return (
        <Button look="quiet" isSmall aria-label={`Remove ${row.document}…`} onClick={() => actions.remove(row)}>
          Remove…
        </Button>
      )
    default:
      return null
  }
}
