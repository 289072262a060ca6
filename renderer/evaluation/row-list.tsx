import { useState } from 'react'
import type { MistakeKind } from '../../contract/knowledge/card.ts'
import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { endedWrong, isGiven, isMistake } from '../../contract/evaluation/outcomes.ts'
import { BeginCard } from '../knowledge/cards/begin-card.tsx'
import { MistakeSelect } from '../knowledge/cards/card-fields.tsx'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choices.tsx'
import { useClient } from '../state/assistant-context.ts'
import { formatCount, formatPercent } from '../../wording/format-quantity.ts'
import { OUTCOME_WORDS } from './run-table.tsx'

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
    <section className="run-part stack-3" aria-labelledby="rows">
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
            <p>{row.question}</p>
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

type MakeCardProps = {
  readonly row: RunRow
  readonly run: string
  readonly matter: string
}

/** Begins a card of a question that a run answered wrong; what is right is known already. */
function MakeCard(props: MakeCardProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <p>
      <Button look="link" isSmall onClick={() => setOpen(true)}>
        Make a card…<span className="visually-hidden"> of “{props.row.question}”</span>
      </Button>
      {isOpen ? <CardDialog {...props} onClose={() => setOpen(false)} /> : null}
    </p>
  )
}

function CardDialog({ row, run, matter, onClose }: MakeCardProps & { readonly onClose: () => void }) {
  const client = useClient()
  const [mistake, setMistake] = useState<MistakeKind>('comprehension')
  return (
    <BeginCard
      title="Make a card of it"
      begin={() => client.card.fromRun({ matter, run, question: row.id, mistake })}
      kept="Nothing was kept."
      onClose={onClose}
    >
      <p className="soft">{row.question}</p>
      <dl className="kv">
        <dt>Answered</dt>
        <dd>{row.answer || 'No answer.'}</dd>
        <dt>Known answer</dt>
        <dd>{row.gold}</dd>
      </dl>
      <MistakeSelect value={mistake} onChoose={setMistake} />
      <p className="small soft">
        The question and its known answer stay in this matter. The card is a general lesson without case details, which
        you write or have written, test and approve before it is used.
      </p>
    </BeginCard>
  )
}
