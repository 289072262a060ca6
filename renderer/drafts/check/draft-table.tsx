import { useState } from 'react'
import type { Draft } from '../../../contract/drafts/draft-check.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { Button } from '../../parts/button.tsx'
import { ConfirmRemoval } from '../../parts/form-dialog.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useShell } from '../../state/shell-context.ts'
import { formatDate } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import { useChecked } from './use-checking.ts'

type Props = {
  readonly matter: string
  readonly drafts: readonly Draft[]
  readonly onOpen: (draftId: string) => void
  readonly onRemoved: () => void
}

/** The drafts of a matter, newest first. */
export function DraftTable({ matter, drafts, onOpen, onRemoved }: Props) {
  const [removing, setRemoving] = useState<Draft | null>(null)
  const newestFirst = drafts.toSorted((one, other) => other.addedAt.localeCompare(one.addedAt))
  return (
    <section aria-labelledby="drafts">
      <h2 className="h" id="drafts">
        {t('drafts.check.list.title')} <span className="muted num">{drafts.length}</span>
      </h2>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('drafts.check.list.name')}</th>
            <th scope="col">{t('drafts.check.list.state')}</th>
            <th scope="col" className="hide-narrow">
              {t('drafts.check.list.added')}
            </th>
            <th scope="col" className="act">
              <span className="visually-hidden">{t('drafts.check.list.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={rovingList}>
          {newestFirst.map((draft) => (
            <tr key={draft.draftId} data-testid="draft">
              <th scope="row">
                <button type="button" {...{ [ROVING]: '' }} className="name" onClick={() => onOpen(draft.draftId)}>
                  {draft.name}
                </button>
              </th>
              <td>
                <DraftState draft={draft} />
              </td>
              <td className="soft one-line hide-narrow">{formatDate(draft.addedAt)}</td>
              <td className="act">
                <Button
                  look="quiet"
                  isSmall
                  aria-label={t('drafts.check.list.remove', { name: draft.name })}
                  onClick={() => setRemoving(draft)}
                >
                  {t('frame.buttons.askToRemove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {removing ? (
        <RemoveDraft matter={matter} draft={removing} onRemoved={onRemoved} onClose={() => setRemoving(null)} />
      ) : null}
    </section>
  )
}

type RemoveProps = Pick<Props, 'matter' | 'onRemoved'> & { readonly draft: Draft; readonly onClose: () => void }

function RemoveDraft({ matter, draft: { draftId, name }, onRemoved, onClose }: RemoveProps) {
  const client = useClient()
  const { checking } = useShell()
  const remove = async () => {
    checking.stop(draftId)
    await client.draft.remove({ matter, draft: draftId })
    checking.forget(draftId)
  }
  return (
    <ConfirmRemoval
      title={t('drafts.check.list.removing', { name })}
      work={remove}
      kept={t('drafts.check.list.kept')}
      onDone={onRemoved}
      onClose={onClose}
    >
      <p className="soft">{t('drafts.check.list.removed')}</p>
    </ConfirmRemoval>
  )
}

function DraftState({ draft: { draftId, result } }: { readonly draft: Draft }) {
  const checked = useChecked(draftId)
  if (checked?.state === 'running')
    return (
      <StateMark shape="running" tone="info">
        {t('drafts.check.running')}
      </StateMark>
    )
  if (!result)
    return (
      <StateMark shape="queued" tone="idle">
        {t('drafts.check.list.notChecked')}
      </StateMark>
    )
  return (
    <StateMark shape={result.open > 0 ? 'partial' : 'ready'} tone={result.open > 0 ? 'warn' : 'ok'}>
      {t('drafts.check.list.findings', { count: result.open })}
    </StateMark>
  )
}
