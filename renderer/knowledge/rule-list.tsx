import type { RuleRow, RuleStatus } from '../../contract/knowledge/rule.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import type { Shape } from '../parts/glyph.tsx'
import { StateMark, type Tone } from '../parts/marks.tsx'
import { t } from '../../wording/translate.ts'
import { packName, type PackNames } from './pack-names.ts'

type Props = {
  readonly rules: readonly RuleRow[]
  readonly packs: PackNames
  /** As `pack/rule`. */
  readonly chosen: string | null
  readonly onChoose: (rule: RuleRow) => void
}

/** The rules of all packs, with where each is in its life. */
export function RuleList({ rules, packs, chosen, onChoose }: Props) {
  return (
    <nav className="klist" aria-label={t('rules.label')}>
      {rules.length === 0 ? <p className="soft inset-2">{t('rules.noMatch')}</p> : null}
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
                {t(row.sourceRead ? 'rules.list.sourceRead' : 'rules.list.sourceNotRead', {
                  pack: packName(packs, row.pack),
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function testsWords({ examples, examplesPassed }: RuleRow): string {
  return examplesPassed === examples
    ? t('rules.list.tests', { count: examples })
    : t('rules.list.testsPassed', { passed: examplesPassed, count: examples })
}

/** The rules whose title, name or pack holds every word. */
export function findRules(rules: readonly RuleRow[], packs: PackNames, words: string): readonly RuleRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter(({ title, rule, pack }) => {
    const text = `${title} ${rule} ${pack} ${packName(packs, pack)}`.toLowerCase()
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
  return <StateMark {...MARKS[status]}>{t(`rules.status.${status}`)}</StateMark>
}
