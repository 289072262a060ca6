import { useState } from 'react'
import type { MistakeKind } from '../../contract/knowledge/card.ts'
import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { endedWrong, isGiven, isMistake } from '../../contract/evaluation/outcomes.ts'
import { BeginCard } from '../knowledge/cards/new-card.tsx'
import { MistakeSelect } from '../knowledge/cards/card-fields.tsx'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choices.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useClient } from '../state/assistant-context.ts'
import { formatPercent } from '../../wording/format-quantity.ts'
import { t, texts } from '../../wording/translate.ts'

export type RowFilter = 'all' | 'wrong' | 'half' | 'confident-wrong'

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
          {t('evaluation.rows.title')}
        </h2>
        <Segments
          label={t('evaluation.rows.filter')}
          value={filter}
          choices={texts('evaluation.rows.filters')}
          onChange={onFilter}
        />
        <span className="small soft" role="status">
          {found.length > SHOWN_AT_MOST
            ? t('evaluation.rows.countFirst', { count: found.length, most: SHOWN_AT_MOST })
            : t('evaluation.rows.count', { count: found.length })}
        </span>
      </div>
      <ul className="rows">
        {found.slice(0, SHOWN_AT_MOST).map((row) => (
          <li key={row.id} data-testid="row">
            <p>{row.question}</p>
            <p className="said">{row.answer || t('evaluation.rows.noAnswer')}</p>
            <p className="small soft">{outcomeWords(row)}</p>
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

/** `wrong; known answer: 24,000 pounds; confidence 81 %, high`. */
function outcomeWords({ outcome, gold, measured, score, band, heldOut }: RunRow): string {
  const stated = measured ?? (score !== null && band !== null && heldOut ? { score, band } : null)
  return [
    t(`evaluation.outcomes.${outcome}`),
    ...(gold === null ? [] : [t('evaluation.rows.known', { answer: gold })]),
    ...(stated === null ? [] : [t(`evaluation.rows.stated.${stated.band}`, { percent: formatPercent(stated.score) })]),
  ].join('; ')
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
        {t.rich('evaluation.lesson.make', { question: props.row.question, hidden: TEXT_TAGS.hidden })}
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
      title={t('evaluation.lesson.title')}
      begin={() => client.card.fromRun({ matter, run, question: row.id, mistake })}
      kept={t('evaluation.lesson.kept')}
      onClose={onClose}
    >
      <p className="soft">{row.question}</p>
      <dl className="kv">
        <dt>{t('evaluation.lesson.answered')}</dt>
        <dd>{row.answer || t('evaluation.rows.noAnswer')}</dd>
        <dt>{t('evaluation.lesson.known')}</dt>
        <dd>{row.gold}</dd>
      </dl>
      <MistakeSelect value={mistake} onChoose={setMistake} />
      <p className="small soft">{t('evaluation.lesson.hint')}</p>
    </BeginCard>
  )
}
