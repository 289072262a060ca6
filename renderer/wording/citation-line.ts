/** `Lease.pdf, page 9: “six months’ notice”`, as it is pasted into another program. `place` is empty where there are no pages. */
export function citationLine(document: string, place: string, quote: string): string {
  const where = place === '' ? document : `${document}, ${place}`
  return `${where}: “${quote.replace(/\s+/g, ' ').trim()}”`
}
