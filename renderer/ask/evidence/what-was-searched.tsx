import type { Answer, Searched } from '../../../contract/answers/answer.ts'
import { RulesNotUsed } from '../../facts/matter-law.tsx'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { documentName } from '../../../wording/document-name.ts'
import { formatCount } from '../../../wording/format-quantity.ts'
import { listWords } from '../../../wording/phrases.ts'

type Props = {
  readonly answer: Answer
  /** Where the passages are, seen from here. */
  readonly passages: 'above' | 'below'
}

/** A finding, not an error: what was searched, and what could not be looked in. */
export function NotFound({ answer: { searched, claims, sources }, passages }: Props) {
  return (
    <>
      <section className="rule-top above-4" aria-label="Not found" data-testid="answer-state">
        <StateMark shape="none" tone="soft">
          Not found
        </StateMark>
        <h3 className="question above-1">Your documents do not say.</h3>
        <p className="read soft not-found-words">
          {claims.length > 0
            ? 'No passage supports what the model wrote. It is shown below, marked.'
            : closestWords(sources.length, passages)}
        </p>
      </section>
      <WhatWasSearched {...searched} />
      <div className="btns above-4">
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
    <dl className="kv sunk searched above-4">
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
          <dd className="stack-1">
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

const NAMED = 3

type UnsearchedProps = {
  readonly searched: Searched | null
  /** Null while the answer is being written. */
  readonly onAskAgain: (() => void) | null
}

/**
 * What an answer does not know or tell: documents that were still being read, what could not be read, rules of another law, and
 * conclusions beyond those shown. Nothing where there is none of it.
 */
export function Unsearched({ searched, onAskAgain }: UnsearchedProps) {
  if (!searched) return null
  const { documents, notYetRead, notReadable, conclusionsLeftOut, rulesNotUsed } = searched
  if (notYetRead.length + notReadable.length + conclusionsLeftOut + rulesNotUsed.length === 0) return null
  return (
    <div className="small soft above-2 stack-1" data-testid="unsearched">
      {notYetRead.length > 0 ? (
        <p>
          <Caution /> {notYetRead.length} of {formatCount(documents + notYetRead.length, 'document')} still waited to be
          read, so this answer does not know {notYetRead.length === 1 ? 'it' : 'them'}: {namesOf(notYetRead)}.{' '}
          {onAskAgain ? (
            <Button look="link" isSmall onClick={onAskAgain}>
              ask again
            </Button>
          ) : null}
        </p>
      ) : null}
      {notReadable.length > 0 ? (
        <p>
          <Caution /> Could not look in, or not in all of it: {namesOf(notReadable.map(({ document }) => document))}.
        </p>
      ) : null}
      <RulesNotUsed sentences={rulesNotUsed} />
      {conclusionsLeftOut > 0 ? (
        <p>
          <Caution /> {formatCount(conclusionsLeftOut, 'more conclusion')} {conclusionsLeftOut === 1 ? 'fits' : 'fit'}{' '}
          the question: <PlaceLink to={{ name: 'facts', factsTab: 'conclusions' }}>all conclusions</PlaceLink>
        </p>
      ) : null}
    </div>
  )
}

function Caution() {
  return (
    <span className="warn">
      <Glyph shape="caution" />
    </span>
  )
}

/** `lease, chronology, letter and 4 more`. */
function namesOf(documents: readonly string[]): string {
  return listWords(documents.map(documentName), NAMED)
}
