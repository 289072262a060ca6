import { useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/progress.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'
import { DraftsFrame } from '../drafts-frame.tsx'
import { CheckedDraft, useAdded, useChecked } from './checked-draft.tsx'
import type { Added, NewDraft } from './create-checking.ts'
import { collectChosen } from '../../library/collect-files.ts'
import { ConfirmRemoval, FormDialog } from '../../parts/form-dialog.tsx'
import { TextArea, TextField } from '../../parts/text-field.tsx'
import { formatClock, formatDate } from '../../../wording/format-time.ts'
import type { Draft } from '../../../contract/drafts/draft-check.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { StateMark } from '../../parts/marks.tsx'
import { useClient } from '../../state/assistant-context.ts'

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

type Props = { readonly matter: string }

/** Where a draft is dropped, and the other ways to bring one. */
function AddDraft({ matter }: Props) {
  const { checking } = useShell()
  const input = useRef<HTMLInputElement>(null)
  const [isPasting, setPasting] = useState(false)
  return (
    <section className="drop-box" aria-labelledby="add-draft">
      <h2 className="question" id="add-draft">
        {t('drafts.check.drop.title')}
      </h2>
      <p className="soft to-measure">{t('drafts.check.drop.lead')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="add-draft"
        aria-label={t('drafts.check.drop.chosen')}
        onChange={({ target }) => {
          checking.add(
            matter,
            collectChosen(target.files).map(({ file }) => ({ name: file.name, file })),
          )
          target.value = ''
        }}
      />
      <div className="btns">
        <Button look="primary" onClick={() => input.current?.click()}>
          {t('drafts.check.drop.choose')}
        </Button>
        <Button onClick={() => setPasting(true)}>{t('drafts.check.drop.paste')}</Button>
      </div>
      <p className="small muted">
        {t('drafts.check.drop.formats')} {t('drafts.check.drop.noEvidence')}
      </p>
      {isPasting ? <PasteDraft matter={matter} onClose={() => setPasting(false)} /> : null}
    </section>
  )
}

/** A draft that is in no file. */
function PasteDraft({ matter, onClose }: Props & { readonly onClose: () => void }) {
  const { checking } = useShell()
  // A name that is taken would put this text in the place of another.
  const [name, setName] = useState(unnamed)
  const [text, setText] = useState('')
  return (
    <FormDialog
      title={t('drafts.check.paste.title')}
      submit={t('drafts.check.paste.submit')}
      missing={text.trim() === '' ? t('drafts.check.paste.missing') : null}
      work={() => checking.add(matter, [pastedDraft(name, text)])}
      onClose={onClose}
    >
      <TextArea label={t('drafts.check.paste.text')} value={text} onText={setText} rows={12} />
      <TextField label={t('drafts.check.paste.name')} value={name} onText={setName} />
    </FormDialog>
  )
}

function pastedDraft(typed: string, text: string): NewDraft {
  const words = typed.trim() || unnamed()
  const name = /\.txt$/i.test(words) ? words : `${words}.txt`
  return { name, file: new File([text], name, { type: 'text/plain' }) }
}

/** With its time; a file name takes no colon everywhere. */
function unnamed(): string {
  const now = new Date().toISOString()
  return t('drafts.check.paste.unnamed', { time: `${formatDate(now)}, ${formatClock(now).replace(':', '.')}` })
}

type DraftTableProps = {
  readonly matter: string
  readonly drafts: readonly Draft[]
  readonly onOpen: (draftId: string) => void
  readonly onRemoved: () => void
}

/** The drafts of a matter, newest first. */
function DraftTable({ matter, drafts, onOpen, onRemoved }: DraftTableProps) {
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

type RemoveProps = Pick<DraftTableProps, 'matter' | 'onRemoved'> & {
  readonly draft: Draft
  readonly onClose: () => void
}

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
