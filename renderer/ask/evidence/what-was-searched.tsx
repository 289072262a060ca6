import type { Answer, Searched } from '../../../contract/answers/answer.ts'
import { notFoundWords } from '../../../contract/answers/answer-words.ts'
import { notReadWords } from '../../../contract/document.ts'
import { RulesNotUsed } from '../../facts/matter-law.tsx'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { documentName } from '../../../wording/document-name.ts'
import { messageText } from '../../../wording/message-text.ts'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly answer: Answer
  /** Where the passages are, seen from here. */
  readonly passages: 'above' | 'below'
}

/** A finding, not an error: what was searched, and what could not be looked in. */
export function NotFound({ answer, passages }: Props) {
  const { searched, claims, sources } = answer
  return (
    <>
      <section className="rule-top above-4" aria-label={t('ask.searched.notFound')} data-testid="answer-state">
        <StateMark shape="none" tone="soft">
          {t('ask.searched.notFound')}
        </StateMark>
        <h3 className="question above-1">{notFoundWords(answer)}</h3>
        <p className="read soft not-found-words">
          {claims.length > 0 ? t('ask.searched.unsupported') : closestWords(sources.length, passages)}
        </p>
      </section>
      <WhatWasSearched {...searched} />
      <div className="btns above-4">
        <PlaceLink className="btn small" to={{ name: 'library', libraryTab: 'documents' }}>
          {t('ask.searched.addDocuments')}
        </PlaceLink>
      </div>
    </>
  )
}

function closestWords(sources: number, where: Props['passages']): string {
  return sources > 0 ? t(`ask.searched.closest.${where}`) : t('ask.searched.nothingNear')
}

function WhatWasSearched(searched: Searched) {
  const { documents, pages, words, unknownWords, vectors, notYetRead, references, notReadable } = searched
  return (
    <dl className="kv sunk searched above-4">
      <dt>{t('ask.searched.searched')}</dt>
      <dd>{t(vectors ? 'ask.searched.byMeaning' : 'ask.searched.byWords', { documents, pages })}</dd>
      {references.length > 0 ? (
        <>
          <dt>{t('ask.searched.references')}</dt>
          <dd>{references.join(', ')}</dd>
        </>
      ) : null}
      {words.length > 0 ? (
        <>
          <dt>{t('ask.searched.words')}</dt>
          <dd>{words.join(', ')}</dd>
        </>
      ) : null}
      {unknownWords.length > 0 ? (
        <>
          <dt>{t('ask.searched.unknownWords')}</dt>
          <dd>{unknownWords.join(', ')}</dd>
        </>
      ) : null}
      {notYetRead.length > 0 ? (
        <>
          <dt>{t('ask.searched.notYetRead')}</dt>
          <dd>{namesOf(notYetRead)}</dd>
        </>
      ) : null}
      {notReadable.length > 0 ? (
        <>
          <dt>{t('ask.searched.notReadable')}</dt>
          <dd className="stack-1">
            {notReadable.map(notReadWords).map(({ document, reason }) => (
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
          <Caution />{' '}
          {t('ask.searched.stillUnread', {
            count: notYetRead.length,
            of: documents + notYetRead.length,
            names: namesOf(notYetRead),
          })}{' '}
          {onAskAgain ? (
            <Button look="link" isSmall onClick={onAskAgain}>
              {t('ask.askAgain')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {notReadable.length > 0 ? (
        <p>
          <Caution />{' '}
          {t('ask.searched.partlyUnread', { names: namesOf(notReadable.map(({ document }) => messageText(document))) })}
        </p>
      ) : null}
      <RulesNotUsed sentences={rulesNotUsed} />
      {conclusionsLeftOut > 0 ? (
        <p>
          <Caution />{' '}
          {t.rich('ask.searched.moreConclusions', {
            count: conclusionsLeftOut,
            link: (chunks) => <PlaceLink to={{ name: 'facts', factsTab: 'conclusions' }}>{chunks}</PlaceLink>,
          })}
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
