import { useState } from 'react'
import type { Pack } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval, FormDialog } from '../parts/form-dialog.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'

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
      title={t('knowledge.copyPack.title', { title })}
      submit={t('knowledge.copyPack.submit')}
      missing={name === '' ? t('knowledge.copyPack.missing') : null}
      work={() => client.pack.copy({ pack, name })}
      kept={t('knowledge.copyPack.kept')}
      onDone={() => onCopied(name)}
      onClose={onClose}
    >
      <p className="soft">{t('knowledge.copyPack.hint')}</p>
      <TextField label={t('knowledge.copyPack.name')} value={typed} onText={setTyped} />
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
      title={t('knowledge.importPack.title')}
      submit={t('frame.buttons.import')}
      missing={isEmpty ? t('knowledge.importPack.missing') : null}
      work={() => client.pack.import({ folder: folder.trim() })}
      kept={t('knowledge.importPack.kept')}
      onDone={onTaken}
      onClose={onClose}
    >
      <p className="soft">{t('knowledge.importPack.hint')}</p>
      <PathField
        label={t('knowledge.importPack.folder')}
        isFolder
        value={folder}
        onPath={setFolder}
        placeholder={t('knowledge.importPack.folderExample')}
      />
    </FormDialog>
  )
}

type CameProps = { readonly taken: TakenPack; readonly onClose: () => void }

/** Rules that a file calls approved and that are not fit for it do not answer: whoever takes them in must know. */
export function CameAsDrafts({ taken: { title, rules, toDraft }, onClose }: CameProps) {
  return (
    <Modal title={t('knowledge.imported.title')} onClose={onClose}>
      <p role="status">{t('knowledge.imported.words', { title, drafts: toDraft, count: rules })}</p>
      <p className="soft">{t('knowledge.imported.todo')}</p>
      <div className="btns">
        <Button look="primary" onClick={onClose}>
          {t('frame.buttons.close')}
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
      t('knowledge.exportPack.kept'),
    )
  return (
    <Modal title={t('knowledge.exportPack.title', { title })} onClose={onClose}>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty && !action.isBusy && !written) write()
        }}
      >
        <p className="soft">{t('knowledge.exportPack.hint')}</p>
        <PathField
          label={t('knowledge.exportPack.folder')}
          isFolder
          value={folder}
          onPath={setFolder}
          placeholder={t('knowledge.exportPack.folderExample')}
        />
        <FailureNote failure={action.failure} />
        <p className="soft" role="status">
          {written ? t('knowledge.exportPack.written', { count: written.files, folder: written.folder }) : ''}
        </p>
        <div className="btns">
          {written ? null : (
            <Button type="submit" look="primary" isOff={isEmpty || action.isBusy}>
              {t('frame.buttons.export')}
            </Button>
          )}
          <Button look={written ? 'primary' : 'quiet'} onClick={onClose}>
            {t.rich(written ? 'frame.buttons.closeByKey' : 'frame.buttons.cancelByKey', TEXT_TAGS)}
          </Button>
          {isEmpty ? <span className="small muted">{t('knowledge.exportPack.missing')}</span> : null}
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
      title={t('knowledge.removePack.title', { title })}
      work={() => client.pack.remove({ pack })}
      kept={t('knowledge.removePack.kept')}
      onClose={onClose}
    >
      <p className="soft">{t('knowledge.removePack.hint')}</p>
    </ConfirmRemoval>
  )
}
