import type { RuleRow, RuleStatus } from '../../contract/rule.ts'
import type { Shape } from '../parts/glyph.tsx'
import { StateMark, type Tone } from '../parts/state-mark.tsx'

const MARKS: Readonly<Record<RuleStatus, { readonly shape: Shape; readonly tone: Tone }>> = {
  draft: { shape: 'queued', tone: 'idle' },
  tested: { shape: 'partial', tone: 'warn' },
  approved: { shape: 'ready', tone: 'ok' },
  retired: { shape: 'none', tone: 'soft' },
}

/** Where a rule is in its life: only an approved one is used. */
export function StatusMark({ status }: Pick<RuleRow, 'status'>) {
  return (
    <StateMark {...MARKS[status]}>
      {status}
      {status === 'approved' ? '' : ', not active'}
    </StateMark>
  )
}
