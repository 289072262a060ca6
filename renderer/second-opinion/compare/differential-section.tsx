import type { Differential, DifferentialItem } from '../../../contract/opinions/differential.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'
import { citationWords, type SideName } from './comparison-table.tsx'
import { useLongWork } from './comparing-panel.tsx'
import { messageText } from '../../../wording/message-text.ts'
import { useState } from 'react'
import { shortPageWords } from '../../../contract/page-unit.ts'
import { MarkedText, VerdictMark } from '../../parts/marks.tsx'
import { sourceName } from '../../../wording/document-name.ts'
import { readableText } from '../../../wording/readable-text.ts'
import { searchedWords, snippet } from '../../../wording/snippet.ts'
import { NotInLibrary } from '../../ask/answer/sentence.tsx'
import { Glyph } from '../../parts/glyph.tsx'

type Props = {
  readonly consultation: Consultation
  readonly onOpen: (side: SideName, claim: number | null, source: string) => void
}

/** The candidates of all voices in one list, where the question asks for one: with what speaks for and against each, never a verdict. */
export function DifferentialSection({ consultation: { consultation }, onOpen }: Props) {
  const matter = useMatter()
  const read = useLoaded((of) => of.opinion.differential, { matter: matter.id, consultation })
  if (read.failure) return <FailureNote failure={read.failure} />
  if (!read.value || !(read.value.isAsked || read.value.items.length > 0)) return null
  const { items, voices, checkNext, why } = read.value
  return (
    <section className="above-6" aria-labelledby="differential" data-testid="differential">
      <h2 className="h" id="differential">
        {t('opinions.differential.title')}{' '}
        {items.length === 0 ? null : <span className="muted">{listWords(read.value)}</span>}
      </h2>
      {why === null ? null : (
        <p className="small bad" data-testid="candidates-why">
          {messageText(why)}
        </p>
      )}
      {items.length === 0 ? (
        <p className="soft">{t('opinions.differential.none')}</p>
      ) : (
        <ol className="ddx">
          <li className="head" aria-hidden="true">
            <span />
            <span />
            <span>{t('opinions.differential.for')}</span>
            <span>{t('opinions.differential.against')}</span>
            <span>{t('opinions.differential.missing')}</span>
            <span>{t('opinions.wouldDecide')}</span>
          </li>
          {items.map((item, index) => (
            <DifferentialRow key={item.name} item={item} rank={index + 1} voices={voices} onOpen={onOpen} />
          ))}
        </ol>
      )}
      <div className="rule-top above-2 stack-4">
        <CheckNext checks={checkNext} />
        <RankHere consultation={consultation} />
      </div>
    </section>
  )
}

/** Where the list is from, and that it is no verdict where those who were asked are divided. */
function listWords({ voices, contested }: Differential): string {
  const named = voices.map((voice) => t(`opinions.voices.${voice}`)).join(', ')
  const from =
    voices.length === 0
      ? t('opinions.differential.fromPacks')
      : t('opinions.differential.fromVoices', { voices: named })
  const divided = contested.find(({ isContested }) => isContested)
  return divided ? `${from}; ${t(`opinions.differential.contested.${divided.from}`)}` : from
}

const SAMPLES = 3

/** The list of this computer, made by its model from the sources; and how firm its first choice is. */
function RankHere({ consultation }: { readonly consultation: string }) {
  const { id: matter } = useMatter()
  const client = useClient()
  const { status } = useShell()
  const { progress, isBusy, failure, start } = useLongWork(t('opinions.differential.unchanged'))
  const why = status.languageModel === null ? t('opinions.needsModel') : null
  const rank = () =>
    start(async (tell, signal) => {
      let [done, items] = [0, SAMPLES]
      for await (const event of await client.opinion.rank({ matter, consultation, samples: SAMPLES }, { signal })) {
        if (event.type === 'ranking-begin') items = event.names.length + SAMPLES
        else if (event.type !== 'ranked') done += 1
        tell(done, items)
      }
    })
  return (
    <div className="above-2">
      {progress ? (
        <StoppableProgress
          words={t('opinions.differential.ranking', {
            step: Math.min(progress.done + 1, progress.items),
            steps: progress.items,
          })}
          label={t('opinions.differential.progressLabel')}
          done={progress.done}
          all={progress.items}
          onStop={progress.stop}
        />
      ) : (
        <div className="btns">
          <Button isSmall isBusy={isBusy} whyOff={why} isWhyBeside onClick={() => void rank()}>
            {isBusy ? t('opinions.differential.rankingNow') : t('opinions.differential.rankHere')}
          </Button>
          <span className="small muted">{why ?? t('opinions.differential.rankHint', { count: SAMPLES })}</span>
        </div>
      )}
      <FailureNote failure={failure} />
    </div>
  )
}

const HITS = 3

/** What to look for next, each with a search in the documents of the matter. */
function CheckNext({ checks }: { readonly checks: Differential['checkNext'] }) {
  const [searched, setSearched] = useState<string | null>(null)
  if (checks.length === 0) return null
  return (
    <div>
      <h2 className="h">
        {t('opinions.differential.checkNext')} <span className="muted">{t('opinions.differential.inOrder')}</span>
      </h2>
      <ol className="dash" aria-label={t('opinions.differential.checkNext')}>
        {checks.map(({ text, of }) => (
          <li key={text}>
            {text} <span className="small muted">({of})</span>{' '}
            <button
              type="button"
              className="link small"
              aria-expanded={searched === text}
              aria-label={t('opinions.differential.searchFor', { text })}
              onClick={() => setSearched(searched === text ? null : text)}
            >
              {t('opinions.differential.search')}
            </button>
            {searched === text ? <Found question={text} /> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Found({ question }: { readonly question: string }) {
  const matter = useMatter()
  const found = useLoaded((of) => of.library.search, { matter: matter.id, question, limit: HITS })
  if (found.failure) return <FailureNote failure={found.failure} />
  if (!found.value) return null
  const words = searchedWords(question)
  return (
    <ul className="small soft above-1" aria-live="polite" data-testid="check-found">
      {found.value.hits.length === 0 ? <li>{t('opinions.differential.nothingFound')}</li> : null}
      {found.value.hits.map((hit) => (
        <li key={hit.rank}>
          <b>
            {sourceName(hit)}
            {hit.page === null ? '' : `, ${shortPageWords(hit.document, hit.page)}`}
          </b>{' '}
          <MarkedText runs={snippet(readableText(hit.text, hit.document), words)} />
        </li>
      ))}
    </ul>
  )
}

type Open = (side: SideName, claim: number | null, source: string) => void

type DifferentialRowProps = {
  readonly item: DifferentialItem
  readonly rank: number
  readonly voices: Differential['voices']
  readonly onOpen: Open
}

/** One candidate: who has it where, and its reasons, each with its source. */
export function DifferentialRow({ item, rank, voices, onOpen }: DifferentialRowProps) {
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
