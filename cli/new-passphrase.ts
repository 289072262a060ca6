import { askPassphrase } from './ask-passphrase.ts'
import type { Session } from './session.ts'
import { wrongUse } from './usage-error.ts'

/** The passphrase of an exported file or a backup: `CONSILIUM_FILE_PASSPHRASE`, else asked for. It is not the home's. */
export async function newPassphrase({ env, signal }: Session, question: string): Promise<string> {
  const given = env.CONSILIUM_FILE_PASSPHRASE ?? (await askPassphrase(question, signal))
  if (!given) throw wrongUse('A passphrase is needed: type one, or set CONSILIUM_FILE_PASSPHRASE.')
  return given
}
