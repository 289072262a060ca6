import type { ConclusionSource, PassageSource, Source } from '../../../contract/answers/answer.ts'
import type { CardSource } from '../../../contract/knowledge/card.ts'
import { packName, usePackNames } from '../../knowledge/pack-names.ts'
import { Button } from '../../parts/button.tsx'
import { MarkedText } from '../../parts/marks.tsx'
import { ARROWS_ONLY, ROVING, rovingList } from '../../keys/roving-list.ts'
import { documentName, sourceName } from '../../../wording/document-name.ts'
import { pageWords, shortPageWords } from '../../../contract/page-unit.ts'
import { formatSeconds } from '../../../wording/format-time.ts'
import { sentenceCase } from '../../../wording/phrases.ts'
import { markWords, searchedWords, snippet } from '../../../wording/snippet.ts'
import type { SourceOpener } from './opened-source.ts'
import { FileName } from '../../parts/file-name.tsx'
import { readableLine, readableText } from '../../../wording/readable-text.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly answerId: string | null
  readonly question: string
  readonly sources: readonly Source[]
  readonly evidenceMs: number | null
  /** Over an answer one line each; where nothing was written, the passages themselves. */
  readonly kind: 'evidence' | 'passages' | 'closest'
  readonly opener: SourceOpener
}

/** The passages found for a question. Once shown it never changes, so nothing moves while one reads. */
export function EvidenceList({ answerId, question, sources, evidenceMs, kind, opener }: Props) {
  const words = searchedWords(question)
  const { opened } = opener
  const counts = countWords(sources)
  const found = evidenceMs === null ? counts : t('ask.evidence.found', { counts, time: formatSeconds(evidenceMs) })
  return (
    <section
      className={kind === 'evidence' ? 'evidence' : 'evidence full'}
      aria-label={t(`ask.evidence.for.${kind}`, { question })}
      data-testid="evidence"
    >
      <h3 className="h">
        {t(`ask.evidence.titles.${kind}`)}{' '}
        <span className="muted">{kind === 'closest' ? t('ask.evidence.notAnswer') : found}</span>
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
  return (['passage', 'conclusion', 'card'] as const)
    .map((kind) => ({ kind, count: sources.filter((source) => source.kind === kind).length }))
    .filter(({ kind, count }) => kind === 'passage' || count > 0)
    .map(({ kind, count }) => t(`ask.evidence.counts.${kind}`, { count }))
    .join(', ')
}

function markWordsOf(source: Source): string {
  if (source.kind === 'card') return t('ask.evidence.general', { title: source.title })
  return source.kind === 'conclusion' ? t('ask.sentences.byRule', { rule: ruleTitle(source) }) : whereWords(source)
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
        <b>
          <FileName name={documentName(source.document)} />
        </b>{' '}
        <span className="part">{partWords(source)}</span>
      </span>
      <span className="snip">
        <MarkedText runs={snippet(readableText(source.text, source.document), words)} />
      </span>
    </>
  )
}

function ConcludedLine({ source }: ConcludedProps) {
  const pack = usePackOf(source)
  return (
    <>
      <span className="where">
        <b>{ruleTitle(source)}</b>{' '}
        <span className="part">{pack ? t('ask.evidence.ruleOfPack', { pack }) : t('ask.evidence.rule')}</span>
      </span>
      <span className="snip" title={source.sentence}>
        {source.holds === 'unknown' ? <b className="bad">{t('ask.evidence.open')} </b> : null}
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
        {source.holds === 'unknown' ? <b className="bad">{t('ask.evidence.open')} </b> : null}
        {source.summary} <ConcludedBy source={source} />
      </p>
    </div>
  )
}

function CardLine({ source: { title, summary } }: CardProps) {
  return (
    <>
      <span className="where" title={title}>
        <b>{title}</b> <span className="part">{t('ask.evidence.lesson')}</span>
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
      <p className="small origin-words">{t.rich('ask.evidence.lessonUsed', { title, b: strong })}</p>
    </div>
  )
}

function ConcludedBy({ source }: ConcludedProps) {
  const rule = ruleTitle(source)
  const pack = usePackOf(source)
  return pack === null
    ? t.rich('ask.evidence.concludedBy', { rule, b: strong })
    : t.rich('ask.evidence.concludedByPack', { rule, pack, b: strong })
}

function strong(chunks: React.ReactNode): React.ReactNode {
  return <b>{chunks}</b>
}

/** As its author calls it. */
function ruleTitle({ rule, proof }: ConclusionSource): string {
  return proof.grounds[0]?.title ?? rule
}

/** What its pack is called; null where nothing is recorded of it. */
function usePackOf({ proof }: ConclusionSource): string | null {
  const names = usePackNames()
  const [ground] = proof.grounds
  return ground ? packName(names, ground.pack) : null
}

function Passage({ source, words }: RowProps) {
  return (
    <div>
      <p className="read">
        {t.rich('answers.quotedText', {
          words: () => <MarkedText runs={markWords(readableLine(source.text, source.document), words)} />,
        })}
      </p>
      <p className="small origin-words">
        <b>{sourceName(source)}</b>
        {source.page === null ? '. ' : ` ${shortPageWords(source.document, source.page)}. `}
        <span className="muted">
          {[source.section && `${source.section}.`, source.byOcr ? t('ask.evidence.scanned') : '', alsoIn(source)]
            .filter(Boolean)
            .join(' ')}
        </span>
      </p>
    </div>
  )
}

/** Where nearly the same passage stands as well. */
function alsoIn({ alsoIn: others = [] }: PassageSource): string {
  if (others.length === 0) return ''
  return t('ask.evidence.alsoIn', { count: others.length, names: others.map(documentName).join(', ') })
}

/** `p. 14, by OCR, 12. Notices`; the section alone where a format has no pages. */
function partWords({ reference, document, page, byOcr, section }: PassageSource): string {
  const library = reference === null ? '' : t('ask.evidence.reference', { reference })
  return [library, page === null ? '' : shortPageWords(document, page), byOcr ? t('ask.evidence.byOcr') : '', section]
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
