import { everyMatch } from '../every-match.ts'
import { inAnyCase } from '../patterns/numbers/identity-numbers.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { NO_ORGANISATION, ORGANISATION_LABELS } from './organisation-labels.ts'

const LABEL = inAnyCase(ORGANISATION_LABELS.join('|'))
/** A label, its colon or the line of a table, and the name up to a comma, a bracket, a column or the end of the line. */
const LABELLED = new RegExp(
  String.raw`(?<=^|[\n|(,;.] {0,12})(?:${LABEL})(?: / \p{L}{2,20})?\s{0,8}[:|]\s{0,4}(?<id>[\p{L}\p{N}«„“"][^\n|,;:()]{1,60}?)(?=\s{0,4}(?:[\n|,;()]|$)|\s{3}|\. )`,
  'dgu',
)
/** "KK Helvetia, Karte 807", "vers. bij CZ, polisnr": a short label without a colon, where a number or a card follows. */
const BEFORE_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:KK|Ass\.|Kasse|Mutuelle|verzekerd bij|versichert bei(?: der)?|assuré(?:e)? (?:chez|à)(?: la)?|assicurat[oa] (?:con|presso)) (?<id>\p{Lu}[\p{L}\p{N}&'’-]{1,24}(?: \p{Lu}[\p{L}\p{N}&'’-]{1,24}){0,3})`,
  'dgu',
)

/** "TK D123456789": an insurer right before a German number of the insured, which no label leads to. */
const BEFORE_INSURED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<id>(?!KV|Vers|V[.-]|Mitglied|\p{L}{0,12}(?:[Nn][Rr]|[Nn]ummer))\p{Lu}[\p{L}&]{1,20}(?: \p{Lu}\p{L}{2,20})?)(?:,| [–-])? (?=[A-Z]\d{9}(?!\d))`,
  'dgu',
)
/** "EB 2,3 de Alcoutim", "EB1/JI da Pontinha": Portuguese schools by their level. */
const SCHOOL =
  /(?<![\p{L}\p{N}])(?<id>EB ?(?:[1-3](?:[,+][1-3])?)?(?:\/[SJ]I?)? (?:d[aeo]s? )?\p{Lu}\p{Ll}{2,20}(?:(?: d[aeo]s?)? \p{Lu}\p{Ll}{2,20}){0,3})/dgu

/** Insurers, employers, schools and hospitals that a label announces: "Krankenkasse: Heimat Süd", "Employer: Riverside Metal". */
export function findLabelledOrganisations(text: string): readonly IdentifierSpan[] {
  return [LABELLED, BEFORE_NUMBER, BEFORE_INSURED, SCHOOL].flatMap((expression) =>
    everyMatch(text, expression).flatMap(({ indices }) => {
      const [start, end] = indices?.groups?.id ?? [0, 0]
      const name = text.slice(start, end)
      if (!/\p{Lu}/u.test(name) || NO_ORGANISATION.test(name)) return []
      return [{ start, end, type: 'organisation' as const, by: 'pattern' as const, confidence: 0.7 }]
    }),
  )
}
