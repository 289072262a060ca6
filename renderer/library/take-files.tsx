import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { t } from '../../wording/translate.ts'
import { CreateMatter, suggestName } from '../matters/create-matter.tsx'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import type { Collected, PickedFile, Unreadable } from './collect-files.ts'

const NOTHING: Collected = { files: [], unreadable: [] }

type TakeFiles = {
  /** The matter that files go to at once; null: they are asked about. */
  readonly target: Matter | null
  take(collected: Collected): void
  /** To be rendered: what is asked about files that have no matter yet. */
  readonly dialog: React.ReactNode
}

/**
 * Takes files into `matter`. A sample takes none, so that nobody's documents end up between invented ones: as where there is no
 * matter, a new one is offered.
 */
export function useTakeFiles(matter: Matter | null): TakeFiles {
  const { uploads } = useShell()
  const { place, go } = useNavigation()
  const [held, setHeld] = useState<Collected>(NOTHING)
  const target = matter?.sample ? null : matter
  const letGo = () => setHeld(NOTHING)

  function addTo(id: string, { files, unreadable }: Collected): void {
    if (files.length > 0) uploads.add(id, files)
    uploads.refuse(id, unreadable)
    letGo()
    const isThere = place.name === 'library' && place.matter === id && place.libraryTab === 'documents'
    if (!isThere) go({ name: 'library', matter: id, answer: null, libraryTab: 'documents' })
  }

  const dialog =
    held.files.length > 0 ? (
      <NewMatterWithFiles files={held.files} onMatter={(id) => addTo(id, held)} onClose={letGo} />
    ) : held.unreadable.length > 0 ? (
      <NothingReadable unreadable={held.unreadable} onClose={letGo} />
    ) : null
  return {
    target,
    dialog,
    take: (collected) => (target ? addTo(target.id, collected) : setHeld((last) => together(last, collected))),
  }
}

/** What comes while the first files are still asked about goes with them. */
function together(first: Collected, then: Collected): Collected {
  return { files: [...first.files, ...then.files], unreadable: [...first.unreadable, ...then.unreadable] }
}

type NewMatterWithFilesProps = {
  readonly files: readonly PickedFile[]
  readonly onMatter: (id: string) => void
  readonly onClose: () => void
}

/** A new matter for these files, or one of the user's own. */
function NewMatterWithFiles({ files, onMatter, onClose }: NewMatterWithFilesProps) {
  const { matters } = useShell()
  const [suggested] = useState(() =>
    suggestName(
      files,
      matters.map(({ matter }) => matter),
    ),
  )
  const own = matters.filter(({ archived, sample }) => !archived && !sample)
  return (
    <Modal title={titleOf(files)} onClose={onClose}>
      <CreateMatter suggested={suggested} onCreated={({ id }) => onMatter(id)} onCancel={onClose} />
      {own.length > 0 ? (
        <section className="rule-top stack-2" aria-labelledby="existing-matter">
          <h3 className="h flush" id="existing-matter">
            {t('matters.adding.existing')}
          </h3>
          <ul className="menu short">
            {own.map(({ id, matter }) => (
              <li key={id}>
                <button type="button" onClick={() => onMatter(id)}>
                  {matter}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Modal>
  )
}

/** A folder that is handed over as a whole is named, since nobody has counted its files yet. */
function titleOf(files: readonly PickedFile[]): string {
  const count = files.length
  const folder = files.find(({ isFolder }) => isFolder)
  if (!folder) return t('matters.adding.files', { count })
  return count === 1 ? t('matters.adding.folder', { folder: folder.path }) : t('matters.adding.items', { count })
}

type NothingReadableProps = { readonly unreadable: readonly Unreadable[]; readonly onClose: () => void }

function NothingReadable({ unreadable, onClose }: NothingReadableProps) {
  return (
    <Modal title={t('frame.drop.unreadable')} onClose={onClose}>
      <ul className="soft">
        {unreadable.map(({ path, reason }) => (
          <li key={path}>{t('frame.drop.unreadableFile', { path, reason })}</li>
        ))}
      </ul>
      <p className="soft">{t('frame.drop.unreadableTodo')}</p>
      <div className="btns">
        <Button onClick={onClose}>{t('frame.buttons.close')}</Button>
      </div>
    </Modal>
  )
}
