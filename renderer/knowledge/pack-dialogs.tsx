import { useState } from 'react'
import type { Pack } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval, FormDialog } from '../parts/form-dialog.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../../wording/format-quantity.ts'

type Props = {
  readonly pack: Pack
  /** It has been copied under this name. */
  readonly onCopied: (name: string) => void
  readonly onClose: () => void
}

/** A pack of one's own with the same files, whose rules can be changed. */
export function CopyPack({ pack: { pack, title }, onCopied, onClose }: Props) {
  const client = useClient()
  const [typed, setTyped] = useState(`${pack}-own`)
  const name = typed.trim()
  return (
    <FormDialog
      title={`Copy ${title}`}
      submit="Copy"
      missing={name === '' ? 'Name the copy first.' : null}
      work={() => client.pack.copy({ pack, name })}
      kept="Nothing was copied."
      onDone={() => onCopied(name)}
      onClose={onClose}
    >
      <p className="soft">
        The copy is yours: its rules can be changed, tested and approved. A matter uses the one that you choose there;
        do not choose both, for they say the same.
      </p>
      <TextField label="Name of the copy" value={typed} onText={setTyped} />
    </FormDialog>
  )
}

/** A pack that was taken in, and how many of its rules came in as drafts. */
export type TakenPack = Pick<Pack, 'title' | 'rules'> & { readonly toDraft: number }

type ImportPackProps = { readonly onTaken: (pack: TakenPack) => void; readonly onClose: () => void }

/** Takes a folder in as a pack, once it has passed all checks. */
export function ImportPack({ onTaken, onClose }: ImportPackProps) {
  const client = useClient()
  const [folder, setFolder] = useState('')
  const isEmpty = folder.trim() === ''
  return (
    <FormDialog
      title="Import a pack"
      submit="Import"
      missing={isEmpty ? 'Say where the folder is first.' : null}
      work={() => client.pack.import({ folder: folder.trim() })}
      kept="Nothing was taken in."
      onDone={onTaken}
      onClose={onClose}
    >
      <p className="soft">
        The folder holds pack.yaml, vocabulary.yaml and rules. Its files are copied; one of the same name is replaced.
        No matter uses it until you choose it there.
      </p>
      <PathField
        label="Folder of the pack"
        isFolder
        value={folder}
        onPath={setFolder}
        placeholder="/home/you/packs/gout"
      />
    </FormDialog>
  )
}

type CameProps = { readonly taken: TakenPack; readonly onClose: () => void }

/** Rules that a file calls approved and that are not fit for it do not answer: whoever takes them in must know. */
export function CameAsDrafts({ taken: { title, rules, toDraft }, onClose }: CameProps) {
  return (
    <Modal title="Pack imported" onClose={onClose}>
      <p role="status">
        {title} is here. {toDraft} of its {formatCount(rules, 'rule')} came in as {toDraft === 1 ? 'a draft' : 'drafts'}{' '}
        and will not answer: an example fails or is missing, or there is no source or nobody who approved it.
      </p>
      <p className="soft">Test and approve them in the list of rules.</p>
      <div className="btns">
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </Modal>
  )
}

type ExportPackProps = { readonly pack: Pack; readonly onClose: () => void }

/** Writes a pack as text files into a folder. */
export function ExportPack({ pack: { pack, title }, onClose }: ExportPackProps) {
  const client = useClient()
  const action = useAction()
  const [folder, setFolder] = useState('')
  const [written, setWritten] = useState<{ readonly folder: string; readonly files: number } | null>(null)
  const isEmpty = folder.trim() === ''
  const write = () =>
    void action.run(
      async () => setWritten(await client.pack.export({ pack, folder: folder.trim() })),
      'Nothing was written over.',
    )
  return (
    <Modal title={`Export ${title}`} onClose={onClose}>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty && !action.isBusy && !written) write()
        }}
      >
        <p className="soft">It becomes a folder of text files. It holds rules only, nothing of any matter.</p>
        <PathField label="Into the folder" isFolder value={folder} onPath={setFolder} placeholder="/home/you/packs" />
        <FailureNote failure={action.failure} />
        <p className="soft" role="status">
          {written ? `${formatCount(written.files, 'file')} written to ${written.folder}.` : ''}
        </p>
        <div className="btns">
          {written ? null : (
            <Button type="submit" look="primary" isOff={isEmpty || action.isBusy}>
              Export
            </Button>
          )}
          <Button look={written ? 'primary' : 'quiet'} onClick={onClose}>
            {written ? 'Close' : 'Cancel'} <kbd>Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}

type RemovePackProps = { readonly pack: Pack; readonly onClose: () => void }

/** Takes a pack out of the program; facts stay, and are used by no rule until the pack is back. */
export function RemovePack({ pack: { pack, title }, onClose }: RemovePackProps) {
  const client = useClient()
  return (
    <ConfirmRemoval
      title={`Remove ${title}?`}
      work={() => client.pack.remove({ pack })}
      kept="It is still there."
      onClose={onClose}
    >
      <p className="soft">
        Its rules conclude nothing any more. The facts of your matters stay, and are used by no rule until it is
        imported again. Changes that you made to its rules are lost: export it first if you want to keep them.
      </p>
    </ConfirmRemoval>
  )
}
