import type { Answer, Searched } from '../../contract/answer.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { StateMark } from '../parts/state-mark.tsx'
import { formatCount } from '../wording/format-count.ts'
import { namesOf } from './unsearched.tsx'

type Props = {
  readonly answer: Answer
  /** Where the passages are, seen from here. */
  readonly passages: 'above' | 'below'
}

/** A finding, not an error: what was searched, and what could not be looked in. */
export function NotFound({ answer: { searched, claims, sources }, passages }: Props) {
  return (
    <>
      <section className="rule-top mt-4" aria-label="Not found" data-testid="answer-state">
        <StateMark shape="none" tone="soft">
          Not found
        </StateMark>
        <h3 className="question mt-1 font-semibold">Your documents do not say.</h3>
        <p className="read soft mt-1.5 max-w-[36em]">
          {claims.length > 0
            ? 'No passage supports what the model wrote. It is shown below, marked.'
            : closestWords(sources.length, passages)}
        </p>
      </section>
      <WhatWasSearched {...searched} />
      <div className="btns mt-4">
        <PlaceLink className="btn small" to={{ name: 'library', libraryTab: 'documents' }}>
          Add documents…
        </PlaceLink>
      </div>
    </>
  )
}

function closestWords(sources: number, where: Props['passages']): string {
  return sources > 0 ? `The closest passages are shown ${where}.` : 'Nothing that was searched concerns the question.'
}

function WhatWasSearched(searched: Searched) {
  const { documents, pages, words, unknownWords, vectors, notYetRead, references, notReadable } = searched
  return (
    <dl className="kv sunk mt-4 grid-cols-[8.5rem_minmax(0,1fr)]">
      <dt>Searched</dt>
      <dd>
        {formatCount(documents, 'document')}, {formatCount(pages, 'page')}
        {vectors ? ', by words and by meaning' : ', by words only'}
      </dd>
      {references.length > 0 ? (
        <>
          <dt>With references</dt>
          <dd>{references.join(', ')}</dd>
        </>
      ) : null}
      {words.length > 0 ? (
        <>
          <dt>Words tried</dt>
          <dd>{words.join(', ')}</dd>
        </>
      ) : null}
      {unknownWords.length > 0 ? (
        <>
          <dt>In no document</dt>
          <dd>{unknownWords.join(', ')}</dd>
        </>
      ) : null}
      {notYetRead.length > 0 ? (
        <>
          <dt>Not read yet</dt>
          <dd>{namesOf(notYetRead)}</dd>
        </>
      ) : null}
      {notReadable.length > 0 ? (
        <>
          <dt>Could not look in</dt>
          <dd className="grid gap-1">
            {notReadable.map(({ document, reason }) => (
              <span key={document}>
                <span className="warn">
                  <Glyph shape="caution" />
                </span>{' '}
                {document}: {reason}
              </span>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  )
}
