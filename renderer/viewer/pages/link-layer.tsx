import type { PageLink, PageWords } from '../../../contract/document.ts'

/** Goes to an offset of the document's text, on that page. */
export type JumpOnPage = (page: number, offset: number) => void

type Props = { readonly words: PageWords; readonly page: number; readonly onJump: JumpOnPage }

/** The references of a drawn page to other parts of its document: over their words, and to be reached by the keyboard. */
export function LinkLayer({ words: { width, height, links }, page, onJump }: Props) {
  if (links.length === 0) return null
  const place = ({ x, y, ...box }: PageLink['boxes'][number]) => ({
    left: `${(100 * x) / width}%`,
    top: `${(100 * y) / height}%`,
    width: `${(100 * box.width) / width}%`,
    height: `${(100 * box.height) / height}%`,
  })
  return links.flatMap((link) =>
    link.boxes.map((box, index) => {
      // A reference that goes on in the next line is one link; its rest is there for the mouse alone.
      const isRest = index > 0
      return (
        <button
          key={`${link.target} ${box.x} ${box.y}`}
          type="button"
          className="page-link"
          data-testid="page-link"
          style={place(box)}
          aria-hidden={isRest}
          tabIndex={isRest ? -1 : undefined}
          aria-label={isRest ? undefined : `Go to: ${link.text}`}
          title={link.page === null || link.page === page ? undefined : `Go to page ${link.page}`}
          onClick={({ currentTarget }) => {
            // The link goes with its page; the keys of the viewer need the focus to stay in its column.
            currentTarget.closest('aside')?.focus({ preventScroll: true })
            onJump(link.page ?? page, link.target)
          }}
        />
      )
    }),
  )
}
