import { useState } from 'react'
import type { WatchedFolder } from '../../contract/matter.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { type Action, useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { formatTime } from '../../wording/format-time.ts'

/** The folders whose files this matter follows, and what is wrong with them. */
export function WatchedFolders({ matter }: { readonly matter: string }) {
  const [isChoosing, setChoosing] = useState(false)
  const action = useAction()
  const watched = useLoaded((of) => of.watch.list, { matter })
  const folders = watched.value ?? []
  return (
    <section className="small soft above-3 stack-1" aria-label="Watched folders">
      {folders.map((one) => (
        <Folder key={one.folder} watched={one} matter={matter} action={action} />
      ))}
      <p>
        <Button look="link" isSmall onClick={() => setChoosing(true)}>
          {folders.length === 0 ? 'watch a folder…' : 'watch another folder…'}
        </Button>
      </p>
      <FailureNote failure={watched.failure ?? action.failure} />
      {isChoosing ? <WatchFolder matter={matter} onClose={() => setChoosing(false)} /> : null}
    </section>
  )
}

type FolderProps = { readonly watched: WatchedFolder; readonly matter: string; readonly action: Action }

function Folder({ watched, matter, action }: FolderProps) {
  const { watch } = useClient()
  const { folder, kind, message } = watched
  const doIt = (what: 'pause' | 'resume' | 'remove' | 'accept') => () =>
    void action.run(() => watch[what]({ matter, folder }))
  return (
    <div className="row-3 wraps" data-testid="watched" data-state={kind}>
      <span>
        {kind === 'paused' ? 'Paused: ' : 'Watching '}
        <b className="break-anywhere">{folder}</b>
        {looked(watched)}
      </span>
      {message === null ? null : <span className="warn">{message}</span>}
      {kind === 'held' ? (
        <Button look="link" isSmall onClick={doIt('accept')}>
          remove {formatCount(watched.gone, 'document')}
        </Button>
      ) : null}
      <Button look="link" isSmall onClick={doIt(kind === 'paused' ? 'resume' : 'pause')}>
        {kind === 'paused' ? 'go on watching' : 'pause'}
      </Button>
      <Button look="link" isSmall onClick={doIt('remove')}>
        stop watching
      </Button>
    </div>
  )
}

function looked({ kind, lookedAt, taken }: WatchedFolder): string {
  if (kind === 'paused' || lookedAt === null) return '.'
  return `, looked ${formatTime(lookedAt)}, ${formatCount(taken, 'file')} taken since the start.`
}

type WatchFolderProps = { readonly matter: string; readonly onClose: () => void }

/** Chooses a folder whose files the matter follows from now on. */
function WatchFolder({ matter, onClose }: WatchFolderProps) {
  const client = useClient()
  const [folder, setFolder] = useState('')
  const path = folder.trim()
  return (
    <FormDialog
      title="Watch a folder"
      submit="Watch"
      missing={path ? null : 'Choose a folder first.'}
      work={() => client.watch.add({ matter, folder: path })}
      kept="Nothing was changed."
      onClose={onClose}
    >
      <p className="soft">
        Files added, changed, moved or removed in this folder are added, changed, moved or removed here too. The files
        themselves are never touched. If the folder or most of its files are missing, nothing is removed until you
        confirm.
      </p>
      <PathField label="Folder" value={folder} onPath={setFolder} isFolder placeholder="/home/you/cases/hollis" />
    </FormDialog>
  )
}
