import type { Verdict } from '../../contract/answer.ts'
import { Glyph } from './glyph.tsx'

/** A verdict in a word or two. */
export const VERDICT_WORDS: Readonly<Record<Verdict | 'pending', string>> = {
  verbatim: 'verbatim',
  close: 'close',
  supported: 'supported',
  computed: 'computed',
  contradicted: 'contradicted',
  unsupported: 'no source',
  unchecked: 'not confirmed',
  pending: 'checking',
}

/** How far the source bears the sentence out; `pending` exists on the screen only. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict | 'pending' }) {
  return (
    <span className={`verdict v-${verdict}`} data-verdict={verdict}>
      <Glyph shape={verdict} />
      {VERDICT_WORDS[verdict]}
    </span>
  )
}
