/**
 * The only words between the window's preload and the main process, by channel. To the page: `engine-port` (with a port)
 * and `engine-gone`. From the page: `want-engine-port` with the number of ports its document has received so far, and
 * `restart-engine`.
 */
export const CHANNELS = {
  port: 'engine-port',
  gone: 'engine-gone',
  want: 'want-engine-port',
  restart: 'restart-engine',
} as const

/** `failed`: the engine stays stopped until the user starts it again. Read by `renderer/connection/open-connection.ts`. */
export type EngineGone = { readonly reason: string; readonly failed: boolean }

/** Among the arguments of the preload when this computer's keychain can keep the key (`home-key.ts`). */
export const HAS_KEYCHAIN = '--consilium-has-keychain'
