import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { LONGEST_NAME } from '../../contract/matter-name.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { Modal } from '../parts/modal.tsx'
import { NewPassphrase } from '../parts/new-passphrase.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes, formatNumber } from '../../wording/format-quantity.ts'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

type Props = { readonly matters: readonly Matter[]; readonly label: string }
type Open = { readonly dialog: 'delete' | 'export' | 'rename'; readonly matter: Matter }

/** Matters in a table, each with what can be done with it. */
export function MatterTable({ matters, label }: Props) {
  const client = useClient()
  const { place, replace } = useNavigation()
  const action = useAction()
  const [open, setOpen] = useState<Open | null>(null)
  const archive = ({ id, archived }: Matter) =>
    void action.run(() => client.matter.archive({ matter: id, archived: !archived }))
  const forget = (id: string) => {
    if (place.matter === id) replace({ matter: null, answer: null })
  }
  return (
    <>
      <table className="data lib matters" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('matters.table.matter')}</th>
            <th scope="col" className="n">
              {t('matters.table.documents')}
            </th>
            <th scope="col" className="n hide-narrow">
              {t('matters.table.size')}
            </th>
            <th scope="col" className="hide-narrow">
              {t('matters.table.created')}
            </th>
            <th scope="col" className="act">
              <span className="visually-hidden">{t('matters.table.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={rovingList}>
          {matters.map((matter) => (
            <MatterRow
              key={matter.id}
              matter={matter}
              onArchive={() => archive(matter)}
              onOpen={(dialog) => setOpen({ dialog, matter })}
            />
          ))}
        </tbody>
      </table>
      <FailureNote failure={action.failure} />
      {open?.dialog === 'delete' ? (
        <DeleteMatter matter={open.matter} onDeleted={() => forget(open.matter.id)} onClose={() => setOpen(null)} />
      ) : null}
      {open?.dialog === 'rename' ? <RenameMatter matter={open.matter} onClose={() => setOpen(null)} /> : null}
      {open?.dialog === 'export' ? <ExportMatter matter={open.matter} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

type RowProps = {
  readonly matter: Matter
  readonly onArchive: () => void
  readonly onOpen: (dialog: Open['dialog']) => void
}

function MatterRow({ matter, onArchive, onOpen }: RowProps) {
  const { matter: name, subtitle, documents, bytes, createdAt, archived, sample } = matter
  return (
    <tr>
      <th scope="row">
        <PlaceLink {...{ [ROVING]: '' }} to={{ name: 'ask', matter: matter.id, answer: null }}>
          {name}
        </PlaceLink>
        {sample ? <span className="tag beside-2">{t('matters.table.sample')}</span> : null}
        <small>{subtitle}</small>
      </th>
      <td className="n">{formatNumber(documents)}</td>
      <td className="n hide-narrow one-line">{formatBytes(bytes)}</td>
      <td className="hide-narrow one-line">{formatDate(createdAt)}</td>
      <td className="act">
        <div className="matter-actions">
          <Button
            look="quiet"
            isSmall
            aria-label={t('matters.table.renameMatter', { matter: name })}
            onClick={() => onOpen('rename')}
          >
            {t('matters.table.rename')}
          </Button>
          <Button
            look="quiet"
            isSmall
            aria-label={t('matters.table.exportMatter', { matter: name })}
            onClick={() => onOpen('export')}
          >
            {t('frame.buttons.exportAs')}
          </Button>
          <Button
            look="quiet"
            isSmall
            aria-label={t(archived ? 'matters.table.restoreMatter' : 'matters.table.archiveMatter', { matter: name })}
            onClick={onArchive}
          >
            {archived ? t('matters.table.restore') : t('matters.table.archive')}
          </Button>
          <Button
            look="quiet"
            isSmall
            aria-label={t('matters.table.deleteMatter', { matter: name })}
            onClick={() => onOpen('delete')}
          >
            {t('frame.buttons.askToDelete')}
          </Button>
        </div>
      </td>
    </tr>
  )
}

type ExportMatterProps = { readonly matter: Matter; readonly onClose: () => void }

/** Writes a matter into one encrypted file, under a passphrase of its own. */
function ExportMatter({ matter, onClose }: ExportMatterProps) {
  const client = useClient()
  const action = useAction()
  const [file, setFile] = useState('')
  const [done, setDone] = useState<{ readonly file: string; readonly bytes: number } | null>(null)
  if (done)
    return (
      <Modal title={t('matters.exporting.done')} onClose={onClose}>
        <p className="soft">
          {t.rich('matters.exporting.written', {
            size: formatBytes(done.bytes),
            file: done.file,
            path: (chunks) => <span className="mono">{chunks}</span>,
          })}
        </p>
        <div className="btns">
          <Button onClick={onClose}>{t('frame.buttons.close')}</Button>
        </div>
      </Modal>
    )
  return (
    <Modal title={t('matters.exporting.title', { matter: matter.matter })} onClose={onClose}>
      <p className="soft">{t('matters.exporting.hint')}</p>
      <NewPassphrase
        submit={t('frame.buttons.export')}
        isBusy={action.isBusy}
        missing={file.trim() ? null : t('matters.exporting.missing')}
        onSubmit={(passphrase) =>
          void action.run(async () => setDone(await client.matter.export({ matter: matter.id, file, passphrase })))
        }
      >
        <TextField
          label={t('matters.exporting.file')}
          value={file}
          onText={setFile}
          placeholder={t('matters.exporting.example')}
        />
      </NewPassphrase>
      <FailureNote failure={action.failure} />
    </Modal>
  )
}

type RenameMatterProps = { readonly matter: Matter; readonly onClose: () => void }

/** Gives a matter another name. */
function RenameMatter({ matter, onClose }: RenameMatterProps) {
  const client = useClient()
  const [name, setName] = useState(matter.matter)
  return (
    <FormDialog
      title={t('matters.renaming.title', { matter: matter.matter })}
      submit={t('matters.renaming.submit')}
      missing={name.trim() ? null : t('matters.form.missing')}
      work={() => client.matter.rename({ matter: matter.id, name })}
      kept={t('matters.renaming.kept')}
      onClose={onClose}
    >
      <TextField label={t('matters.form.name')} value={name} onText={setName} maxLength={LONGEST_NAME} required />
    </FormDialog>
  )
}

type DeleteMatterProps = { readonly matter: Matter; readonly onDeleted: () => void; readonly onClose: () => void }

/** The only dialog that asks twice: what deleting means, then the name. */
function DeleteMatter({ matter, onDeleted, onClose }: DeleteMatterProps) {
  const client = useClient()
  const [typed, setTyped] = useState('')
  const isSame = typed.trim() === matter.matter
  return (
    <FormDialog
      title={t('matters.deleting.title', { matter: matter.matter })}
      submit={t('matters.deleting.submit')}
      isRemoval
      missing={isSame ? null : t('matters.deleting.missing')}
      work={() => client.matter.delete({ matter: matter.id })}
      onDone={onDeleted}
      onClose={onClose}
    >
      <p className="soft">{t('matters.deleting.whatGoes', { count: matter.documents })}</p>
      <TextField label={t('matters.deleting.name')} value={typed} onText={setTyped} autoComplete="off" />
    </FormDialog>
  )
}
