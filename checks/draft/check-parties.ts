import type { Span } from '../../text/spans.ts'
import type { CheckedSource } from '../find-support.ts'
import type { DraftFound } from './draft-finding.ts'
import { isOtherParty, PARTY_ROLES } from './party-roles.ts'

const ROLE = PARTY_ROLES.join('|')
const NAME = String.raw`(?-i:\p{Lu}[\p{L}\p{N}’'&.-]*(?:\s+(?:(?:of|and|&)\s+)?\p{Lu}[\p{L}\p{N}’'&.-]*){0,5})`
/** A comma that closes an apposition: behind one of a list come "and", an article or the next name. */
const CLOSES = String.raw`(?=\s*(?:,\s+(?!(?:and|or|the|an?|his|her|its|their|und|oder|der|die|das)\b)(?-i:\p{Ll})|\)))`
const PART = String.raw`(?:[“"'‘](?<role>${ROLE})[”"'’]|(?<role>${ROLE})(?![\p{L}’']))`
const CALLED = String.raw`(?:(?:hereinafter|hereafter)\s+(?:called\s+)?)?(?:the|as)\s+`
/** "Hollis Bakery Ltd (the “Tenant”)", "Hollis Bakery Ltd, the Tenant, …". */
const NAME_FIRST = new RegExp(
  String.raw`(?<name>${NAME})\s*(?:,?\s*\(${CALLED}${PART}|,\s*${CALLED}${PART}${CLOSES})`,
  'giu',
)
/** "Tenant: Hollis Bakery Ltd", "the Tenant, Hollis Bakery Ltd, …". */
const ROLE_FIRST = new RegExp(
  String.raw`\b(?<role>${ROLE})(?:\s*:\s*(?:\*\*\s*)?(?<name>${NAME})|\s*[\t|]\s*(?<name>${NAME})|,\s+(?<name>${NAME})${CLOSES})`,
  'giu',
)
/** "By letter from the Landlord, …": the comma ends what comes before the sentence. */
const LEADS_IN =
  /(?:^|[.;!?]\s+)(?:by|from|after|before|according|under|with|without|unlike|on|in|for|at|upon|to|following|until|since|as)\b[^,.;!?]*$/iu
const NOT_A_NAME = /^(?:The|This|In|On|By|And|Or|Of|A|An|Name|Date|Address|Section|Clause|Article|Court|Case)\b/u

type Cast = Span & { readonly name: string; readonly role: string }

/** Who is said to be what. */
function castIn(text: string): readonly Cast[] {
  return [NAME_FIRST, ROLE_FIRST].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups }): readonly Cast[] => {
      const { name = '', role = '' } = groups ?? {}
      if (whole.includes(',') && LEADS_IN.test(text.slice(0, index))) return []
      if (NOT_A_NAME.test(name) || !/^\p{Lu}/u.test(name) || !/\p{Ll}/u.test(name)) return []
      return [{ start: index, end: index + whole.length, name: name.replace(/[.,]$/, ''), role: role.toLowerCase() }]
    }),
  )
}

/** Whether a sentence says of somebody which party that is. */
export function namesParties(sentence: string): boolean {
  return castIn(sentence).length > 0
}

/** Names that a sentence gives the other side's part: "the Landlord, Hollis Bakery Ltd", whom a source calls the Tenant and never the Landlord. */
export function checkParties(sentence: string, sources: readonly CheckedSource[]): readonly DraftFound[] {
  const claimed = castIn(sentence)
  if (claimed.length === 0) return []
  const known = sources.flatMap((source) => castIn(source.text).map((cast) => ({ ...cast, source })))
  return claimed.flatMap((cast): readonly DraftFound[] => {
    const same = known.filter(({ name }) => isSameName(name, cast.name))
    const other = same.find(({ role }) => isOtherParty(cast.role, role))
    if (!other || same.some(({ role }) => role === cast.role)) return []
    const { source, start, end } = other
    const quote = source.text.slice(start, end)
    return [
      {
        kind: 'party',
        start: cast.start,
        end: cast.end,
        verdict: 'contradicted',
        words: [{ start: cast.start, end: cast.end }],
        said: { code: 'otherRole', name: cast.name },
        instead: quote,
        at: [{ source: source.source, start, end, quote }],
      },
    ]
  })
}

function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N} ]/gu, '')
  return plain(one) === plain(other)
}
