import type { Change } from '../../../contract/drafts/comparison.ts'
import { AsideColumn } from '../../viewer/aside-column.tsx'
import { DocumentViewer } from '../../viewer/document-viewer.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { t } from '../../../wording/translate.ts'
import type { ComparedSide } from './compared-side.ts'

type Props = {
  readonly matter: string
  readonly before: ComparedSide
  readonly after: ComparedSide
  readonly change: Change | null
  readonly onClose: () => void
}

/** The pages of a change in the reading room, the earlier version beside the later one. */
export function ComparedPages({ matter, before, after, change, onClose }: Props) {
  const { page, pageAfter, spans } = placesOf(change)
  return (
    <AsideColumn
      label={t('drafts.compare.earlier')}
      isOpened
      focusKey={before.documentId}
      beside={{ documentId: after.documentId, page: pageAfter }}
      onClose={onClose}
    >
      <ViewerBar title={before.title} documentId={before.documentId} page={page} onClose={onClose} />
      <DocumentViewer
        matter={matter}
        documentId={before.documentId}
        textVersion={before.textVersion}
        page={page}
        spans={spans}
      />
    </AsideColumn>
  )
}

/** Where a change is in both; on a side that has none of it, at the page of the other. */
function placesOf(change: Change | null) {
  if (change === null) return { page: null, pageAfter: null, spans: [] }
  const { before, after } = change
  const page = before?.page ?? after?.page ?? null
  const words = before?.words ?? []
  return { page, pageAfter: after?.page ?? page, spans: words.length > 0 ? words : before ? [before] : [] }
}
