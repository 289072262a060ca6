/** A document's name without folders and ending, as it stands in a line of text. */
export function documentName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.replace(/\.(pdf|docx|html?|md|markdown|txt|text)$/i, '')
}

/** A source's document; one of a reference library says so and names it first. */
export function sourceName({ document, reference }: { readonly document: string; readonly reference: string | null }) {
  return reference === null ? documentName(document) : `Reference ${reference}: ${documentName(document)}`
}
