import { useState } from 'react'
import type { Pack } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { StateMark } from '../parts/marks.tsx'
import { languageName, sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { packName, packNames, type PackNames } from './pack-names.ts'
import { ProblemList } from './problem-list.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval, FormDialog } from '../parts/form-dialog.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Open = { readonly dialog: 'copy' | 'export' | 'remove'; readonly pack: Pack }

/** All packs: what is in them, whether they were reviewed, what is wrong with them. */
export function Packs({ packs }: { readonly packs: readonly Pack[] }) {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const names = packNames(packs)
  return (
    <>
      <p className="soft below-3 packs-words">{t('knowledge.packs.hint')}</p>
      <div className="table-scroll">
        <table className="data pack-table" aria-label={t('knowledge.packs.label')}>
          <thead>
            <tr>
              <th scope="col">{t('knowledge.packs.pack')}</th>
              <th scope="col">{t('knowledge.packs.holds')}</th>
              <th scope="col">{t('knowledge.packs.reviewed')}</th>
              <th scope="col">{t('knowledge.packs.licence')}</th>
              <th scope="col" className="act">
                <span className="visually-hidden">{t('knowledge.packs.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {packs.map((pack) => (
              <PackRow
                key={pack.pack}
                pack={pack}
                names={names}
                onCopy={() => setOpen({ dialog: 'copy', pack })}
                onExport={() => setOpen({ dialog: 'export', pack })}
                onRemove={() => setOpen({ dialog: 'remove', pack })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {packs.length === 0 ? <p className="soft above-3">{t('knowledge.packs.none')}</p> : null}
      {open?.dialog === 'copy' ? <CopyPack pack={open.pack} onCopied={() => {}} onClose={close} /> : null}
      {open?.dialog === 'export' ? <ExportPack pack={open.pack} onClose={close} /> : null}
      {open?.dialog === 'remove' ? <RemovePack pack={open.pack} onClose={close} /> : null}
    </>
  )
}

type RowProps = {
  readonly pack: Pack
  readonly names: PackNames
  readonly onCopy: () => void
  readonly onExport: () => void
  readonly onRemove: () => void
}

function PackRow({ pack, names, onCopy, onExport, onRemove }: RowProps) {
  const { version, rules, calculators, reviewed, licence, shipped, problems } = pack
  const title = packName(names, pack.pack)
  return (
    <tr data-testid="pack">
      <th scope="row">
        {title} <span className="muted">{version}</span>
        <small>{shipped ? t('knowledge.packs.isShipped') : sentenceCase(languageName(pack.language))}</small>
        {problems.length > 0 ? <ProblemList problems={problems} onGo={null} /> : null}
      </th>
      <td className="one-line">
        {t('knowledge.packs.rules', { count: rules })}
        <small>{t('knowledge.packs.calculators', { count: calculators })}</small>
      </td>
      <td>
        {reviewed ? (
          <StateMark shape="ready" tone="ok">
            {t('knowledge.packs.isReviewed')}
          </StateMark>
        ) : (
          <StateMark shape="caution" tone="warn">
            {t('knowledge.packs.isSample')}
          </StateMark>
        )}
      </td>
      <td>{licence ?? t('knowledge.packs.noLicence')}</td>
      <td className="act">
        <Button look="quiet" isSmall aria-label={t('knowledge.packs.copyLabel', { title })} onClick={onCopy}>
          {t('knowledge.packs.copy')}
        </Button>
        <Button look="quiet" isSmall aria-label={t('knowledge.packs.exportLabel', { title })} onClick={onExport}>
          {t('frame.buttons.exportAs')}
        </Button>
        {shipped ? null : (
          <Button look="quiet" isSmall aria-label={t('knowledge.packs.removeLabel', { title })} onClick={onRemove}>
            {t('frame.buttons.askToRemove')}
          </Button>
        )}
      </td>
    </tr>
  )
}

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
function ExportPack({ pack: { pack, title }, onClose }: ExportPackProps) {
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
            <Button
              type="submit"
              look="primary"
              isBusy={action.isBusy}
              whyOff={isEmpty ? t('knowledge.exportPack.missing') : null}
              isWhyBeside
            >
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
function RemovePack({ pack: { pack, title }, onClose }: RemovePackProps) {
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
