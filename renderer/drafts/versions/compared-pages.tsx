import type { Change } from '../../../contract/drafts/comparison.ts'
import type { DocumentRow } from '../../../contract/document.ts'
import { AsideColumn } from '../../viewer/aside-column.tsx'
import { DocumentViewer } from '../../viewer/document-viewer.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { documentName } from '../../../wording/document-name.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly matter: string
  readonly before: DocumentRow
  readonly after: DocumentRow
  readonly change: Change | null
  readonly onClose: () => void
}

/** The pages of a change in the reading room, the earlier version beside the later one. */
export function ComparedPages({ matter, before, after, change, onClose }: Props) {
  const place = change?.before ?? null
  const page = place?.page ?? change?.after?.page ?? null
  return (
    <AsideColumn
      key={change?.changeId}
      label={t('drafts.compare.earlier')}
      isOpened
      focusKey={change?.changeId ?? ''}
      beside={{ documentId: after.documentId, page: change?.after?.page ?? page }}
      onClose={onClose}
    >
      <ViewerBar title={documentName(before.document)} documentId={before.documentId} page={page} onClose={onClose} />
      <DocumentViewer
        matter={matter}
        documentId={before.documentId}
        textVersion={null}
        page={page}
        spans={place ? (place.words.length > 0 ? place.words : [place]) : []}
      />
    </AsideColumn>
  )
}
