import type { ConclusionSource, PassageSource, Source } from '../../../contract/answers/answer.ts'
import type { CardSource } from '../../../contract/knowledge/card.ts'
import { Button } from '../../parts/button.tsx'
import { MarkedText } from '../../parts/marks.tsx'
import { ARROWS_ONLY, ROVING, rovingList } from '../../keys/roving-list.ts'
import { alsoInWords, documentName, sourceName } from '../../../wording/document-name.ts'
import { pageWords, shortPageWords } from '../../../contract/page-unit.ts'
import { formatCount } from '../../../wording/format-quantity.ts'
import { formatSeconds } from '../../../wording/format-time.ts'
import { sentenceCase } from '../../../wording/phrases.ts'
import { markWords, searchedWords, snippet } from '../../../wording/snippet.ts'
import type { SourceOpener } from './opened-source.ts'

type Props = {
  readonly answerId: string | null
  readonly question: string
  readonly sources: readonly Source[]
  readonly evidenceMs: number | null
  /** Over an answer one line each; where nothing was written, the passages themselves. */
  readonly kind: 'evidence' | 'passages' | 'closest'
  readonly opener: SourceOpener
}

const TITLES = { evidence: 'Evidence', passages: 'Passages', closest: 'Closest passages' } as const

/** The passages found for a question. Once shown it never changes, so nothing moves while one reads. */
export function EvidenceList({ answerId, question, sources, evidenceMs, kind, opener }: Props) {
  const words = searchedWords(question)
  const { opened } = opener
  const count = countWords(sources)
  const time = evidenceMs === null ? '' : `, found in ${formatSeconds(evidenceMs)}`
  return (
    <section
      className={kind === 'evidence' ? 'evidence' : 'evidence full'}
      aria-label={`${TITLES[kind]} for: ${question}`}
      data-testid="evidence"
    >
      <h3 className="h">
        {TITLES[kind]} <span className="muted">{kind === 'closest' ? 'not an answer' : count + time}</span>
      </h3>
      <ul ref={rovingList}>
        {sources.map((source) => {
          const isCurrent = opened?.answerId === answerId && opened.source === source.source && opened.claim === null
          const open = () => opener.open(answerId, source.source, null)
          return (
            <li key={source.source}>
              <Button
                {...{ [ROVING]: kind === 'evidence' ? ARROWS_ONLY : '' }}
                className={source.kind === 'conclusion' ? 'src r' : 'src'}
                look="link"
                aria-label={`${source.source}, ${markWordsOf(source)}`}
                aria-current={isCurrent ? 'true' : undefined}
                onClick={open}
              >
                {source.source}
              </Button>
              <Row source={source} words={words} isLine={kind === 'evidence'} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function countWords(sources: readonly Source[]): string {
  const count = (kind: Source['kind']) => sources.filter((source) => source.kind === kind).length
  const [conclusions, cards] = [count('conclusion'), count('card')]
  return [
    formatCount(count('passage'), 'passage'),
    ...(conclusions > 0 ? [formatCount(conclusions, 'conclusion')] : []),
    ...(cards > 0 ? [formatCount(cards, 'card')] : []),
  ].join(', ')
}

function markWordsOf(source: Source): string {
  if (source.kind === 'card') return `general knowledge: ${source.title}`
  return source.kind === 'conclusion' ? `computed by rule ${source.rule}` : whereWords(source)
}

type AnyRowProps = { readonly source: Source; readonly words: readonly string[]; readonly isLine: boolean }

function Row({ source, words, isLine }: AnyRowProps) {
  if (source.kind === 'card') return isLine ? <CardLine source={source} /> : <UsedCard source={source} />
  if (source.kind === 'conclusion') return isLine ? <ConcludedLine source={source} /> : <Concluded source={source} />
  return isLine ? <Line source={source} words={words} /> : <Passage source={source} words={words} />
}

type CardProps = { readonly source: CardSource }
type ConcludedProps = { readonly source: ConclusionSource }
type RowProps = { readonly source: PassageSource; readonly words: readonly string[] }

function Line({ source, words }: RowProps) {
  return (
    <>
      <span className="where" title={source.document}>
        <b>{documentName(source.document)}</b> <span className="part">{partWords(source)}</span>
      </span>
      <span className="snip">
        <MarkedText runs={snippet(source.text, words)} />
      </span>
    </>
  )
}

function ConcludedLine({ source }: ConcludedProps) {
  return (
    <>
      <span className="where">
        <b>{source.rule}</b> <span className="part">rule{packWords(source)}</span>
      </span>
      <span className="snip" title={source.sentence}>
        {source.holds === 'unknown' ? <b className="bad">Open. </b> : null}
        {sentenceCase(source.sentence)}. {source.summary}
      </span>
    </>
  )
}

function Concluded({ source }: ConcludedProps) {
  return (
    <div>
      <p className="read">{sentenceCase(source.sentence)}.</p>
      <p className="small origin-words">
        {source.holds === 'unknown' ? <b className="bad">Open. </b> : null}
        {source.summary} <b>{source.rule}</b> rule{packWords(source)}.
      </p>
    </div>
  )
}

function CardLine({ source: { title, summary } }: CardProps) {
  return (
    <>
      <span className="where" title={title}>
        <b>{title}</b> <span className="part">card, used</span>
      </span>
      <span className="snip" title={summary}>
        {summary}
      </span>
    </>
  )
}

function UsedCard({ source: { title, summary } }: CardProps) {
  return (
    <div>
      <p className="read">{summary}</p>
      <p className="small origin-words">
        <b>{title}</b> card, used. General knowledge: no sentence relies on it alone.
      </p>
    </div>
  )
}

function packWords({ proof }: ConclusionSource): string {
  const pack = proof.grounds[0]?.pack
  return pack ? `, ${pack}` : ''
}

function Passage({ source, words }: RowProps) {
  return (
    <div>
      <p className="read">
        “<MarkedText runs={markWords(source.text.replace(/\s+/g, ' ').trim(), words)} />”
      </p>
      <p className="small origin-words">
        <b>{sourceName(source)}</b>
        {source.page === null ? '. ' : ` ${shortPageWords(source.document, source.page)}. `}
        <span className="muted">
          {[source.section, source.byOcr ? 'Recognised from a scan: check the page' : '', alsoIn(source)]
            .filter(Boolean)
            .map((part) => `${part}.`)
            .join(' ')}
        </span>
      </p>
    </div>
  )
}

/** Where nearly the same passage stands as well. */
function alsoIn({ alsoIn: others = [] }: PassageSource): string {
  const words = alsoInWords(others)
  return words === '' ? '' : `${sentenceCase(words)} (${others.map(documentName).join(', ')})`
}

/** `p. 14, by OCR, 12. Notices`; the section alone where a format has no pages. */
function partWords({ reference, document, page, byOcr, section }: PassageSource): string {
  const library = reference === null ? '' : `Reference: ${reference}`
  return [library, page === null ? '' : shortPageWords(document, page), byOcr ? 'by OCR' : '', section]
    .filter(Boolean)
    .join(', ')
}

/** A source in words, for those who cannot see the mark. */
export function whereWords({
  document,
  reference,
  page,
}: Pick<PassageSource, 'document' | 'reference' | 'page'>): string {
  const name = sourceName({ document, reference })
  return page === null ? name : `${name}, ${pageWords(document, page)}`
}
