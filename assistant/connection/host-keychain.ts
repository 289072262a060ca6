import type { ParentPort } from '../../processes/parent-port.ts'
import { seal, unseal } from '../../store/keys/seal.ts'
import type { Keychain } from '../../store/keys/master-wrap.ts'

const ABOUT = 'consilium host keychain'

/**
 * The operating system's keychain, which only the host can ask: it keeps 32 bytes there and sends them as the first
 * message after every start (`electron/start-engine.ts`). What is sealed with them opens on this computer only.
 */
export async function receiveKeychain(parent: ParentPort): Promise<Keychain> {
  const key = await new Promise<Uint8Array>((resolve) => {
    parent.onMessage((message) => {
      const { type, key: sent } = message as { type?: string; key?: Uint8Array }
      if (type === 'keychain-key' && sent) resolve(sent)
    })
  })
  return {
    encrypt: (bytes) => seal(Buffer.from(bytes), Buffer.from(key), ABOUT),
    decrypt(bytes) {
      const opened = unseal(Buffer.from(bytes), Buffer.from(key), ABOUT)
      if (!opened) throw new Error("This computer's keychain holds another key.")
      return opened
    },
  }
}
