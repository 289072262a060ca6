import type { RunRow } from '../../contract/evaluation.ts'
import { endedWrong, isGiven, isMistake } from '../../contract/outcomes.ts'
import { Segments } from '../parts/segments.tsx'
import { formatCount } from '../wording/format-count.ts'
import { formatPercent } from '../wording/format-share.ts'
import { MakeCard } from './make-card.tsx'
import { OUTCOME_WORDS } from './run-words.ts'

export type RowFilter = 'all' | 'wrong' | 'half' | 'confident-wrong'

const FILTERS: Readonly<Record<RowFilter, string>> = {
  all: 'All',
  wrong: 'Wrong',
  half: 'Half right',
  'confident-wrong': 'Confident and wrong',
}
const SHOWN_AT_MOST = 200

type Props = {
  readonly rows: readonly RunRow[]
  /** Of which they are, where a card can be made of those that were wrong. */
  readonly cardsOf: { readonly run: string; readonly matter: string } | null
  readonly filter: RowFilter
  readonly onFilter: (filter: RowFilter) => void
}

/** Every question of a run with its known answer, what was answered and what came of it. */
export function RowList({ rows, cardsOf, filter, onFilter }: Props) {
  const found = rows.filter((row) => isIn(row, filter))
  return (
    <section className="mt-7 grid gap-3" aria-labelledby="rows">
      <div className="btns">
        <h2 className="h" id="rows">
          Every question
        </h2>
        <Segments label="Which questions" value={filter} choices={FILTERS} onChange={onFilter} />
        <span className="small soft" role="status">
          {formatCount(found.length, 'question')}
          {found.length > SHOWN_AT_MOST ? `, the first ${SHOWN_AT_MOST} shown; the report has all` : ''}
        </span>
      </div>
      <ul className="rows">
        {found.slice(0, SHOWN_AT_MOST).map((row) => (
          <li key={row.id} data-testid="row">
            <p className="font-medium">{row.question}</p>
            <p className="said">{row.answer || 'No answer.'}</p>
            <p className="small soft">
              {OUTCOME_WORDS[row.outcome]}
              {row.gold === null ? '' : `; known answer: ${row.gold}`}
              {statedWords(row)}
            </p>
            {cardsOf && isMistake(row) ? <MakeCard row={row} {...cardsOf} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function isIn(row: RunRow, filter: RowFilter): boolean {
  const { outcome, measured, band, heldOut } = row
  if (filter === 'all') return true
  if (filter === 'half') return outcome === 'half'
  if (filter === 'wrong') return endedWrong(row) || outcome === 'wrong-refusal'
  return isGiven(row) && outcome !== 'right' && (measured?.band ?? (heldOut ? band : null)) === 'high'
}

function statedWords({ measured, score, band, heldOut }: RunRow): string {
  if (measured) return `; confidence ${formatPercent(measured.score)} %, ${measured.band}`
  return score !== null && heldOut ? `; confidence ${formatPercent(score)} %, ${band}` : ''
}
