import { backUp, restore } from '../../store/backup.ts'
import { PASSPHRASE_COST } from '../../store/keys/passphrase-wrap.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { api, signalOr } from './contract-base.ts'

export const homeRouter = {
  create: api.home.create.handler(async ({ input, context: { assistant } }) => {
    await assistant.session.create(input.passphrase)
    assistant.events.tell({ type: 'status-changed' })
  }),
  unlock: api.home.unlock.handler(async ({ input, context: { assistant } }) => {
    await assistant.session.unlock(input.passphrase)
    assistant.events.tell({ type: 'status-changed' })
  }),
  lock: api.home.lock.handler(async ({ context: { assistant } }) => {
    await assistant.session.lock('asked')
    assistant.events.tell({ type: 'status-changed' })
  }),
  setPassphrase: api.home.setPassphrase.handler(async ({ input, context: { assistant } }) => {
    const { session, events } = assistant
    await session.setPassphrase(input.passphrase, input.recoveryKey)
    session.store().app.ledger.append('passphrase-set', { byRecoveryKey: input.recoveryKey !== null })
    events.tell({ type: 'status-changed' })
    return { mode: session.keyMode }
  }),
  recoveryKey: api.home.recoveryKey.handler(async ({ context: { assistant } }) => {
    const { session, events } = assistant
    const recoveryKey = await session.makeRecoveryKey()
    session.store().app.ledger.append('recovery-key-made', {})
    events.tell({ type: 'status-changed' })
    return { recoveryKey }
  }),
  backup: api.home.backup.handler(async ({ input, context: { assistant }, signal }) => {
    const { session, now } = assistant
    const { folder, passphrase } = input
    const options = { folder, passphrase, cost: PASSPHRASE_COST, createdAt: now().toISOString() }
    const made = await backUp(session.store(), session.masterKey(), options, signalOr(signal))
    session.store().app.ledger.append('backed-up', { files: made.files, bytes: made.bytes })
    return made
  }),
  restore: api.home.restore.handler(async ({ input, context: { assistant }, signal }) => {
    const { session, events } = assistant
    if (session.lockState !== 'new')
      throw new AssistantError(
        'ALREADY_EXISTS',
        'A backup is restored only into an empty home. Give another folder with --home.',
      )
    const made = await session.whileClosed(() => restore(session.home, input, signalOr(signal)))
    events.tell({ type: 'status-changed' })
    return made
  }),
}
