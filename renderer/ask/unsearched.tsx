import type { Searched } from '../../contract/answer.ts'
import { RulesNotUsed } from '../facts/matter-law.tsx'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { documentName } from '../wording/document-name.ts'
import { formatCount } from '../wording/format-count.ts'
import { listWords } from '../wording/list-words.ts'

const NAMED = 3

type Props = {
  readonly searched: Searched | null
  /** Null while the answer is being written. */
  readonly onAskAgain: (() => void) | null
}

/**
 * What an answer does not know or tell: documents that were still being read, what could not be read, rules of another law, and
 * conclusions beyond those shown. Nothing where there is none of it.
 */
export function Unsearched({ searched, onAskAgain }: Props) {
  if (!searched) return null
  const { documents, notYetRead, notReadable, conclusionsLeftOut, rulesNotUsed } = searched
  if (notYetRead.length + notReadable.length + conclusionsLeftOut + rulesNotUsed.length === 0) return null
  return (
    <div className="small soft mt-2 grid gap-1" data-testid="unsearched">
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
export function namesOf(documents: readonly string[]): string {
  return listWords(documents.map(documentName), NAMED)
}
