import type { DocumentDetail } from '../../contract/document.ts'
import { t } from '../../wording/translate.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { previousPlace } from '../state/place.ts'

/** From a document that is read to what changed in it; nothing where no version before is kept. */
export function PreviousLink({ document: { documentId, previous } }: { readonly document: DocumentDetail }) {
  if (previous === null) return null
  return (
    <PlaceLink className="btn quiet small" to={previousPlace(documentId)}>
      {t('library.panel.comparePrevious')}
    </PlaceLink>
  )
}
