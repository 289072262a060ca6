/** A condition of a rule as a form can show it: a relation with its places. */
export type AtomText = { readonly negated: boolean; readonly relation: string; readonly args: readonly string[] }

const ATOM = /^\s*(not\s+)?([a-z][a-z0-9_]*)\s*\((.*)\)\s*$/s

/** Takes apart `not has(?p, af)`; null for a comparison, a computed value, and what cannot be read. */
export function readAtom(text: string): AtomText | null {
  const [, not, relation, inside] = ATOM.exec(text) ?? []
  if (relation === undefined || inside === undefined) return null
  const args = splitArguments(inside)
  return args && { negated: not !== undefined, relation, args }
}

export function writeAtom({ negated, relation, args }: AtomText): string {
  return `${negated ? 'not ' : ''}${relation}(${args.join(', ')})`
}

/** At the commas outside of parentheses; null when those do not match, as in `has(?p) and has(?q)`. */
function splitArguments(text: string): readonly string[] | null {
  const parts: string[] = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0) return null
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  if (depth !== 0) return null
  const trimmed = parts.map((part) => part.trim())
  return trimmed.length === 1 && trimmed[0] === '' ? [] : trimmed
}

/** The variables that stand anywhere in the texts of a rule, in their order: what its fields offer. */
export function variablesIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(/\?[a-z][a-z0-9_]*/gi) ?? []))]
}
