import { jsonrepair } from 'jsonrepair'
import * as z from 'zod'

/** Each element on its own: one that is none is left out, and does not take the others with it. */
const listOf = <T>(element: z.ZodType<T>, atMost = 200) =>
  z
    .unknown()
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .transform((items) => items.flatMap((item) => element.safeParse(item).data ?? []).slice(0, atMost))
    .default([])

const text = z.string().trim().min(1)
const Texts = listOf(text)
const Said = z.object({ text, sources: listOf(text) })
const Claims = listOf(Said)

/** A reason may be a plain text. */
const Reasons = listOf(z.union([Said, text.transform((plain) => ({ text: plain, sources: [] }))]))

const Ranked = z.object({
  name: text.max(400),
  for: Reasons,
  against: Reasons,
  missing: Texts,
  decides: Texts,
  cannotMiss: z
    .unknown()
    .transform((value) => /^(?:true|yes)$/i.test(String(value)))
    .default(false),
})
export type RankedReply = z.infer<typeof Ranked>

/** More would be no ranking. */
const CANDIDATES_AT_MOST = 20

/** What `replySchema` asks for, read with patience: what is absent counts as empty, and what is of no form is left out alone. */
const Reply = z.object({
  claims: Claims,
  missing: Texts,
  ranked: listOf(Ranked).transform((items) =>
    items.filter(({ cannotMiss }, index) => index < CANDIDATES_AT_MOST || cannotMiss),
  ),
  choice: z.string().nullable().catch(null),
})
export type Reply = z.infer<typeof Reply>

/** The structured answer in a reply, mended once where its JSON is broken or stands in prose; null: there is none. */
export function parseReply(reply: string): Reply | null {
  return asReply(() => JSON.parse(reply)) ?? asReply(() => JSON.parse(jsonrepair(jsonIn(reply))))
}

/** One that says nothing at all is shown as it came. */
function asReply(read: () => unknown): Reply | null {
  try {
    const found = Reply.safeParse(read()).data ?? null
    const { claims = [], missing = [], ranked = [], choice = null } = found ?? {}
    return claims.length + missing.length + ranked.length > 0 || choice !== null ? found : null
  } catch {
    return null
  }
}

/** The object in a reply, from its first brace to the one that closes it; to the end where none does. Throws `SyntaxError` without one. */
function jsonIn(reply: string): string {
  const from = reply.indexOf('{')
  if (from < 0) throw new SyntaxError('There is no object in the reply.')
  return reply.slice(from, endOf(reply, from)).replace(/```\s*$/, '')
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}]/gs

function endOf(reply: string, from: number): number | undefined {
  let depth = 0
  for (const { 0: token, index } of reply.slice(from).matchAll(TOKEN)) {
    if (token === '{') depth += 1
    else if (token === '}') depth -= 1
    if (depth === 0) return from + index + 1
  }
  return undefined
}
