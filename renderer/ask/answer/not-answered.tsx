import type { Answer, PassageSource, Source } from '../../../contract/answers/answer.ts'
import { openParts, openPartWords } from '../../../contract/answers/answer-words.ts'
import { Glyph } from '../../parts/glyph.tsx'
import { markWords, searchedWords } from '../../../wording/snippet.ts'
import { whereWords } from '../evidence/evidence-list.tsx'
import type { SourceOpener } from '../evidence/opened-source.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly answer: Pick<Answer, 'answerId' | 'question' | 'notAnswered' | 'state'>
  readonly evidence: readonly Source[]
  readonly opener: SourceOpener
}

/** Each part of the question that no confirmed sentence is known to answer, with the passages nearest to it. */
export function NotAnswered({ answer, evidence, opener }: Props) {
  const { answerId, state } = answer
  // Where nothing was found or written the state says it of the whole question.
  if (state === 'not-found' || state === 'not-written') return null
  return openParts(answer).map((part) => {
    const near = nearestTo(part, evidence)
    return (
      <div key={part} className="open-part" data-testid="not-answered">
        <span className="warn">
          <Glyph shape="none" />
        </span>
        <div>
          <p>
            <b>{openPartWords(part)}.</b>
          </p>
          {near.length > 0 ? (
            <p className="small soft">
              {t('ask.answer.nearest', { count: near.length })}{' '}
              {near.map((source) => (
                <button
                  key={source.source}
                  type="button"
                  className="cite place"
                  aria-label={`${source.source}, ${whereWords(source)}`}
                  onClick={() => opener.open(answerId, source.source, null)}
                >
                  {source.source}
                </button>
              ))}
            </p>
          ) : null}
        </div>
      </div>
    )
  })
}

const NEAREST = 3

/** Those with most words of the part; as they were found where several have as many. */
export function nearestTo(part: string, evidence: readonly Source[]): readonly PassageSource[] {
  const words = searchedWords(part)
  const counted = evidence.flatMap((source) => {
    if (source.kind !== 'passage') return []
    const text = source.text.toLowerCase()
    const count = words.filter((word) => markWords(text, [word]).some(({ isMarked }) => isMarked)).length
    return count > 0 ? [{ source, count }] : []
  })
  const most = Math.max(0, ...counted.map(({ count }) => count))
  return counted
    .filter(({ count }) => count > most / 2)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, NEAREST)
    .map(({ source }) => source)
}
