import type { Differential, DifferentialItem } from '../../../contract/differential.ts'

/** "blind 1, informed 1, local 2": the best place first; who gave a list and does not have it is named too. */
export function rankWords(item: DifferentialItem, voices: Differential['voices']): string {
  const placed = voices
    .flatMap((voice) => (item[voice] === null ? [] : [{ voice, rank: item[voice] }]))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ voice, rank }) => `${voice} ${rank}`)
  if (placed.length === 0) return 'ranked by nobody'
  const without = voices.filter((voice) => item[voice] === null).map((voice) => `${voice} not listed`)
  return [...placed, ...without].join(', ')
}

/** Where the list is from, and that it is no verdict where those who were asked are divided. */
export function listWords({ voices, contested }: Differential): string {
  const from = voices.length === 0 ? 'from the packs' : `from ${voices.join(', ')}, by rank`
  const divided = contested.find(({ isContested }) => isContested)
  return divided ? `${from}; contested ${DIVIDED[divided.from]}, so no single verdict` : from
}

const DIVIDED = {
  opinions: 'between the opinions',
  options: 'by the shares of the options',
  samples: 'when asked in other orders',
} as const
