import { useState } from 'react'
import type { WatchedFolder } from '../../contract/watch.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { type Action, useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { formatCount } from '../wording/format-count.ts'
import { formatTime } from '../wording/format-time.ts'
import { WatchFolder } from './watch-folder.tsx'

/** The folders whose files this matter follows, and what is wrong with them. */
export function WatchedFolders({ matter }: { readonly matter: string }) {
  const [isChoosing, setChoosing] = useState(false)
  const action = useAction()
  const watched = useLoaded(
    matter,
    (client, signal) => client.watch.list({ matter }, { signal }),
    (event) => event.type === 'watch-changed' && event.matter === matter,
  )
  const folders = watched.value ?? []
  return (
    <section className="small soft mt-3 grid gap-1" aria-label="Watched folders">
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
    <div className="flex flex-wrap items-baseline gap-3" data-testid="watched" data-state={kind}>
      <span>
        {kind === 'paused' ? 'Paused: ' : 'Watching '}
        <b className="break-all">{folder}</b>
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
