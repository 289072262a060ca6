import type { ConnectionState } from '../connection/connect-assistant.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useConnection, useConnectionState } from '../state/assistant-context.ts'
import { useLate } from '../state/use-late.ts'

/** The thin bar over everything while the line to the engine is not open. */
export function ConnectionNotice() {
  const connection = useConnection()
  const state = useConnectionState()
  const isLate = useLate(state.state === 'connecting')
  const isShown = state.state === 'lost' || state.state === 'failed' || state.state === 'refused' || isLate
  const isOver = state.state === 'failed' || state.state === 'refused'
  return (
    <div role="status" aria-label="Connection" data-connection={state.state}>
      {isShown ? (
        <div className="notice">
          <span className={isOver ? 'bad' : 'warn'}>
            <Glyph shape={isOver ? 'failed' : 'running'} />
          </span>
          <span>{words(state.state, 'reason' in state ? state.reason : '')}</span>
          {state.state === 'failed' ? (
            <Button isSmall onClick={() => connection.restart()}>
              Start it again
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

/** The reason of an engine that ended with the lock (`processes/supervise.ts`). */
const LOCKED = 'it was locked'

function words(state: ConnectionState['state'], reason: string): string {
  if (state === 'connecting' || state === 'open') return 'Connecting to the engine.'
  if (state === 'refused') return reason
  if (state === 'lost' && reason === LOCKED) return 'Locked. Everything that was read is being cleared from memory.'
  if (state === 'lost') return `The engine stopped (${reason}) and is being restarted. Nothing was lost.`
  return `The engine stopped several times in a row (${reason}) and was not restarted. Nothing was lost.`
}
