/** Shorter names are shown whole everywhere. */
const LONG_CHARACTERS = 20
/** What tells one version from another stands at the end: `(2).pdf`, `signed copy.docx`. */
const END_CHARACTERS = 16

/** A document's name that loses its middle, never its end, where there is no room for all of it. */
export function FileName({ name }: { readonly name: string }) {
  if (name.length <= LONG_CHARACTERS) return name
  return (
    <>
      <span className="visually-hidden">{name}</span>
      <span className="file-name" title={name} aria-hidden>
        <span>{name.slice(0, -END_CHARACTERS)}</span>
        <span>{name.slice(-END_CHARACTERS)}</span>
      </span>
    </>
  )
}
