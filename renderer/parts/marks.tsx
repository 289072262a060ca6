import type { Verdict } from '../../contract/answers/answer.ts'
import type { TextRun } from '../../wording/snippet.ts'
import { t } from '../../wording/translate.ts'
import { Glyph, type Shape } from './glyph.tsx'

export type Tone = 'ok' | 'warn' | 'bad' | 'idle' | 'info' | 'soft'

type Props = { readonly shape: Shape; readonly tone: Tone; readonly children: React.ReactNode }

/** A state in one word, with its shape. */
export function StateMark({ shape, tone, children }: Props) {
  return (
    <span className={`state ${tone}`}>
      <Glyph shape={shape} />
      {children}
    </span>
  )
}

/** How far the source supports the sentence; `pending` exists on the screen only. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict | 'pending' }) {
  return (
    <span className={`verdict v-${verdict}`} data-verdict={verdict}>
      <Glyph shape={verdict} />
      {t(`verdicts.marks.${verdict}`)}
    </span>
  )
}

/** Text with the cited or searched words under the highlighter. */
export function MarkedText({ runs }: { readonly runs: readonly TextRun[] }) {
  return runs.map((run, index) =>
    run.isMarked ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>,
  )
}
