import { ANY_MONTH } from '../../text/calendar-words.ts'
import { type Span, withoutOverlaps } from '../../text/spans.ts'
import { TITLES } from './names/cue-words.ts'
import { ROLES } from './names/roles.ts'
import { inAnyCase } from './patterns/any-case.ts'
import { legalCues } from './patterns/numbers/number-context.ts'
import { createPatternFinder } from './patterns/pattern-finder.ts'
import type { Reading } from './tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt } from './tokens/word-at.ts'

const MONTH = `(?:${inAnyCase(ANY_MONTH)})`
const IN_WORDS = String.raw`\d{1,2}(?:er|\.|[º°])?[ \u00a0](?:de[ \u00a0])?${MONTH}\.?`
const IN_FIGURES = String.raw`\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)`
const DAY = String.raw`(?:${IN_WORDS}(?:[ \u00a0](?:del?[ \u00a0])?\d{4}(?!\d))?|${IN_FIGURES})`
const FULL_DAY = String.raw`(?:${IN_WORDS}[ \u00a0](?:del?[ \u00a0])?\d{4}(?!\d)|${IN_FIGURES})`
const SIGN = String.raw`(?:[Nn](?:\.?[ \u00a0]?[°ºo]|[r.])\.?[ \u00a0]?)`
const WITH_YEAR = String.raw`\d{1,4}(?:\.\d{3})?/(?:\d{4}|\d{2})(?!\d)`

/** "VI ZR 141/18", "II CSK 221/18". */
const DECISION = String.raw`(?:[IVX]{1,4}|\d{1,3})[a-z]? \p{L}{1,5} \d{1,5}/\d{2}(?!\d)`

/** Short forms of Spanish laws; without their day they are anybody's initials. */
const SPANISH_LAW = String.raw`(?:L\.?O\.?|R\.?D\.?L?)`

