/** A document's name without its folders. Its ending stays: the same lease is often there as DOCX and as PDF. */
export function documentName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A source's document; one of a reference library says so and names it first. */
export function sourceName({ document, reference }: { readonly document: string; readonly reference: string | null }) {
  return reference === null ? documentName(document) : `Reference ${reference}: ${documentName(document)}`
}
