import type { Answer, Claim } from '../../../contract/answers/answer.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { Differences, NotInLibrary, Sentence } from '../../ask/answer/sentence.tsx'
import { withoutMarks } from '../../ask/live-answer.ts'
import { whereWords } from '../../ask/evidence/evidence-list.tsx'
import { t } from '../../../wording/translate.ts'
import { linkTo } from '../../frame/place-link.tsx'
import { VerdictMark } from '../../parts/marks.tsx'
import { comparedWords, ComparingPanel } from './comparing-panel.tsx'
import { type ComparisonRow, comparisonRows } from './comparison-rows.ts'
import { modelName } from '../../../wording/model-name.ts'

export type SideName = 'local' | 'blind' | 'informed'

type Props = {
  readonly consultation: Consultation
  readonly answer: Answer | null
  readonly onOpen: (side: SideName, claim: number, source: string) => void
}

/** One line for each thing that is said, and who says it. */
export function ComparisonTable({ consultation, answer, onOpen }: Props) {
  const rows = comparisonRows(consultation, answer)
  const sides = sidesOf(consultation, answer)
  return (
    <section className="above-5" aria-labelledby="compared">
      <h2 className="h" id="compared">
        {t('opinions.compare.title')}
        <Counts rows={rows} />
        <span className="end muted small hide-narrow" data-testid="compared-by">
          {consultation.agreement ? comparedWords(consultation.agreement.judging) : null}
        </span>
      </h2>
      {consultation.agreement ? (
        <ComparingPanel consultation={consultation.consultation} agreement={consultation.agreement} />
      ) : null}
      <table className="cmp" aria-describedby="compared" data-testid="comparison">
        <Head sides={sides} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-testid="compared-row" data-state={row.state}>
              {row.state === 'alone' ? (
                <td />
              ) : (
                <th scope="row">
                  <AgreementMark row={row} />
                  {row.by === 'model' ? <span className="muted small">{t('opinions.compare.byModel')}</span> : null}
                </th>
              )}
              {sides.map(({ side, isThere }) => (
                <Cell
                  key={side}
                  claim={row[side]}
                  isThere={isThere}
                  struck={struckIn(side, consultation)}
                  onOpen={(claim, source) => onOpen(side, claim, source)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="soft above-2">{t('opinions.compare.nothing')}</p> : null}
      {!answer ? (
        <p className="small soft above-2">
          {t.rich('opinions.compare.noAnswer', {
            link: linkTo({ name: 'ask', answer: null }),
          })}
        </p>
      ) : null}
    </section>
  )
}

function sidesOf({ blind, informed }: Consultation, answer: Answer | null): readonly Side[] {
  const local = answer
    ? t('opinions.compare.sides.localNote', { model: localName(answer) })
    : t('opinions.compare.sides.noLocalNote')
  const first: readonly Side[] = [
    { side: 'local', title: t('opinions.compare.sides.local'), note: local, isThere: answer !== null },
    {
      side: 'blind',
      title: t('opinions.compare.sides.blind'),
      note: t('opinions.compare.sides.blindNote'),
      isThere: blind !== null,
    },
  ]
  if (!informed) return first
  return [
    ...first,
    {
      side: 'informed',
      title: t('opinions.compare.sides.informed'),
      note: t('opinions.compare.sides.informedNote'),
      isThere: true,
    },
  ]
}

function Head({ sides }: { readonly sides: readonly Side[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="c-agree">
          <span className="visually-hidden">{t('opinions.compare.agreement')}</span>
        </th>
        {sides.map(({ side, title, note }) => (
          <th scope="col" key={side}>
            <b>{title}</b>
            {note}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type Side = {
  readonly side: SideName
  readonly title: string
  readonly note: string
  readonly isThere: boolean
}

const COUNTED = ['agree', 'differ', 'unclear', 'only'] as const

function Counts({ rows }: { readonly rows: readonly ComparisonRow[] }) {
  return (
    <span className="soft row-3" data-testid="counts">
      {COUNTED.map((state) => {
        const count = rows.filter((row) => row.state === state).length
        const words = t(`opinions.compare.counts.${state}`, { count })
        return count > 0 ? <AgreementMark key={state} state={state} words={words} /> : null
      })}
    </span>
  )
}

type CellProps = {
  readonly claim: Claim | null
  readonly isThere: boolean
  readonly struck: readonly string[]
  readonly onOpen: (claim: number, source: string) => void
}

function Cell({ claim, isThere, struck, onOpen }: CellProps) {
  if (!claim) return <td className="none">{isThere ? t('opinions.notMentioned') : '–'}</td>
  return (
    <td>
      <OpinionClaim claim={claim} struck={struck} onOpen={(source) => onOpen(claim.index, source)} />
    </td>
  )
}

function struckIn(side: SideName, { blind, informed }: Consultation): readonly string[] {
  const opinion = { local: null, blind, informed }[side]
  return opinion?.struck ?? []
}

type ClaimProps = {
  readonly claim: Claim
  /** Citations of the reply that resolve to nothing. */
  readonly struck: readonly string[]
  readonly onOpen: (source: string) => void
}

/** A sentence in a column, its sources and how far they bear it out. A citation that leads nowhere stays, struck. */
function OpinionClaim({
  claim: { text, verdict, citations, absent, differences, authorities },
  struck,
  onOpen,
}: ClaimProps) {
  const marks = [...new Map(citations.map((citation) => [citation.source, citation])).values()]
  const lost = struck.filter((mark) => text.includes(mark))
  return (
    <>
      <Sentence text={withoutMarks(text)} authorities={authorities} />
      {marks.map((citation) => (
        <button
          key={citation.source}
          type="button"
          className={'rule' in citation ? 'cite r' : 'cite'}
          data-testid="citation"
          aria-label={citationWords(citation)}
          onClick={() => onOpen(citation.source)}
        >
          {citation.source}
        </button>
      ))}
      {lost.map((mark) => (
        <s key={mark} className="cite lost">
          {mark}
        </s>
      ))}
      <br />
      <VerdictMark verdict={verdict} />
      <NotInLibrary authorities={authorities} />
      <Differences differences={differences} areAll={absent.length === 0} />
      {absent.length > 0 ? (
        <small className="why">{t('opinions.compare.absent', { words: absent.join(', ') })}</small>
      ) : null}
    </>
  )
}

/** A citation as it is read out: its mark, and where that leads. */
export function citationWords(citation: Claim['citations'][number]): string {
  const { source } = citation
  return 'rule' in citation
    ? t('opinions.compare.citedRule', { source, rule: citation.rule })
    : t('opinions.compare.citation', { source, where: whereWords(citation) })
}

/** Which model wrote an answer of this computer. */
function localName({ model }: Pick<Answer, 'model'>): string {
  return model ? modelName(model.id) : t('opinions.compare.sides.passagesOnly')
}

const line = { fill: 'none', stroke: 'currentColor' }

const SHAPES = {
  agree: (
    <>
      <circle cx="8.5" cy="8" r="5" fill="currentColor" fillOpacity=".28" stroke="currentColor" strokeWidth="1.4" />
      <circle cx="13" cy="8" r="5" fill="currentColor" fillOpacity=".28" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  differ: (
    <>
      <circle cx="5.5" cy="8" r="4.2" fill="currentColor" />
      <path d="M16.5 3.4 21.1 8l-4.6 4.6L11.9 8z" {...line} strokeWidth="1.4" />
    </>
  ),
  unclear: (
    <>
      <circle cx="6" cy="8" r="4.3" {...line} strokeWidth="1.3" />
      <circle cx="16" cy="8" r="4.3" {...line} strokeWidth="1.3" />
    </>
  ),
  only: (
    <>
      <circle cx="6" cy="8" r="4.3" fill="currentColor" />
      <circle cx="16" cy="8" r="4.3" {...line} strokeWidth="1.3" strokeDasharray="1.8 1.6" />
    </>
  ),
} as const

const TONES = { agree: 'ok', differ: 'bad', unclear: 'warn', only: 'warn' } as const

type AgreementMarkProps =
  | { readonly row: ComparisonRow }
  | { readonly state: keyof typeof SHAPES; readonly words: string }

/** Whether the sides agree: overlapping circles, disc and diamond, two open circles, disc and dashed circle, with the word. */
function AgreementMark(props: AgreementMarkProps) {
  const state = 'row' in props ? props.row.state : props.state
  if (state === 'alone') return null
  return (
    <span className={`agree ${TONES[state]}`}>
      <svg className="g wide-g" viewBox="0 0 22 16" aria-hidden="true">
        {SHAPES[state]}
      </svg>
      {'row' in props ? rowWords(props.row) : props.words}
    </span>
  )
}

function rowWords({ state, local, blind, informed }: ComparisonRow): string {
  if (state === 'alone') return ''
  if (state !== 'only') return t(`opinions.compare.marks.${state}`)
  if (local) return t('opinions.compare.marks.onlyLocal')
  return t(`opinions.compare.marks.${blind && informed ? 'onlyCloud' : blind ? 'onlyBlind' : 'onlyInformed'}`)
}
