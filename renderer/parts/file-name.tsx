/** Shorter names are shown whole everywhere. */
const LONG_CHARACTERS = 20
/** What tells one version from another stands at the end: `(2).pdf`, `signed copy.docx`. */
const END_CHARACTERS = 16
const WORD_START = /(?<=[\s\-_.,])(?=[^\s\-_.,])/u

/** A document's name that loses its middle, never its end, where there is no room for all of it. */
export function FileName({ name }: { readonly name: string }) {
  if (name.length <= LONG_CHARACTERS) return name
  const end = endOf(name)
  return (
    <>
      <span className="visually-hidden">{name}</span>
      <span className="file-name" title={name} aria-hidden>
        <span>{name.slice(0, -end.length)}</span>
        <span>{end}</span>
      </span>
    </>
  )
}

/** A document's name in several lines, which end after an underscore before they end in a word. */
export function breakable(name: string): React.ReactNode {
  return name.split(/(?<=_)/u).flatMap((part, at) => (at === 0 ? [part] : [<wbr key={at} />, part]))
}

/** Its last words: a word cut in two takes the room of the beginning and says nothing. */
function endOf(name: string): string {
  const longest = name.slice(-END_CHARACTERS)
  const isWhole = WORD_START.test(name.slice(-END_CHARACTERS - 1, -END_CHARACTERS + 1))
  const at = isWhole ? 0 : longest.search(WORD_START)
  const end = longest.slice(at)
  return at < 0 || !end.includes('.') ? longest : end
}
