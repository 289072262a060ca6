import type { DocumentRow } from '../../../contract/document.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { PREVIOUS } from '../../state/place.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { DraftsFrame } from '../drafts-frame.tsx'
import { ChooseVersions } from './choose-versions.tsx'
import { askedBefore, presentSide, previousSide } from './compared-side.ts'
import { ComparedVersions } from './compared-versions.tsx'

/** Two documents of the matter, or two versions of one: chosen, or compared as soon as both are. */
export function CompareVersions() {
  const matter = useMatter()
  const { place, go } = useNavigation()
  const documents = useLoaded((of) => of.library.documents, { matter: matter.id })
  const find = (id: string | null) => documents.value?.find(({ documentId }) => documentId === id) ?? null
  const after = find(place.later)
  const before = place.earlier === PREVIOUS ? after && previousSide(after) : presentOf(find(place.earlier))
  if (before && after && askedBefore(before) !== after.documentId)
    return (
      <ComparedVersions key={`${askedBefore(before)} ${after.documentId}`} before={before} after={presentSide(after)} />
    )
  return (
    <DraftsFrame tab="compare">
      <ChooseVersions
        key={`${place.earlier} ${place.later}`}
        documents={documents}
        earlier={place.earlier}
        later={place.later}
        onCompare={(earlier, later) => go({ earlier, later })}
      />
    </DraftsFrame>
  )
}

function presentOf(row: DocumentRow | null) {
  return row && presentSide(row)
}
