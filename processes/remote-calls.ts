/**
 * Calls over a message pipe, declared as `{ method: { input, item, result } }`: every call is a stream of items with a
 * result, can be aborted, and is held back by credits. `serve-calls.ts` answers them, `create-caller.ts` makes them.
 */
export type RemoteMethods = Record<string, { input: unknown; item: unknown; result: unknown }>

export type Handlers<M extends RemoteMethods> = {
  [K in keyof M]: (input: M[K]['input'], signal: AbortSignal) => AsyncGenerator<M[K]['item'], M[K]['result'], void>
}

/** An error that crossed a process boundary: `code` and `data` survive, the stack does not. */
export class RemoteError extends Error {
  override name = 'RemoteError'
  readonly code: string
  readonly data: unknown
  constructor(code: string, message: string, data?: unknown) {
    super(message)
    this.code = code
    this.data = data
  }
}

/** Ids are unique in the world: several callers may speak to one process, and each sees all replies. */
export type CallMessage =
  | { readonly type: 'call'; readonly id: string; readonly method: string; readonly input: unknown }
  | { readonly type: 'abort'; readonly id: string }
  | { readonly type: 'credit'; readonly id: string }

export type ReplyMessage =
  | { readonly type: 'item'; readonly id: string; readonly value: unknown }
  | { readonly type: 'result'; readonly id: string; readonly value: unknown }
  | {
      readonly type: 'error'
      readonly id: string
      readonly code: string
      readonly message: string
      readonly data: unknown
    }

/** A server runs at most so many items ahead of its reader; half of them are given back at a time. */
export const CREDITS = 64
export const CREDITS_RETURNED = CREDITS / 2
