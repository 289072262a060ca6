import { jsonrepair } from 'jsonrepair'
import * as z from 'zod'

const text = z.string().trim().min(1)
const Claims = z.array(z.object({ text, sources: z.array(z.string()).default([]) })).max(200)
const Texts = z.array(text).max(200)

const Ranked = z.object({
  name: text.max(400),
  for: Claims.catch([]),
  against: Claims.catch([]),
  missing: Texts.catch([]),
  decides: Texts.catch([]),
  cannotMiss: z.boolean().catch(false),
})
export type RankedReply = z.infer<typeof Ranked>

/** More would be no ranking. */
const CANDIDATES_AT_MOST = 20

/**
 * What `replySchema` asks for, read with patience: what is absent counts as empty, and a list of candidates that is none is left out,
 * so that the sentences stand.
 */
const Reply = z.object({
  claims: Claims,
  missing: Texts.default([]),
  ranked: z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => Ranked.safeParse(item).data ?? []).slice(0, CANDIDATES_AT_MOST)),
  choice: z.string().nullable().catch(null),
})
export type Reply = z.infer<typeof Reply>

/** The structured answer in a reply, mended once where its JSON is broken or stands in prose; null: there is none. */
export function parseReply(reply: string): Reply | null {
  return asReply(() => JSON.parse(reply)) ?? asReply(() => JSON.parse(jsonrepair(jsonIn(reply))))
}

function asReply(read: () => unknown): Reply | null {
  try {
    return Reply.safeParse(read()).data ?? null
  } catch {
    return null
  }
}

/** From the first brace on, without the end of a fence. */
function jsonIn(reply: string): string {
  const from = reply.indexOf('{')
  if (from < 0) throw new SyntaxError('There is no object in the reply.')
  return reply.slice(from).replace(/```\s*$/, '')
}
