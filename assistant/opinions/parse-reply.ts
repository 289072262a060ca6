import { jsonrepair } from 'jsonrepair'
import * as z from 'zod'

const text = z.string().trim().min(1)

/** What `replySchema` asks for, read with patience: what is absent counts as empty. */
const Reply = z.object({
  claims: z.array(z.object({ text, sources: z.array(z.string()).default([]) })).max(200),
  missing: z.array(text).max(200).default([]),
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
