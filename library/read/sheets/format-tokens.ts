/** A piece of a number format code (ECMA-376 part 1, 18.8.31). */
export type FormatToken = {
  readonly kind: 'literal' | 'digits' | 'date' | 'elapsed' | 'meridiem' | 'exponent' | 'general' | 'text' | 'mark'
  /** `date`: letters such as "yyyy"; `mark`: one of `. , % /`; else what is shown. */
  readonly text: string
}

/** One of up to four sections, parted by semicolons. */
export type FormatSection = {
  readonly tokens: readonly FormatToken[]
  readonly condition: { readonly operator: string; readonly value: number } | null
}

const TOKEN =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|[_*](?<space>.?)|\[(?<bracket>[^\]]*)\]|(?<general>General)|(?<meridiem>AM\/PM|A\/P)|(?<exponent>E[+-])|(?<date>y+|m+|d+|h+|s+|e+|g+|b+)|(?<digits>[0#?]+)|(?<mark>[.,%/])|(?<end>;)|(?<text>@)|(?<other>[^])/giu

/** The sections of a format code. A code that is no format is taken literally, as far as it goes. */
export function formatSections(code: string): readonly FormatSection[] {
  const sections: FormatSection[] = []
  let tokens: FormatToken[] = []
  let condition: FormatSection['condition'] = null
  for (const { groups = {} } of code.matchAll(TOKEN)) {
    if (groups.end !== undefined) {
      sections.push({ tokens, condition })
      tokens = []
      condition = null
    } else if (groups.bracket !== undefined) {
      condition = conditionOf(groups.bracket) ?? condition
      tokens.push(...bracketTokens(groups.bracket))
    } else tokens.push(...plainTokens(groups))
  }
  return [...sections, { tokens, condition }]
}

const KINDS = ['general', 'meridiem', 'exponent', 'date', 'digits', 'mark', 'text'] as const

function plainTokens(groups: Readonly<Record<string, string | undefined>>): readonly FormatToken[] {
  const kind = KINDS.find((name) => groups[name] !== undefined)
  if (kind) return [{ kind, text: groups[kind]!.toLowerCase() }]
  const literal = groups.quoted ?? groups.escaped ?? groups.other
  return literal === undefined ? [] : [{ kind: 'literal', text: literal }]
}

/** "[$€-407]" is a currency, "[h]" a span of time; colours and the like show nothing. */
function bracketTokens(content: string): readonly FormatToken[] {
  if (content.startsWith('$')) return [{ kind: 'literal', text: content.slice(1).split('-')[0]! }]
  return /^(h+|m+|s+)$/i.test(content) ? [{ kind: 'elapsed', text: content.toLowerCase() }] : []
}

function conditionOf(content: string): FormatSection['condition'] {
  const [, operator, value] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(content) ?? []
  return operator === undefined ? null : { operator, value: Number(value) }
}
