import { useState } from 'react'
import type { Claim, ConclusionSource, PassageSource, Verdict } from '../../../contract/answers/answer.ts'
import type { Fact, FactInput } from '../../../contract/knowledge/fact.ts'
import { insteadWords, quotedWords } from '../../../contract/answers/answer-words.ts'
import { replacedByAnswer, useFactActions } from '../../facts/fact-actions.ts'
import { FactColumn } from '../../facts/fact-column.tsx'
import { useFactForm, useFacts } from '../../facts/use-fact-data.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { AsideColumn } from '../../parts/aside-column.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { VerdictMark } from '../../parts/marks.tsx'
import { ConclusionReasons } from '../../proof/conclusion-reasons.tsx'
import { PROOF_HOME, type ProofTools } from '../../proof/proof-tools.ts'
import { useMatter } from '../../state/shell-context.ts'
import { SourceViewer } from '../../viewer/source-viewer.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { documentName } from '../../../wording/document-name.ts'
import { formatCount, formatNumber } from '../../../wording/format-quantity.ts'
import { formatDate } from '../../../wording/format-time.ts'
import { sentenceCase } from '../../../wording/phrases.ts'
import { withoutMarks } from '../asking/draft.ts'
import { CardColumn } from './card-column.tsx'
import { type OpenedSource, pageOf, spansOf } from './opened-source.ts'
import type { BlockParts } from '../threads.ts'

