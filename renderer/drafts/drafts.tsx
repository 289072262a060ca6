import { useNavigation } from '../state/navigation-context.ts'
import { CheckDraft } from './check/check-draft.tsx'
import { CompareVersions } from './versions/compare-versions.tsx'

/** Texts that are no evidence: a draft checked against the documents, or two versions compared. */
export function Drafts() {
  const { place } = useNavigation()
  return place.draftsTab === 'check' ? <CheckDraft /> : <CompareVersions />
}
