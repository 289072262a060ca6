import type { Fact } from '../contract/knowledge/fact.ts'

export type FactLabel = {
  readonly relation: string
  readonly args: readonly string[]
  readonly holds: 'yes' | 'no'
  /** Where it stands, UTF-16 offsets into the text as it was read; of several places any is right. */
  readonly spans: readonly (readonly [number, number])[]
  /** It can be read either way: to propose it is neither right nor wrong. */
  readonly optional: boolean
}

export type ProposalScore = {
  /** Without what is optional, in all counts but `notVerbatim`. */
  readonly proposed: number
  readonly right: number
  readonly atLabelledPlace: number
  readonly notVerbatim: number
  readonly labelled: number
  readonly found: number
  /** What was wrong or missed, for who wants to know. */
  readonly remarks: readonly string[]
}

/** Compares what was proposed from a document with what a person found in it. `text`: as it was read. */
export function scoreProposals(facts: readonly Fact[], labels: readonly FactLabel[], text: string): ProposalScore {
  const labelOf = (fact: Fact) => labels.find((label) => keyOf(label) === keyOf(fact))
  const counted = facts.filter((fact) => !labelOf(fact)?.optional)
  const right = counted.filter((fact) => labelOf(fact) !== undefined)
  const wanted = labels.filter(({ optional }) => !optional)
  const proposed = new Set(facts.map(keyOf))
  const missed = wanted.filter((label) => !proposed.has(keyOf(label)))
  const wrong = counted.filter((fact) => !right.includes(fact))
  return {
    proposed: counted.length,
    right: right.length,
    atLabelledPlace: right.filter((fact) => isAtPlace(fact, labelOf(fact))).length,
    notVerbatim: facts.filter((fact) => !isVerbatim(fact, text)).length,
    labelled: wanted.length,
    found: wanted.length - missed.length,
    remarks: [
      ...wrong.map((fact) => `wrong: ${keyOf(fact)} ${JSON.stringify(fact.source)}`),
      ...missed.map((label) => `missed: ${keyOf(label)}`),
    ],
  }
}

function keyOf({
  relation,
  args,
  holds,
}: Pick<Fact, 'relation' | 'holds'> & { readonly args: readonly string[] }): string {
  return JSON.stringify([relation, args, holds])
}

function isAtPlace({ source }: Fact, label: FactLabel | undefined): boolean {
  if (source.kind !== 'passage') return false
  return label?.spans.some(([start, end]) => start < source.end && source.start < end) ?? false
}

function isVerbatim({ source }: Fact, text: string): boolean {
  return source.kind === 'passage' && source.quote !== '' && text.slice(source.start, source.end) === source.quote
}