/** Statutes with their number or their day, and published decisions of the highest courts, by language. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  de: [
    String.raw`(?:Bundesg|G)esetz(?:es)? vom ${FULL_DAY}`,
    String.raw`(?:BGH|BVerfG|BFH|BVerwG|BayObLG|EuGH|EGMR|OGH|VfGH|VwGH|BGer|Bundesgericht(?:shof|s)?)(?: \([^()\n]{2,20}\))?,? ?(?:(?:Urteil|Urt\.|Beschluss|Beschl\.|Entscheidung|[UB]\.) ?)?(?:vom|v\.) ${FULL_DAY}(?:,? ?[-–]? ?(?:Az\.:? )?${DECISION})?`,
    String.raw`(?:BAG|BSG),? ?(?:(?:Urteil|Urt\.|Beschluss|Beschl\.|[UB]\.) ?(?:vom|v\.) ${FULL_DAY}(?:,? ?[-–]? ?(?:Az\.:? )?${DECISION})?|(?:vom|v\.) ${FULL_DAY},? ?[-–]? ?(?:Az\.:? )?${DECISION})`,
  ],
  fr: [
    String.raw`(?:[Ll]oi|LOI)(?: organique| constitutionnelle)?(?: ${SIGN}\d{2,4}-\d{1,5})?(?: du ${FULL_DAY})`,
    String.raw`(?:[Ll]oi|[Oo]rdonnance|[Dd]écret|[Aa]rrêté)(?: organique| royal)? ${SIGN}\d{2,4}-\d{1,5}(?: du ${FULL_DAY})?`,
    String.raw`Cass\.?,? (?:(?:[123](?:[èe]?re|e|ème) )?(?:civ|com|soc|crim)\.?|ass\. plén\.|ch\. mixte),? ${DAY}(?:,? ${SIGN}\d{2}-\d{2}[.-]?\d{3})?`,
    String.raw`(?:CE, ${FULL_DAY},? ${SIGN}[\dC][\d/-]{3,10}|(?:Conseil d['’][ÉE]tat|Cons\. const\.|CJUE|CEDH),? ${FULL_DAY}(?:,? ${SIGN}[\dC][\d/-]{3,10})?)`,
  ],
  es: [
    String.raw`(?:Ley(?: Orgánica)?|Real Decreto(?:-[Ll]ey| Legislativo)?|Decreto(?:-[Ll]ey)?)(?: ${SIGN})? ${WITH_YEAR}(?:,? (?:de|del) ${DAY})?`,
    String.raw`${SPANISH_LAW}(?: ${SIGN})? ${WITH_YEAR},? (?:de|del) ${DAY}`,
    String.raw`(?:STS|SSTS|STC|ATS|ATC|STSJ|STJUE|SJUE)(?: de \p{L}{4,20})?(?: ${SIGN})? (?:\d{1,5}/\d{4})?(?:,? ?de ${DAY})?(?:,? \(?[Rr]ec(?:urso|\.)? ?(?:${SIGN})?\d{1,5}/\d{4}\)?)?`,
  ],
  it: [
    String.raw`(?:[Ll]egge|[Dd]\. ?[Ll]gs\.|[Dd]\. ?[Pp]\. ?[Rr]\.|[Dd]ecreto (?:legislativo|legge|ministeriale))(?:,? ?${SIGN}\d{1,4}(?:/\d{2,4}|,? del ${FULL_DAY})| ${WITH_YEAR}| ${FULL_DAY}(?:,? ?${SIGN}\d{1,4})?)`,
    String.raw`Cass\.(?:,? ?(?:civ|pen|lav)\.)?(?:,? ?[Ss]ez\.? ?(?:[Uu]n|lav|[IVX]{1,4})\.?)?(?:,? ?(?:sent|ord)\.)?,? (?:${SIGN}\d{1,6}(?:/\d{2,4})?(?:,? ?del(?:l['’])? ?${DAY})?|${DAY}(?:,? ?${SIGN}\d{1,6}(?:/\d{2,4})?)?)`,
  ],
  pt: [
    String.raw`(?:Lei(?: Complementar| Orgânica)?|Decreto(?:-[Ll]ei)?|Portaria)(?: ${SIGN}| )\d{1,4}(?:\.\d{3})?(?:-\p{Lu})?(?:/\d{2,4})?(?:,? de ${DAY})?`,
    String.raw`DL(?: ${SIGN}| )\d{1,4}(?:-\p{Lu})?/\d{2,4},? de ${DAY}`,
    String.raw`(?:(?:AgRg|AgInt|EDcl)(?: no)? )?(?:(?:A?REsp|ADIn?|ADPF|ADC)(?: ${SIGN}| )\d{1,3}(?:\.\d{3}){0,2}(?:/\p{Lu}{2})?)`,
    String.raw`(?:Ac(?:órdão|\.) d[oe] (?:STJ|STF|STA|TST)|(?:Ac(?:órdão|\.) d[oe] )?(?:Tribunal Constitucional|Supremo Tribunal de Justiça)),? de ${FULL_DAY}`,
  ],
  nl: [
    String.raw`[Ww]et van ${FULL_DAY}`,
    String.raw`(?:HR,? ${FULL_DAY}(?=,? ?(?:ECLI|(?:NJ|JAR|RvdW|AB) \d))|(?:Hoge Raad|ABRvS|CRvB|CBb|HvJ(?: EU)?),? ${FULL_DAY})(?:,? ?ECLI(?::[A-Z\d]{1,12}){3,4})?(?:,? (?:NJ|JAR|RvdW|AB) \d{4}/\d{1,4})?`,
    String.raw`ECLI(?::[A-Z\d]{1,12}){3,4}`,
  ],
  pl: [
    String.raw`(?:[Uu]staw|[Rr]ozporządzeni|[Dd]ekret)\p{L}{1,3} z (?:dnia )?${FULL_DAY}(?: r(?:oku|\.))?`,
    String.raw`(?:(?:[Ww]yrok|[Uu]chwał|[Pp]ostanowieni)\p{L}{0,4} (?:SN|NSA|TK|TSUE)|(?:(?:[Ww]yrok|[Uu]chwał|[Pp]ostanowieni)\p{L}{0,4} )?(?:Sądu Najwyższego|Trybunału Konstytucyjnego|Naczelnego Sądu Administracyjnego)) z (?:dnia )?${FULL_DAY}(?: r(?:oku|\.))?(?:,? ?(?:sygn\.(?: akt)? )?${DECISION})?`,
  ],
}

/** Short forms that are initials and words of the ward as well: citations where the text around says that it is about law. */
const ABBREVIATED = [
  String.raw`(?:BAG|BSG),? (?:vom|v\.) ${FULL_DAY}`,
  String.raw`CE ${FULL_DAY},? ${SIGN}[\dC][\d/-]{3,10}`,
  String.raw`${SPANISH_LAW}(?: ${SIGN})? ${WITH_YEAR}`,
  String.raw`(?:[Dd]\. ?[LlMm]\.|[Ll]\.)(?:,? ?${SIGN}\d{1,4}(?:/\d{2,4}|,? del ${FULL_DAY})| ${WITH_YEAR}| ${FULL_DAY}(?:,? ?${SIGN}\d{1,4})?)`,
  String.raw`DL(?: ${SIGN}| )\d{1,4}(?:-\p{Lu})?/\d{2,4}`,
  String.raw`R?HC(?: ${SIGN}| )\d{1,3}(?:\.\d{3}){0,2}/\p{Lu}{2}`,
  String.raw`(?:STJ|STF|STA|TST),? de ${FULL_DAY}`,
]

