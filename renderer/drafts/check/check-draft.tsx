import { useEffect } from 'react'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/progress.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'
import { DraftsFrame } from '../drafts-frame.tsx'
import { AddDraft } from './add-draft.tsx'
import { CheckedDraft } from './checked-draft.tsx'
import type { Added } from './create-checking.ts'
import { DraftTable } from './draft-table.tsx'
import { useAdded } from './use-checking.ts'

/** The drafts of the matter, and where another is brought; or the one that is open. */
export function CheckDraft() {
  const matter = useMatter()
  const { place, go } = useNavigation()
  const drafts = useLoaded((of) => of.draft.list, { matter: matter.id })
  const added = useAdded(matter.id)
  useGoToAdded(added)
  const opened = drafts.value?.find(({ draftId }) => draftId === place.draft)
  if (opened) return <CheckedDraft key={opened.draftId} draft={opened} onChange={drafts.reload} />
  return (
    <DraftsFrame tab="check">
      <div className="col stack-5">
        {added.map((one) => (
          <AddedDraft key={one.name} added={one} />
        ))}
        <AddDraft matter={matter.id} />
        <FailureNote failure={drafts.failure} />
        {drafts.value || drafts.failure ? null : <Opening>{t('drafts.check.opening')}</Opening>}
        {drafts.value && drafts.value.length > 0 ? (
          <DraftTable
            matter={matter.id}
            drafts={drafts.value}
            onOpen={(draft) => go({ draft })}
            onRemoved={drafts.reload}
          />
        ) : null}
      </div>
    </DraftsFrame>
  )
}

/** A draft that was taken in is opened at once, and so checked. */
function useGoToAdded(added: readonly Added[]): void {
  const { checking } = useShell()
  const { go } = useNavigation()
  const ready = added.find(({ draft }) => draft !== null) ?? null
  useEffect(() => {
    if (!ready?.draft) return
    checking.forgetAdded(ready)
    go({ draft: ready.draft.draftId })
  }, [ready, checking, go])
}

/** A file on its way, or why it is not there. */
function AddedDraft({ added }: { readonly added: Added }) {
  const { checking } = useShell()
  const { name, failure } = added
  if (!failure)
    return (
      <p className="note" role="status">
        {t('drafts.check.adding', { name })}
      </p>
    )
  return (
    <div className="stack-1">
      <p>
        <b>{t('drafts.check.addFailed', { name })}</b>
      </p>
      <FailureNote failure={failure}>
        <Button isSmall onClick={() => checking.forgetAdded(added)}>
          {t('frame.buttons.close')}
        </Button>
      </FailureNote>
    </div>
  )
}
