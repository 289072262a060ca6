import type { RuleRow, RuleStatus } from '../../contract/knowledge/rule.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import type { Shape } from '../parts/glyph.tsx'
import { StateMark, type Tone } from '../parts/marks.tsx'
import { formatCount } from '../../wording/format-quantity.ts'

type Props = {
  readonly rules: readonly RuleRow[]
  /** As `pack/rule`. */
  readonly chosen: string | null
  readonly onChoose: (rule: RuleRow) => void
}

/** The rules of all packs, with where each is in its life. */
export function RuleList({ rules, chosen, onChoose }: Props) {
  return (
    <nav className="klist" aria-label="Rules">
      {rules.length === 0 ? <p className="soft inset-2">No matching rules.</p> : null}
      <ul ref={rovingList}>
        {rules.map((row) => (
          <li key={`${row.pack}/${row.rule}`}>
            <button
              type="button"
              {...{ [ROVING]: '' }}
              data-testid="rule"
              aria-current={chosen === `${row.pack}/${row.rule}` ? 'true' : undefined}
              onClick={() => onChoose(row)}
            >
              <span className="t">{row.title}</span>
              <span className="s">
                <StatusMark status={row.status} />
              </span>
              <span className="hh num">{testsWords(row)}</span>
              <span className="m">
                {row.pack}, source {row.sourceRead ? 'read' : 'not read'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function testsWords({ examples, examplesPassed }: RuleRow): string {
  const all = formatCount(examples, 'test')
  return examplesPassed === examples ? all : `${examplesPassed} of ${all}`
}

/** The rules whose title, name or pack holds every word. */
export function findRules(rules: readonly RuleRow[], words: string): readonly RuleRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter(({ title, rule, pack }) => {
    const text = `${title} ${rule} ${pack}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

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
