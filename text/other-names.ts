import otherNames from './other-names.json' with { type: 'json' }
import { onceKnown } from './word-forms.ts'

/** Whether two names, in lower case, may be of one person or place: "bill" and "william", "munich" and "münchen", "london" and "england". */
export function mayBeOneName(one: string, other: string): boolean {
  if (one === other) return true
  const [mine, yours] = [linesOf(one), linesOf(other)]
  return mine.some((line) => yours.includes(line)) || isWithin(one, other) || isWithin(other, one)
}

/** A place in another; each by any of its names. */
function isWithin(inner: string, outer: string): boolean {
  const [inners, outers] = [allNames(inner), allNames(outer)]
  return within().some(
    ({ whole, parts }) => whole.some((name) => outers.has(name)) && parts.some((name) => inners.has(name)),
  )
}

function allNames(name: string): ReadonlySet<string> {
  return new Set([name, ...linesOf(name).flatMap((line) => namesIn(line))])
}

function linesOf(name: string): readonly string[] {
  return lines().get(name) ?? []
}

const lines = onceKnown((): ReadonlyMap<string, readonly string[]> => {
  const all = [...otherNames.persons, ...otherNames.places]
  const byName = Map.groupBy(
    all.flatMap((line) => namesIn(line).map((name) => ({ name, line }))),
    ({ name }) => name,
  )
  return new Map([...byName].map(([name, found]) => [name, found.map(({ line }) => line)]))
})

const within = onceKnown(() =>
  otherNames.within.map((line) => {
    const [whole = '', parts = ''] = line.split(' | ')
    return { whole: namesIn(whole), parts: namesIn(parts) }
  }),
)

/** In lower case, with the hyphens of "Aix-la-Chapelle" as spaces. */
function namesIn(line: string): readonly string[] {
  return line.split(', ').map((name) => name.toLowerCase().replaceAll('-', ' '))
}