type Props = {
  readonly cited: Pick<BlockParts, 'sources' | 'claims'> | null
  readonly opened: OpenedSource | null
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** The right column of Ask: the page of the source that is opened, with its words marked. */
export function EvidenceColumn({ cited, opened, onStep, onClose }: Props) {
  const matter = useMatter()
  const at = cited?.sources.findIndex(({ source }) => source === opened?.source) ?? -1
  const source = cited?.sources[at]
  if (!cited || !opened || !source) return <NothingOpened onClose={onClose} />
  const claim = cited.claims.find(({ index }) => index === opened.claim) ?? null
  const bar = { mark: source.source, at: at + 1, all: cited.sources.length, onStep, onClose }
  if (source.kind === 'card')
    return (
      <AsideColumn label="Card" isPlain isWide isOpened={opened.isOnPurpose} focusKey={opened.times} onClose={onClose}>
        <ViewerBar {...bar} title="General knowledge" />
        <CardColumn key={`${opened.answerId} ${source.source}`} source={source} answerId={opened.answerId} />
      </AsideColumn>
    )
  if (source.kind === 'conclusion')
    return (
      <AsideColumn label="Proof" isPlain isWide isOpened={opened.isOnPurpose} focusKey={opened.times} onClose={onClose}>
        <ConclusionColumn
          key={`${opened.answerId} ${source.source}`}
          source={source}
          claim={claim}
          bar={<ViewerBar {...bar} isRule title="Computed by rules" />}
        />
      </AsideColumn>
    )
  const spans = spansOf(source, claim, cited.claims)
  return (
    <AsideColumn label="Source" isOpened={opened.isOnPurpose} focusKey={opened.times} onClose={onClose}>
      <ViewerBar {...bar} title={documentName(source.document)} />
      <SourceViewer
        matter={matter.id}
        source={source}
        page={pageOf(source, claim)}
        spans={spans}
        detail={<Detail source={source} claim={claim} spans={spans} rank={at + 1} all={cited.sources.length} />}
      />
    </AsideColumn>
  )
}

function NothingOpened({ onClose }: Pick<Props, 'onClose'>) {
  return (
    <AsideColumn label="Source" isOpened={false} focusKey="" onClose={onClose}>
      <div className="bar">
        <h2>Source</h2>
      </div>
      <p className="soft inset-4">Open a source mark to see its page here, with the words marked.</p>
    </AsideColumn>
  )
}

type DetailProps = {
  readonly source: PassageSource
  readonly claim: Claim | null
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly rank: number
  readonly all: number
}

function Detail({ source, claim, spans, rank, all }: DetailProps) {
  const first = spans[0]
  const characters = first ? `Characters ${formatNumber(first.start)}–${formatNumber(first.end)}.` : ''
  const citation = claim?.citations.filter((one) => 'quote' in one).find((one) => one.source === source.source)
  if (!claim)
    return (
      <section className="detail">
        <h3 className="h">Passage {source.source}</h3>
        <p>
          Found for this question, rank {rank} of {all}. {characters}
        </p>
      </section>
    )
  return (
    <section className="detail">
      <h3 className="h">
        Sentence {claim.index + 1} <VerdictMark verdict={claim.verdict} />
      </h3>
      {claim.verdict === 'contradicted' ? (
        <Contradiction claim={claim} />
      ) : citation?.quote ? (
        <blockquote>“{quotedWords(citation.quote)}”</blockquote>
      ) : null}
      <p>
        {verdictWords(claim.verdict, citation?.quote ?? '')} {characters}
      </p>
    </section>
  )
}

/** The sentence and what the page says, one above the other. */
function Contradiction({ claim }: { readonly claim: Claim }) {
  const instead = insteadWords(claim)
  return (
    <dl className="kv">
      <dt>Sentence</dt>
      <dd>{withoutMarks(claim.text)}</dd>
      {instead ? (
        <>
          <dt>{instead.of}</dt>
          <dd>“{instead.words}”</dd>
        </>
      ) : null}
    </dl>
  )
}

type ConclusionColumnProps = {
  readonly source: ConclusionSource
  /** The sentence from which it was opened. */
  readonly claim: Claim | null
  /** The head of the column. */
  readonly bar: React.ReactNode
}

/** A conclusion that an answer rests on, with its proof as it was on the day of the question. */
function ConclusionColumn({ source, claim, bar }: ConclusionColumnProps) {
  const matter = useMatter().id
  const facts = useFacts(matter).value ?? []
  const form = useFactForm(matter).value
  const actions = useFactActions(matter)
  const [opened, setOpened] = useState<Fact | null>(null)
  const [isRecorded, setRecorded] = useState(false)
  const relations = form?.relations ?? []
  if (opened) return <FactColumn fact={opened} facts={facts} relations={relations} onClose={() => setOpened(null)} />
  const answer = async (input: FactInput) => {
    const isDone = await actions.set(input, (now) => replacedByAnswer(input, now))
    if (isDone) setRecorded(true)
    return isDone
  }
  const tools: ProofTools = {
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    relations,
    onOpenFact: setOpened,
    onAnswer: isRecorded ? null : answer,
    asked: new Set(),
  }
  return (
    <>
      {bar}
      <div {...{ [PROOF_HOME]: '' }} className="stack-3 inset-4" data-testid="concluded">
        {claim ? <ClaimVerdict claim={claim} /> : null}
        <p className="thus">{sentenceCase(source.sentence)}</p>
        <p className="small soft">
          {source.holds === 'unknown' ? <b className="bad">Open. </b> : null}
          {source.summary} As of {formatDate(source.asOf)}, the day for which it was asked.
        </p>
        <FailureNote failure={actions.failure} />
        <p className="small" role="status">
          {isRecorded ? 'Recorded. This answer stays as it was: ask again to have it used.' : ''}
        </p>
        <ConclusionReasons conclusion={source} tools={tools} />
        <p className="small">
          <PlaceLink to={{ name: 'facts', factsTab: 'conclusions' }}>What follows from the facts now</PlaceLink>
        </p>
      </div>
    </>
  )
}

function ClaimVerdict({ claim: { index, verdict } }: { readonly claim: Claim }) {
  return (
    <section className="detail">
      <h3 className="h">
        Sentence {index + 1} <VerdictMark verdict={verdict} />
      </h3>
      <p>{verdictWords(verdict, '')}</p>
    </section>
  )
}

/** What a verdict means for this quote, beside its page. */
function verdictWords(verdict: Verdict, quote: string): string {
  const words = quote.split(/\s+/).filter(Boolean).length
  switch (verdict) {
    case 'verbatim':
      return words === 1
        ? 'The quoted word is on this page.'
        : `All ${formatCount(words, 'word')} of the quote are on this page, in this order.`
    case 'close':
      return 'The wording is close to the page, not the same. Compare before quoting it.'
    case 'supported':
      return 'Other words; these confirm each thing, number, date, name and negation in it.'
    case 'contradicted':
      return 'These words say otherwise of the same thing.'
    case 'computed':
      return words === 0
        ? 'Computed by a rule; its proof shows each step.'
        : 'Counted or added by the program from these words and the others that are cited.'
    case 'unchecked':
      return 'Cites this source. Not confirmed: read it before relying on the sentence.'
    case 'unsupported':
      return 'No passage supports this sentence. Shown is a passage found for the question.'
  }
}
