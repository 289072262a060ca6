import { askPassphrase, choosePassphrase } from './ask-passphrase.ts'
import type { Session } from './session.ts'
import { wrongUse } from './usage-error.ts'

const VARIABLE = 'CONSILIUM_FILE_PASSPHRASE'

/** The passphrase of a file or a backup that is there: `CONSILIUM_FILE_PASSPHRASE`, else asked for. It is not the home's. */
export function filePassphrase({ env, signal }: Session, text: string): Promise<string> {
  return fromEnvironment(env) ?? askPassphrase({ text, variable: VARIABLE }, signal).then(notEmpty)
}

/** That of one that is about to be written: asked for twice, for a slip of the hand would lock it for ever. */
export function newFilePassphrase({ env, signal }: Session, text: string): Promise<string> {
  return fromEnvironment(env) ?? choosePassphrase({ text, variable: VARIABLE }, signal)
}

function fromEnvironment(env: NodeJS.ProcessEnv): Promise<string> | null {
  const given = env[VARIABLE]
  return given ? Promise.resolve(given) : null
}

function notEmpty(given: string): string {
  if (!given) throw wrongUse(`A passphrase is needed: type one, or set ${VARIABLE}.`)
  return given
}