/** So much around a short form is about law, or else the whole text is: then several cues are in it. */
const NEAR = 60
const CUES_OF_TEXT = 2

const findLong = finderOf(Object.values(PUBLISHED).flat())
const findShort = finderOf(ABBREVIATED)

function finderOf(sources: readonly string[]) {
  return createPatternFinder(
    sources.map((source) => ({
      type: 'id',
      // At least one figure, so that a court's name alone is none; and whole numbers.
      expression: new RegExp(String.raw`(?<![\p{L}\p{N}])(?=[^\n]{0,80}\d)(?:${source})(?![\p{L}\p{N}])`, 'dgu'),
      needs: /\d/u,
      confidence: 0,
    })),
  )
}

/** Laws and published decisions with their numbers and days, which everybody can look up: sorted, without overlaps. */
export function findPublishedLaw({ text, words }: Reading): readonly Span[] {
  let cues: number | null = null
  const isAboutLaw = () => (cues ??= legalCues(text)) >= CUES_OF_TEXT
  // What is found is looked at too: "so das BSG vom 12.03.2021" says with its own name that it is a court.
  const isCited = ({ start, end }: Span) =>
    legalCues(text.slice(Math.max(0, start - NEAR), end + NEAR)) > 0 || isAboutLaw()
  const found = [...findLong(text), ...findShort(text).filter(isCited)]
  return withoutOverlaps(
    found
      .filter(({ start, end }) => /\d/u.test(text.slice(start, end)) && !isSomebody(words, start))
      .map(({ start, end }) => ({ start, end })),
  )
}

/** "Mevrouw De Wet van 12-03-1951", "paziente L. 123/1951": behind a title or a role. */
function isSomebody(words: readonly Word[], start: number): boolean {
  const at = firstWordFrom({ words }, start)
  const before = [wordAt(words, at - 1), wordAt(words, at - 2)]
  const [last, further] = before
  return isOfPerson(last) || (/^de$/iu.test(last?.text ?? '') && isOfPerson(further))
}

function isOfPerson(word: Word | undefined): boolean {
  return has(TITLES, word) || has(ROLES, word)
}
