import { useEffect, useRef, useState } from 'react'

type Props = {
  readonly page: number
  readonly pages: number
  readonly onGo: (page: number) => void
  readonly onClose: () => void
}

/** A page by its number: Enter goes there, Esc stays. */
export function GoToPage({ page, pages, onGo, onClose }: Props) {
  const [typed, setTyped] = useState(String(page))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    const wanted = Number.parseInt(typed, 10)
    if (event.key === 'Enter' && wanted > 0) onGo(Math.min(pages, wanted))
    // The field goes; the keys of the viewer need the focus to stay within it.
    field.current?.closest<HTMLElement>('aside')?.focus({ preventScroll: true })
    onClose()
  }
  return (
    <label className="page-select">
      Page{' '}
      <input
        ref={field}
        type="number"
        min={1}
        max={pages}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={press}
        onBlur={onClose}
      />{' '}
      of {pages}
    </label>
  )
}
