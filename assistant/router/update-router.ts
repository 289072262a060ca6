import { migrationCopies } from '../../store/migration-copies.ts'
import { VERSION } from '../home/version.ts'
import { api, signalOr } from './contract-base.ts'

export const updateRouter = {
  state: api.update.state.handler(async ({ context: { assistant } }) => {
    const { updates, session } = assistant
    const copies = await migrationCopies(session.home)
    return { version: VERSION, host: updates.host, copies, known: updates.known(session.store().app.settings) }
  }),
  check: api.update.check.handler(({ context: { assistant }, signal }) =>
    assistant.updates.check(assistant.session.store().app, signalOr(signal)),
  ),
}
