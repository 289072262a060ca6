import type { ProcessName } from '../../contract/application.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'

const PARTS: Readonly<Record<ProcessName, string>> = {
  language: 'The language model',
  embedding: 'Search by meaning',
  reader: 'The reader of documents',
}

/** Tells that a part of the program stopped: restarted by itself, or for good and then with a button. */
export function ProcessNotice() {
  const { processes } = useShell()
  const client = useClient()
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
              <Button isSmall onClick={() => void client.application.restart({ process }).catch(() => {})}>
                Start it again
              </Button>
            ) : null}
          </div>
        ))}
    </div>
  )
}
