import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { DraftsFrame } from '../drafts-frame.tsx'
import { ChooseVersions } from './choose-versions.tsx'
import { ComparedVersions } from './compared-versions.tsx'

/** Two documents of the matter: chosen, or compared as soon as both are. */
export function CompareVersions() {
  const matter = useMatter()
  const { place, go } = useNavigation()
  const documents = useLoaded((of) => of.library.documents, { matter: matter.id })
  const find = (id: string | null) => documents.value?.find(({ documentId }) => documentId === id) ?? null
  const before = find(place.earlier)
  const after = find(place.later)
  if (before && after && before !== after)
    return <ComparedVersions key={`${before.documentId} ${after.documentId}`} before={before} after={after} />
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
