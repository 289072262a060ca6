import type { RankedItem, Support } from '../../../contract/opinions/differential.ts'

/** With two candidates a sentence may well bear on both. */
const CANDIDATES_AT_LEAST = 3

/**
 * Without the sentences that the model put on the same side of every candidate: they tell none from another. The 1.5B named the same
 * two for and the same four against each of five. What rests on recorded facts stays.
 */
export function withoutCommon(items: readonly RankedItem[]): readonly RankedItem[] {
  if (items.length < CANDIDATES_AT_LEAST) return items
  const common = (side: 'for' | 'against') => {
    const [first, ...others] = items.map((item) => new Set(item[side].filter(isOfModel).map(({ text }) => text)))
    return new Set([...(first ?? [])].filter((text) => others.every((texts) => texts.has(text))))
  }
  const [on, against] = [common('for'), common('against')]
  return items.map((item) => ({
    ...item,
    for: item.for.filter((support) => !isOfModel(support) || !on.has(support.text)),
    against: item.against.filter((support) => !isOfModel(support) || !against.has(support.text)),
  }))
}

/** A recorded fact is said in the words of its pack, whatever sentence it is cited from. */
function isOfModel({ text, claim }: Support): boolean {
  return claim !== null && claim.text === text
}
