import type { Claim, PassageSource } from '../../contract/answer.ts'
import { insteadWords, quotedWords } from '../../contract/quoted-words.ts'
import { AsideColumn } from '../parts/aside-column.tsx'
import { VerdictMark } from '../parts/verdict-mark.tsx'
import { useMatter } from '../state/shell-context.ts'
import { SourceViewer } from '../viewer/source-viewer.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { documentName } from '../wording/document-name.ts'
import { formatNumber } from '../wording/format-count.ts'
import type { BlockParts } from './blocks.ts'
import { CardColumn } from './card-column.tsx'
import { ConclusionColumn } from './conclusion-column.tsx'
import { withoutMarks } from './draft.ts'
import { type OpenedSource, pageOf, spansOf } from './opened-source.ts'
import { verdictWords } from './verdict-words.ts'

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
      <p className="soft p-4">Open a source mark to see its page here, with the words marked.</p>
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
