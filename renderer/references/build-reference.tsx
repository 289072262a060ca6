import { useEffect, useRef, useState } from 'react'
import type { ReferenceEvent } from '../../contract/reference.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { Meter } from '../parts/progress.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'

/** Builds a library from a folder, or brings one level with it. Closing stops; what was read is kept. */
export function BuildReference({ onClose }: { readonly onClose: () => void }) {
  const { build, isBusy, failure, ...state } = useBuild()
  const [reference, setReference] = useState('')
  const [folder, setFolder] = useState('')
  const isComplete = reference.trim() !== '' && folder.trim() !== ''
  const isDone = state.end !== null
  return (
    <Modal title={t('references.building.title')} onClose={onClose}>
      <p className="soft">{t('references.building.what')}</p>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete && !isDone) void build(reference.trim(), folder.trim())
        }}
      >
        <TextField
          label={t('references.building.name')}
          value={reference}
          onText={setReference}
          placeholder={t('references.building.nameExample')}
        />
        <TextField
          label={t('references.building.folder')}
          value={folder}
          onText={setFolder}
          placeholder={t('references.building.folderExample')}
        />
        <HowFar {...state} />
        <FailureNote failure={failure} />
        <div className="btns">
          {isDone ? null : (
            <Button
              type="submit"
              look="primary"
              isBusy={isBusy}
              whyOff={isComplete ? null : t('references.building.missing')}
              isWhyBeside
            >
              {t('references.building.submit')}
            </Button>
          )}
          <Button look={isDone ? 'primary' : 'quiet'} onClick={onClose}>
            {t(`references.building.${isDone ? 'close' : isBusy ? 'stop' : 'cancel'}`)} <kbd>Esc</kbd>
          </Button>
          {isComplete ? null : <span className="small muted">{t('references.building.missing')}</span>}
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
          <Meter label={t('references.building.meter')} done={progress.documentsDone} all={progress.documents} />
          <p className="small soft">
            {t('references.building.progress', {
              done: progress.documentsDone,
              count: progress.documents,
              document: progress.document,
            })}
          </p>
        </div>
      ) : null}
      {failed.length > 0 ? (
        <ul className="small soft stack-1" aria-label={t('references.building.failed')}>
          {failed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <p className="soft" role="status">
        {end ? t('references.building.done', { documents: end.documents, passages: end.passages }) : ''}
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
      return event.error
        ? {
            ...last,
            failed: [
              ...last.failed,
              t('references.building.failure', { document: event.document, message: messageText(event.error.message) }),
            ],
          }
        : last
    })
  const build = (reference: string, folder: string) =>
    action.run(async () => {
      setState(NOTHING)
      stop.current = new AbortController()
      const { signal } = stop.current
      for await (const event of await client.reference.build({ reference, paths: [folder] }, { signal })) take(event)
    }, t('references.building.kept'))
  return { ...state, isBusy: action.isBusy, failure: action.failure, build }
}
