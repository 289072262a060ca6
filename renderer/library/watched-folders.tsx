import { messageText } from '../../wording/message-text.ts'
import { useState } from 'react'
import type { WatchedFolder } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { type Action, useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatTime } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

/** The folders whose files this matter follows, and what is wrong with them. A sample takes no files, so it follows none. */
export function WatchedFolders({ matter }: { readonly matter: string }) {
  const { sample } = useMatter()
  const [isChoosing, setChoosing] = useState(false)
  const action = useAction()
  const watched = useLoaded((of) => of.watch.list, { matter })
  const folders = watched.value ?? []
  return (
    <section className="small soft above-3 stack-1" aria-label={t('library.watched.title')}>
      {folders.map((one) => (
        <Folder key={one.folder} watched={one} matter={matter} canFollow={!sample} action={action} />
      ))}
      {sample ? null : (
        <p>
          <Button look="link" isSmall onClick={() => setChoosing(true)}>
            {folders.length === 0 ? t('library.watched.add') : t('library.watched.addAnother')}
          </Button>
        </p>
      )}
      <FailureNote failure={watched.failure ?? action.failure} />
      {isChoosing ? <WatchFolder matter={matter} onClose={() => setChoosing(false)} /> : null}
    </section>
  )
}

type FolderProps = {
  readonly watched: WatchedFolder
  readonly matter: string
  readonly canFollow: boolean
  readonly action: Action
}

function Folder({ watched, matter, canFollow, action }: FolderProps) {
  const { watch } = useClient()
  const { folder, kind, message } = watched
  const doIt = (what: 'pause' | 'resume' | 'remove' | 'accept') => () =>
    void action.run(() => watch[what]({ matter, folder }))
  return (
    <div className="row-3 wraps" data-testid="watched" data-state={kind}>
      <span>{watchWords(watched)}</span>
      {message === null ? null : <span className="warn">{messageText(message)}</span>}
      {kind === 'held' ? (
        <Button look="link" isSmall onClick={doIt('accept')}>
          {t('library.watched.remove', { count: watched.gone })}
        </Button>
      ) : null}
      {canFollow ? (
        <Button look="link" isSmall onClick={doIt(kind === 'paused' ? 'resume' : 'pause')}>
          {kind === 'paused' ? t('library.watched.resume') : t('library.watched.pause')}
        </Button>
      ) : null}
      <Button look="link" isSmall onClick={doIt('remove')}>
        {t('library.watched.stop')}
      </Button>
    </div>
  )
}

function watchWords({ folder, kind, lookedAt, taken }: WatchedFolder): React.ReactNode {
  const named = { folder, b: (chunks: React.ReactNode) => <b className="break-anywhere">{chunks}</b> }
  if (kind === 'paused') return t.rich('library.watched.paused', named)
  if (lookedAt === null) return t.rich('library.watched.watching', named)
  return t.rich('library.watched.looked', { ...named, time: formatTime(lookedAt), count: taken })
}

type WatchFolderProps = { readonly matter: string; readonly onClose: () => void }

/** Chooses a folder whose files the matter follows from now on. */
function WatchFolder({ matter, onClose }: WatchFolderProps) {
  const client = useClient()
  const [folder, setFolder] = useState('')
  const path = folder.trim()
  return (
    <FormDialog
      title={t('library.watched.choose')}
      submit={t('library.watched.submit')}
      missing={path ? null : t('library.watched.missing')}
      work={() => client.watch.add({ matter, folder: path })}
      kept={t('library.nothingChanged')}
      onClose={onClose}
    >
      <p className="soft">{t('library.watched.hint')}</p>
      <PathField
        label={t('library.watched.folder')}
        value={folder}
        onPath={setFolder}
        isFolder
        placeholder={t('library.watched.example')}
      />
    </FormDialog>
  )
}
