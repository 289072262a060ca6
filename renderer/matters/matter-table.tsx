import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
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
import { formatBytes, formatCount } from '../../wording/format-quantity.ts'
import { formatDate } from '../../wording/format-time.ts'

type Props = { readonly matters: readonly Matter[]; readonly label: string }
type Open = { readonly dialog: 'delete' | 'export'; readonly matter: Matter }

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
      <table className="data lib" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Matter</th>
            <th scope="col" className="n">
              Documents
            </th>
            <th scope="col" className="n hide-narrow">
              Size
            </th>
            <th scope="col" className="hide-narrow">
              Created
            </th>
            <th scope="col" className="act">
              <span className="visually-hidden">Actions</span>
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
        {sample ? <span className="tag beside-2">sample</span> : null}
        <small>{subtitle}</small>
      </th>
      <td className="n">{documents}</td>
      <td className="n hide-narrow">{formatBytes(bytes)}</td>
      <td className="hide-narrow one-line">{formatDate(createdAt)}</td>
      <td className="act">
        <Button look="quiet" isSmall aria-label={`Export ${name}`} onClick={() => onOpen('export')}>
          Export…
        </Button>
        <Button look="quiet" isSmall aria-label={`${archived ? 'Take back' : 'Archive'} ${name}`} onClick={onArchive}>
          {archived ? 'Take back' : 'Archive'}
        </Button>
        <Button look="quiet" isSmall aria-label={`Delete ${name}`} onClick={() => onOpen('delete')}>
          Delete…
        </Button>
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
      <Modal title="Exported" onClose={onClose}>
        <p className="soft">
          {formatBytes(done.bytes)} were written to <span className="mono">{done.file}</span>. Only its passphrase opens
          it.
        </p>
        <div className="btns">
          <Button onClick={onClose}>Close</Button>
        </div>
      </Modal>
    )
  return (
    <Modal title={`Export ${matter.matter}`} onClose={onClose}>
      <p className="soft">
        The file holds all documents, questions and answers, encrypted. The passphrase is needed to import it, here or
        on another computer.
      </p>
      <NewPassphrase
        submit="Export"
        isBusy={action.isBusy}
        missing={file.trim() ? null : 'Say where the file is to go.'}
        onSubmit={(passphrase) =>
          void action.run(async () => setDone(await client.matter.export({ matter: matter.id, file, passphrase })))
        }
      >
        <TextField
          label="File, with its folder"
          value={file}
          onText={setFile}
          placeholder="/home/you/matter.consilium"
        />
      </NewPassphrase>
      <FailureNote failure={action.failure} />
    </Modal>
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
      title={`Delete ${matter.matter}?`}
      submit="Delete for good"
      isRemoval
      missing={isSame ? null : 'Type the whole name first.'}
      work={() => client.matter.delete({ matter: matter.id })}
      onDone={onDeleted}
      onClose={onClose}
    >
      <p className="soft">
        Its key is destroyed first. {formatCount(matter.documents, 'document')}, all questions and answers can then no
        longer be read here. A backup or an export made earlier may still hold them. The program’s own ledger keeps one
        line: that a matter was deleted, and when.
      </p>
      <TextField label="Type the name of the matter" value={typed} onText={setTyped} autoComplete="off" />
    </FormDialog>
  )
}
