import { useEffect, useRef, useState } from 'react'
import type { ReferenceEvent } from '../../contract/reference.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { Meter } from '../parts/progress.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../../wording/format-quantity.ts'

/** Builds a library from a folder, or brings one level with it. Closing stops; what was read is kept. */
export function BuildReference({ onClose }: { readonly onClose: () => void }) {
  const { build, isBusy, failure, ...state } = useBuild()
  const [reference, setReference] = useState('')
  const [folder, setFolder] = useState('')
  const isComplete = reference.trim() !== '' && folder.trim() !== ''
  const isDone = state.end !== null
  return (
    <Modal title="Build a reference library" onClose={onClose}>
      <p className="soft">
        The files below a folder are read as those of a matter are, and put into a library on this computer. It is not
        encrypted. Building one of the same name again reads what has changed and drops what is gone.
      </p>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete && !isDone) void build(reference.trim(), folder.trim())
        }}
      >
        <TextField label="Name" value={reference} onText={setReference} placeholder="Mental health law" />
        <TextField
          label="Folder with the documents"
          value={folder}
          onText={setFolder}
          placeholder="/home/you/statutes"
        />
        <HowFar {...state} />
        <FailureNote failure={failure} />
        <div className="btns">
          {isDone ? null : (
            <Button type="submit" look="primary" isOff={!isComplete || isBusy}>
              Build
            </Button>
          )}
          <Button look={isDone ? 'primary' : 'quiet'} onClick={onClose}>
            {isDone ? 'Close' : isBusy ? 'Stop' : 'Cancel'} <kbd>Esc</kbd>
          </Button>
          {isComplete ? null : <span className="small muted">Name it and its folder first.</span>}
        </div>
      </form>
    </Modal>
  )
}

function HowFar({ progress, failed, end }: BuildState) {
  return (
    <>
      {progress ? (
        <div>
          <Meter label="Documents read" done={progress.documentsDone} all={progress.documents} />
          <p className="small soft">
            {progress.documentsDone} of {formatCount(progress.documents, 'document')}: {progress.document}
          </p>
        </div>
      ) : null}
      {failed.length > 0 ? (
        <ul className="small soft stack-1" aria-label="Could not be read">
          {failed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <p className="soft" role="status">
        {end ? `${formatCount(end.documents, 'document')}, ${formatCount(end.passages, 'passage')}.` : ''}
      </p>
    </>
  )
}

type BuildState = {
  readonly progress: Extract<ReferenceEvent, { type: 'reference-progress' }> | null
  /** What could not be read, a line each. */
  readonly failed: readonly string[]
  readonly end: Extract<ReferenceEvent, { type: 'reference-end' }> | null
}

const NOTHING: BuildState = { progress: null, failed: [], end: null }

/** Building a library. It stops when the component goes; what was read is kept. */
function useBuild() {
  const client = useClient()
  const action = useAction()
  const [state, setState] = useState(NOTHING)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const take = (event: ReferenceEvent) =>
    setState((last) => {
      if (event.type === 'reference-progress') return { ...last, progress: event }
      if (event.type === 'reference-end') return { ...last, progress: null, end: event }
      return event.error ? { ...last, failed: [...last.failed, `${event.document}: ${event.error.message}`] } : last
    })
  const build = (reference: string, folder: string) =>
    action.run(async () => {
      setState(NOTHING)
      stop.current = new AbortController()
      const { signal } = stop.current
      for await (const event of await client.reference.build({ reference, paths: [folder] }, { signal })) take(event)
    }, 'What was read is kept; building again goes on from there.')
  return { ...state, isBusy: action.isBusy, failure: action.failure, build }
}
