import { t } from '../../wording/translate.ts'
import type { ConnectionState } from '../connection/connect-assistant.ts'
import { ENDED_BY_LOCK, NO_ANSWER, processEnd } from '../../wording/process-end.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { useClient, useConnection, useConnectionState } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLate } from '../state/use-delayed.ts'
import { messageText } from '../../wording/message-text.ts'

/** Tells that a part of the program stopped: restarted by itself, or for good and then with a button. */
export function ProcessNotice() {
  const { processes } = useShell()
  const client = useClient()
  const action = useAction()
  return (
    <div role="status" aria-label={t('frame.notices.parts')}>
      {processes
        .filter(({ state }) => state === 'restarting' || state === 'failed')
        .map(({ process, state }) => (
          <div className="notice" key={process}>
            <span className={state === 'failed' ? 'bad' : 'warn'}>
              <Glyph shape={state === 'failed' ? 'failed' : 'running'} />
            </span>
            <span>{t(`frame.notices.${state === 'failed' ? 'failed' : 'restarting'}.${process}`)}</span>
            {state === 'failed' ? (
              <Button
                isSmall
                isBusy={action.isBusy}
                onClick={() => void action.run(() => client.application.restart({ process }))}
              >
                {t('frame.notices.start')}
              </Button>
            ) : null}
          </div>
        ))}
      {action.failure ? (
        <div className="notice">
          <FailureNote failure={action.failure} />
          <Button isSmall onClick={action.forget}>
            {t('frame.buttons.close')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** A setting that could not be changed, from wherever it was: the network switch stands in every place. */
export function SettingsNotice() {
  const { settingsFailure, forgetSettingsFailure } = useShell()
  if (!settingsFailure) return null
  return (
    <div className="notice">
      <FailureNote failure={settingsFailure} />
      <Button isSmall onClick={forgetSettingsFailure}>
        {t('frame.buttons.close')}
      </Button>
    </div>
  )
}

/** The thin bar over everything while the line to the engine is not open. */
export function ConnectionNotice() {
  const connection = useConnection()
  const state = useConnectionState()
  const isLate = useLate(state.state === 'connecting')
  const isShown = state.state === 'lost' || state.state === 'failed' || state.state === 'refused' || isLate
  const isOver = state.state === 'failed' || state.state === 'refused'
  return (
    <div role="status" aria-label={t('frame.notices.connection')} data-connection={state.state}>
      {isShown ? (
        <div className="notice">
          <span className={isOver ? 'bad' : 'warn'}>
            <Glyph shape={isOver ? 'failed' : 'running'} />
          </span>
          <span>{words(state.state, 'reason' in state ? state.reason : '')}</span>
          {state.state === 'failed' ? (
            <Button isSmall onClick={() => connection.restart()}>
              {t('frame.notices.start')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function words(state: ConnectionState['state'], reason: string): string {
  if (state === 'connecting' || state === 'open') return t('frame.notices.connecting')
  if (state === 'refused') return reason
  if (state === 'lost' && reason === ENDED_BY_LOCK) return t('frame.notices.locked')
  if (state === 'lost' && reason === NO_ANSWER) return t('frame.notices.noAnswer')
  const end = messageText(processEnd(reason))
  return t(state === 'lost' ? 'frame.notices.lost' : 'frame.notices.over', { reason: end })
}
