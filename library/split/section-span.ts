const PARTS = ' > '

/**
 * The name of a passage that lies in several sections, given by their paths in order: what they have in common, then both of
 * two ("7 Term > 7.1 Notice; 7.2 Service"), or the first and the last of more ("1 Terms … 4 Rent").
 */
export function sectionSpan(paths: readonly string[]): string {
  const named = paths.filter((path) => path !== '').map((path) => path.split(PARTS))
  const [first = [], ...others] = named
  const differs = first.findIndex((name, at) => others.some((path) => path[at] !== name))
  const common = differs === -1 ? first : first.slice(0, differs)
  const tails = named.map((path) => path.slice(common.length).join(PARTS)).filter((tail) => tail !== '')
  const [from, to] = [tails[0], tails.at(-1)]
  const span = from === to ? from : `${from}${tails.length === 2 ? '; ' : ' \u2026 '}${to}`
  return [...common, ...(span === undefined ? [] : [span])].join(PARTS)
}
