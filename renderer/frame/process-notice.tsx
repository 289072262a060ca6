import type { ProcessName } from '../../contract/application.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

const PARTS: Readonly<Record<ProcessName, string>> = {
  language: 'The language model',
  embedding: 'Search by meaning',
  reader: 'The reader of documents',
}

/** Tells that a part of the program stopped: restarted by itself, or for good and then with a button. */
export function ProcessNotice() {
  const { processes } = useShell()
  const client = useClient()
  const action = useAction()
  return (
    <div role="status" aria-label="Parts of the program">
      {processes
        .filter(({ state }) => state === 'restarting' || state === 'failed')
        .map(({ process, state, reason }) => (
          <div className="notice" key={process}>
            <span className={state === 'failed' ? 'bad' : 'warn'}>
              <Glyph shape={state === 'failed' ? 'failed' : 'running'} />
            </span>
            <span>
              {PARTS[process]} stopped{reason ? ` (${reason})` : ''}{' '}
              {state === 'failed' ? 'several times in a row and was not restarted.' : 'and is being restarted.'} Nothing
              was lost.
            </span>
            {state === 'failed' ? (
              <Button
                isSmall
                isOff={action.isBusy}
                onClick={() => void action.run(() => client.application.restart({ process }))}
              >
                Start it again
              </Button>
            ) : null}
          </div>
        ))}
      {action.failure ? (
        <div className="notice">
          <FailureNote failure={action.failure} />
          <Button isSmall onClick={action.forget}>
            Close
          </Button>
        </div>
      ) : null}
    </div>
  )
}
