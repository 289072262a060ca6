import type { Span } from './spans.ts'
import { createWordClass } from './word-classes.ts'

/** Auxiliary verbs that say of what follows that it is over: "was owed". */
const PAST = createWordClass({
  en: { sure: 'was, were, had been, used to be' },
  de: { sure: 'wurde, wurden, waren, hatte, hatten, gewesen', gated: 'war' },
  fr: { sure: 'était, étaient, fut, furent, avait, avaient' },
  es: { sure: 'fue, fueron, estaba, estaban, había, habían', gated: 'era, eran' },
  it: { sure: 'erano, fu, furono, aveva, avevano', gated: 'era' },
  pt: { sure: 'eram, foi, foram, estava, estavam, tinha, tinham', gated: 'era' },
  nl: { sure: 'waren, werd, werden, hadden', gated: 'was, had' },
  pl: { sure: 'był, była, było, byli, były, został, została, zostało, zostały' },
})
/** Words between the auxiliary and what it says. */
const WITHIN = 3

/** Whether words of a text are said of what is past. */
export function isSaidInPast(text: string, { start }: Span): boolean {
  const before =
    text
      .slice(0, start)
      .split(/[.;:\n\t|]/u)
      .at(-1) ?? ''
  const last = PAST.in(before).at(-1)
  return last !== undefined && (before.slice(last.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= WITHIN
}
