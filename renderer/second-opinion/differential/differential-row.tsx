import type { Differential, DifferentialItem } from '../../../contract/opinions/differential.ts'
import { NotInLibrary } from '../../ask/answer/sentence.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { VerdictMark } from '../../parts/marks.tsx'
import { t } from '../../../wording/translate.ts'
import { citationWords, type SideName } from '../compare/comparison-table.tsx'

type Open = (side: SideName, claim: number | null, source: string) => void

type Props = {
  readonly item: DifferentialItem
  readonly rank: number
  readonly voices: Differential['voices']
  readonly onOpen: Open
}

/** One candidate: who has it where, and its reasons, each with its source. */
export function DifferentialRow({ item, rank, voices, onOpen }: Props) {
  return (
    <li data-testid="candidate">
      <span className="num muted" aria-hidden="true">
        {rank}
      </span>
      <div className="name-cell">
        <p className="name">{item.name}</p>
        <p className="small soft">
          {item.cannotMiss ? (
            <b className="bad own-line">
              <Glyph shape="caution" /> {t('opinions.differential.cannotMiss')}
            </b>
          ) : null}
          {rankWords(item, voices)}
        </p>
      </div>
      <Reasons title={t('opinions.differential.for')} reasons={item.for} onOpen={onOpen} />
      <Reasons title={t('opinions.differential.against')} reasons={item.against} onOpen={onOpen} />
      <Texts title={t('opinions.differential.missing')} texts={item.missing} />
      <Texts title={t('opinions.wouldDecide')} texts={item.decides} />
    </li>
  )
}

type ReasonsProps = { readonly title: string; readonly reasons: DifferentialItem['for']; readonly onOpen: Open }

function Reasons({ title, reasons, onOpen }: ReasonsProps) {
  return (
    <div>
      <p className="hd">{title}</p>
      {reasons.map(({ text, claim, voice }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two voices may say the same
        <p key={`${voice} ${index}`}>
          {text} <Marks claim={claim} voice={voice} onOpen={onOpen} />
          {claim ? (
            <span className="small own-line">
              <VerdictMark verdict={claim.verdict} /> <span className="muted">{t(`opinions.voices.${voice}`)}</span>
            </span>
          ) : null}
          {claim && claim.absent.length > 0 ? (
            <span className="small bad own-line">
              {t('opinions.compare.absent', { words: claim.absent.join(', ') })}
            </span>
          ) : null}
          {claim ? <NotInLibrary authorities={claim.authorities} /> : null}
        </p>
      ))}
    </div>
  )
}

type MarksProps = Pick<DifferentialItem['for'][number], 'claim' | 'voice'> & { readonly onOpen: Open }

/** Its sources, or that it rests on a recorded fact. */
function Marks({ claim, voice, onOpen }: MarksProps) {
  if (!claim) return <span className="small muted">{t('opinions.differential.recordedFact')}</span>
  const marks = [...new Map(claim.citations.map((citation) => [citation.source, citation])).values()]
  return marks.map((citation) => (
    <button
      key={citation.source}
      type="button"
      className="cite"
      aria-label={citationWords(citation)}
      onClick={() => onOpen(voice, null, citation.source)}
    >
      {citation.source}
    </button>
  ))
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <div>
      <p className="hd">{title}</p>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

/** "blind 1, informed 1, local 2": the best place first; who gave a list and does not have it is named too. */
function rankWords(item: DifferentialItem, voices: Differential['voices']): string {
  const placed = voices
    .flatMap((voice) => (item[voice] === null ? [] : [{ voice, rank: item[voice] }]))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ voice, rank }) => t(`opinions.differential.rank.${voice}`, { rank }))
  if (placed.length === 0) return t('opinions.differential.notRanked')
  const without = voices
    .filter((voice) => item[voice] === null)
    .map((voice) => t(`opinions.differential.notListed.${voice}`))
  return [...placed, ...without].join(', ')
}
