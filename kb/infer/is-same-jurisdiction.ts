/** However it is written: "England & Wales", "England and  Wales" and "england and wales" are one, but "England" is another. */
export function isSameJurisdiction(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(place: string): string {
  return (
    place
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
}
