import { oc } from '@orpc/contract'
import * as z from 'zod'
import { messageSchema } from '../message.ts'
import { errors } from '../errors.ts'

const base = oc.errors(errors)

export const ProviderKind = z.enum(['openai-compatible', 'anthropic', 'google'])
export type ProviderKind = z.infer<typeof ProviderKind>

/** A cloud model, or one on a server in the building, as the user set it up. */
export const Provider = z.object({
  /** Its name. */
  provider: z.string().trim().min(1).max(120),
  kind: ProviderKind,
  /** Null: the usual one of its kind. */
  address: z.url().nullable(),
  model: z.string().trim().min(1).max(200),
  /** Whose account it is, for the eye. */
  account: z.string().max(200),
  /** The last characters of its key, so that one is told from another; null: it has none. */
  keyEnding: z.string().nullable(),
  /** What it says about keeping what it is sent, and when that was read; the user's own note. */
  retention: z.string().max(1000),
  /** What a million tokens cost, there and back, as the user entered it; null: not known. */
  price: z
    .object({ prompt: z.number().min(0), reply: z.number().min(0), currency: z.string().trim().min(1).max(10) })
    .nullable()
    .default(null),
})
export type Provider = z.infer<typeof Provider>

/** What asking a provider for the list of its models showed. */
export const ConnectionTest = z.object({
  /** `not-found`: the server answers, but has no such list at this address. */
  outcome: z.enum([
    'ok',
    'model-not-listed',
    'model-unknown',
    'unreachable',
    'key',
    'busy',
    'server',
    'not-found',
    'redirect',
    'slow',
    'other',
  ]),
  host: z.string(),
  /** What more is known of a failure; null: nothing. */
  said: messageSchema.nullable(),
})
export type ConnectionTest = z.infer<typeof ConnectionTest>

export const providerProcedures = {
  list: base.output(z.array(Provider)),
  /** In the place of one of the same name. `key` undefined: the one it has; null: none. It is never given out again. */
  save: base
    .input(Provider.omit({ keyEnding: true }).extend({ key: z.string().min(1).max(2000).nullable().optional() }))
    .output(Provider),
  remove: base.input(z.object({ provider: z.string() })).output(z.void()),
  /**
   * Asks it for the list of its models, with its key and nothing else, and records that. Throws `NOT_FOUND`, and `OFFLINE` while the network
   * is switched off.
   */
  test: base.input(z.object({ provider: z.string() })).output(ConnectionTest),
}
