import type { AssistantClient } from '../../contract/index.ts'
import { ConnectionLostError } from '../connection/browser-socket.ts'

/**
 * Opens the home. Locking ends the engine, and a passphrase that meets it while it ends is lost with it: then the fresh engine, for which
 * the call waits, gets it once more.
 */
export async function openHome({ home }: AssistantClient, passphrase: string): Promise<void> {
  try {
    await home.unlock({ passphrase })
  } catch (failure) {
    if (!(failure instanceof ConnectionLostError)) throw failure
    await home.unlock({ passphrase })
  }
}
