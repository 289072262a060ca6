import { useState } from 'react'
import type { Claim, ConclusionSource, PassageSource, Verdict } from '../../../contract/answers/answer.ts'
import type { Fact, FactInput } from '../../../contract/knowledge/fact.ts'
import { insteadWords, quotedWords } from '../../../contract/answers/answer-words.ts'
import { replacedByAnswer, useFactActions } from '../../facts/fact-actions.ts'
import { FactColumn } from '../../facts/fact-column.tsx'
import { useFactForm, useFacts } from '../../facts/use-fact-data.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { AsideColumn } from '../../viewer/aside-column.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { VerdictMark } from '../../parts/marks.tsx'
import { ConclusionReasons } from '../../proof/conclusion-reasons.tsx'
import { PROOF_HOME, type ProofTools } from '../../proof/proof-tools.ts'
import { useMatter } from '../../state/shell-context.ts'
import { ownDocument, SourceViewer } from '../../viewer/source-viewer.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { documentName } from '../../../wording/document-name.ts'
import { formatDate } from '../../../wording/format-time.ts'
import { quoted, sentenceCase } from '../../../wording/phrases.ts'
import { withoutMarks } from '../live-answer.ts'
import { CardColumn } from './card-column.tsx'
import { type OpenedSource, pageOf, spansOf } from './opened-source.ts'
import type { BlockParts } from '../threads.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly cited: Pick<BlockParts, 'sources' | 'ranked' | 'claims'> | null
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
      <AsideColumn
        label={t('ask.source.lesson')}
        isPlain
        isWide
        isOpened={opened.isOnPurpose}
        focusKey={opened.times}
        onClose={onClose}
      >
        <ViewerBar {...bar} title={t('ask.source.lessonTitle')} />
        <CardColumn key={`${opened.answerId} ${source.source}`} source={source} answerId={opened.answerId} />
      </AsideColumn>
    )
  if (source.kind === 'conclusion')
    return (
      <AsideColumn
        label={t('ask.source.proof')}
        isPlain
        isWide
        isOpened={opened.isOnPurpose}
        focusKey={opened.times}
        onClose={onClose}
      >
        <ConclusionColumn
          key={`${opened.answerId} ${source.source}`}
          source={source}
          claim={claim}
          bar={<ViewerBar {...bar} isRule title={t('ask.source.proofTitle')} />}
        />
      </AsideColumn>
    )
  const spans = spansOf(source, claim, cited.claims)
  const page = pageOf(source, claim)
  return (
    <AsideColumn label={t('ask.source.source')} isOpened={opened.isOnPurpose} focusKey={opened.times} onClose={onClose}>
      <ViewerBar {...bar} title={documentName(source.document)} documentId={ownDocument(source)} page={page} />
      <SourceViewer
        matter={matter.id}
        source={source}
        page={page}
        spans={spans}
        detail={<Detail source={source} claim={claim} ranked={cited.ranked} />}
      />
    </AsideColumn>
  )
}

function NothingOpened({ onClose }: Pick<Props, 'onClose'>) {
  return (
    <AsideColumn label={t('ask.source.source')} isOpened={false} focusKey="" onClose={onClose}>
      <div className="bar">
        <h2>{t('ask.source.source')}</h2>
      </div>
      <p className="soft inset-4">{t('ask.source.nothingOpened')}</p>
    </AsideColumn>
  )
}

type DetailProps = {
  readonly source: PassageSource
  readonly claim: Claim | null
  readonly ranked: readonly string[]
}

function Detail({ source, claim, ranked }: DetailProps) {
  const citation = claim?.citations.filter((one) => 'quote' in one).find((one) => one.source === source.source)
  if (!claim)
    return (
      <section className="detail">
        <h3 className="h">{t('ask.source.passage', { source: source.source })}</h3>
        <p>{t('ask.source.rank', { rank: ranked.indexOf(source.source) + 1, all: ranked.length })}</p>
      </section>
    )
  return (
    <section className="detail">
      <h3 className="h">
        {t('ask.source.sentence', { number: claim.index + 1 })} <VerdictMark verdict={claim.verdict} />
      </h3>
      {claim.verdict === 'contradicted' ? (
        <Contradiction claim={claim} />
      ) : citation?.quote ? (
        <blockquote>{quoted(quotedWords(citation.quote))}</blockquote>
      ) : null}
      <p>{verdictWords(claim.verdict, citation?.quote ?? '')}</p>
    </section>
  )
}

/** The sentence and what the page says, one above the other. */
function Contradiction({ claim }: { readonly claim: Claim }) {
  const instead = insteadWords(claim)
  return (
    <dl className="kv">
      <dt>{t('ask.source.sentenceLabel')}</dt>
      <dd>{withoutMarks(claim.text)}</dd>
      {instead ? (
        <>
          <dt>{instead.of}</dt>
          <dd>{quoted(instead.words)}</dd>
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
          {source.holds === 'unknown' ? <b className="bad">{t('ask.evidence.open')} </b> : null}
          {source.summary} {t('ask.source.asOf', { day: formatDate(source.asOf) })}
        </p>
        <FailureNote failure={actions.failure} />
        <p className="small" role="status">
          {isRecorded ? t('ask.source.recorded') : ''}
        </p>
        <ConclusionReasons conclusion={source} tools={tools} />
        <p className="small">
          <PlaceLink to={{ name: 'facts', factsTab: 'conclusions' }}>{t('ask.source.conclusionsNow')}</PlaceLink>
        </p>
      </div>
    </>
  )
}

function ClaimVerdict({ claim: { index, verdict } }: { readonly claim: Claim }) {
  return (
    <section className="detail">
      <h3 className="h">
        {t('ask.source.sentence', { number: index + 1 })} <VerdictMark verdict={verdict} />
      </h3>
      <p>{verdictWords(verdict, '')}</p>
    </section>
  )
}

/** What a verdict means for this quote, beside its page. */
function verdictWords(verdict: Verdict, quote: string): string {
  const count = quote.split(/\s+/).filter(Boolean).length
  if (verdict === 'verbatim') return t('verdicts.atPage.verbatim', { count })
  if (verdict === 'computed' && count > 0) return t('verdicts.atPage.counted')
  return t(`verdicts.atPage.${verdict}`)
}
