import { listWords, quoted } from '../../../wording/phrases.ts'
import type { Citation, Claim } from '../../../contract/answers/answer.ts'
import { insteadWords, quotedWords } from '../../../contract/answers/answer-words.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { VerdictMark } from '../../parts/marks.tsx'
import { draftSentences, isWriting, type LiveAnswer, withoutMarks } from '../live-answer.ts'
import { Differences, NotInLibrary, Sentence } from './sentence.tsx'
import { whereWords } from '../evidence/evidence-list.tsx'
import type { SourceOpener } from '../evidence/opened-source.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly answerId: string | null
  readonly claims: readonly Claim[]
  /** While it is being written. */
  readonly live: LiveAnswer | null
  readonly opener: SourceOpener
}

/** The answer, sentence by sentence. Checked sentences first, then those being checked, then the one being written. */
export function ClaimList({ answerId, claims, live, opener }: Props) {
  if (claims.length === 0 && !live?.draft.trim()) return null
  const { opened } = opener
  const current = opened?.answerId === answerId ? opened.claim : null
  return (
    <ol ref={rovingList} className="claims" aria-label={t('ask.sentences.title')}>
      {claims.map((claim) => (
        <ClaimItem
          key={claim.index}
          claim={claim}
          isCurrent={claim.index === current}
          onFollow={() => opener.follow(answerId, claim.citations[0]?.source ?? null, claim.index)}
          onOpen={(source) => opener.open(answerId, source, claim.index)}
        />
      ))}
      {live ? <Draft live={live} /> : null}
    </ol>
  )
}

function Draft({ live }: { readonly live: LiveAnswer }) {
  const { complete, writing } = draftSentences(live.draft)
  const first = live.claims.length + 1
  return (
    <>
      {complete.map((sentence, index) => (
        // A sentence keeps its number for as long as it is a draft.
        <li key={first + index}>
          <span className="no">{first + index}</span>
          <span className="say">{sentence}</span>
          <VerdictMark verdict="pending" />
        </li>
      ))}
      {writing ? (
        // Read out once it is whole.
        <li aria-hidden="true">
          <span className="no">{first + complete.length}</span>
          <span className="say">
            {writing}
            {isWriting(live) ? <span className="caret" /> : null}
          </span>
          <span />
        </li>
      ) : null}
    </>
  )
}

type ClaimItemProps = {
  readonly claim: Claim
  readonly isCurrent: boolean
  readonly onFollow: () => void
  readonly onOpen: (source: string) => void
}

/** A sentence, its source marks and, in the margin, how far they support it. */
export function ClaimItem({ claim, isCurrent, onFollow, onOpen }: ClaimItemProps) {
  const { index, verdict, citations } = claim
  const first = citations[0]
  const proof = citations.find((citation) => 'rule' in citation)
  const kind = [
    index === 0 && 'lead',
    verdict === 'unsupported' && 'unsup',
    verdict === 'contradicted' && 'contra',
    isCurrent && 'focus',
  ].filter(Boolean)
  return (
    <li
      {...{ [ROVING]: '' }}
      className={kind.join(' ')}
      data-testid="claim"
      tabIndex={-1}
      aria-current={isCurrent ? 'true' : undefined}
      onFocus={onFollow}
      onKeyDown={(event) => {
        // Enter opens its source, Space its proof.
        const wanted = { Enter: first, ' ': proof }[event.key]
        if (event.target !== event.currentTarget || !wanted) return
        event.preventDefault()
        onOpen(wanted.source)
      }}
    >
      <span className="no">{index + 1}</span>
      <span className="say">
        <Said claim={claim} marks={<Marks citations={citations} onOpen={onOpen} />} />
        <Why claim={claim} />
        <NotInLibrary authorities={claim.authorities} />
      </span>
      <VerdictMark verdict={verdict} />
    </li>
  )
}

type MarksProps = Pick<Claim, 'citations'> & Pick<ClaimItemProps, 'onOpen'>

function Marks({ citations, onOpen }: MarksProps) {
  return sourcesOf(citations).map((citation) => (
    <button
      key={citation.source}
      type="button"
      className={'rule' in citation ? 'cite r' : 'cite'}
      data-testid="citation"
      aria-label={`${citation.source}, ${'rule' in citation ? t('ask.sentences.byRule', { rule: citation.rule }) : whereWords(citation)}`}
      onClick={() => onOpen(citation.source)}
    >
      {citation.source}
    </button>
  ))
}

/** A contradicted sentence is struck, and the words of the page follow it. */
function Said({ claim, marks }: { readonly claim: Claim; readonly marks: React.ReactNode }) {
  const instead = insteadWords(claim)
  const text = withoutMarks(quotedWords(claim.text))
  if (claim.verdict !== 'contradicted')
    return (
      <>
        <span className="sentence">
          <Sentence text={text} authorities={claim.authorities} />
        </span>
        {marks}
      </>
    )
  return (
    <>
      <del className="sentence struck">{text}</del>
      {instead ? (
        <span className="instead">
          <span className="lab">{instead.of}:</span>
          {quoted(instead.words)}
          {marks}
        </span>
      ) : (
        marks
      )}
    </>
  )
}

/** The second line: only where it changes what one may do. */
function Why({ claim }: { readonly claim: Claim }) {
  const { verdict, absent, differences, differsFrom, disagreesWith, citations, judged } = claim
  const differing = differsFrom.length > 0 ? <span className="why">{differingWords(verdict, differsFrom)}</span> : null
  if (verdict === 'contradicted') return differing
  if (verdict === 'unsupported') return differing ?? <span className="why">{unsupportedWords(citations)}</span>
  return (
    <>
      {differing}
      {disagreesWith.length > 0 ? <span className="why">{disagreementWords(disagreesWith)}</span> : null}
      {judged ? <span className="why">{t('ask.sentences.judged', judged)}</span> : null}
      <Differences differences={differences} areAll={absent.length === 0} />
      <Absent words={absent} />
    </>
  )
}

function Absent({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <span className="why">
      {t.rich('ask.sentences.absent', {
        words: () =>
          words.map((word, index) => (
            <span key={word}>
              {index > 0 ? ', ' : ''}
              <span className="absent-word">{word}</span>
            </span>
          )),
      })}
    </span>
  )
}

function disagreementWords(others: Claim['disagreesWith']): string {
  const numbers = others.map((index) => String(index + 1))
  return t('ask.sentences.disagrees', { count: numbers.length, numbers: listWords(numbers) })
}

function unsupportedWords(citations: readonly Citation[]): string {
  const isOfRule = citations.some((citation) => 'rule' in citation)
  return isOfRule ? t('ask.sentences.otherRule') : t('ask.sentences.noSource')
}

function sourcesOf(citations: readonly Citation[]): readonly Citation[] {
  return citations.filter(
    (citation, index) => citations.findIndex(({ source }) => source === citation.source) === index,
  )
}

/** Beside a sentence with another value than rules compute: a document may rightly say so, a model's own words are not to be relied on. */
export function differingWords(verdict: Claim['verdict'], differsFrom: readonly string[]): string {
  const kind = verdict === 'verbatim' || verdict === 'unsupported' ? verdict : 'other'
  return t(`ask.sentences.differs.${kind}`, { rules: listWords(differsFrom), count: differsFrom.length })
}
