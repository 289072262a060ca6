import { useEffect, useRef } from 'react'
import { Button } from '../../parts/button.tsx'
import { formatNumber } from '../../wording/format-count.ts'
import type { Search } from './use-search.ts'

type Props = { readonly search: Search; readonly onClose: () => void }

/** Looks for words in the document: Enter goes to the next place, Shift and Enter to the one before. */
export function SearchBar({ search, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Esc closes the search alone, not the document with it.
    event.preventDefault()
    if (event.key === 'Escape') onClose()
    else search.step(event.shiftKey ? -1 : 1)
  }
  const isNone = !search.hits || search.hits.length === 0
  return (
    <search className="find-line">
      <input
        ref={field}
        type="search"
        autoComplete="off"
        aria-label="Find in this document"
        placeholder="Find in this document"
        value={search.typed}
        onChange={({ target }) => search.type(target.value)}
        onKeyDown={press}
      />
      <span className="small soft num" aria-live="polite" data-testid="find-count">
        {hitWords(search)}
      </span>
      <Button look="quiet" isSmall aria-label="Previous place" isOff={isNone} onClick={() => search.step(-1)}>
        ‹
      </Button>
      <Button look="quiet" isSmall aria-label="Next place" isOff={isNone} onClick={() => search.step(1)}>
        ›
      </Button>
      <Button look="quiet" isSmall onClick={onClose}>
        Close
      </Button>
    </search>
  )
}

function hitWords({ hits, at }: Search): string {
  if (!hits) return ''
  return hits.length === 0 ? 'not found' : `${formatNumber(at + 1)} of ${formatNumber(hits.length)}`
}
