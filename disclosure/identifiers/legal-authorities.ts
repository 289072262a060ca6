import { isFunctionWord } from '../../text/function-words.ts'
import { overlaps, withoutOverlaps } from '../../text/spans.ts'
import type { WordLists } from '../words/open-word-lists.ts'
import type { IdentifierSpan, Kept } from './identifier.ts'
import { DETERMINERS, TITLES } from './names/cue-words.ts'
import { type Reading, readWords } from './tokens/read-words.ts'
import { has, type Word, wordAt } from './tokens/word-at.ts'

/** Series in which courts' decisions are published: a case found in one of them is public. */
const REPORTERS =
  "U\\.? ?S\\.|S\\. ?Ct\\.|L\\. ?Ed\\.(?: ?2d)?|F\\.(?: ?(?:2d|3d|4th))?|F\\. ?Supp\\.(?: ?[23]d)?|F\\. ?App[’']?x\\.?|F\\.R\\.D\\.|B\\.R\\.|Fed\\. ?Cl\\.|T\\.C\\.|A\\.(?: ?[23]d)?|P\\.(?: ?[23]d)?|N\\.E\\.(?: ?[23]d)?|N\\.W\\.(?: ?2d)?|S\\.E\\.(?: ?2d)?|S\\.W\\.(?: ?[23]d)?|So\\.(?: ?[23]d)?|N\\.Y\\.(?: ?[23]d)?|N\\.Y\\.S\\.(?: ?[23]d)?|A\\.D\\.(?: ?[23]d)?|Misc\\.(?: ?[23]d)?|Cal\\.(?: ?(?:App\\.)? ?(?:2d|3d|4th|5th))?|Cal\\. ?Rptr\\.(?: ?[23]d)?|Ill\\.(?: ?2d)?|Mass\\.|Ohio St\\.(?: ?[23]d)?|Pa\\.|Tex\\.|Va\\.|Wash\\.(?: ?2d)?|Wis\\.(?: ?2d)?|Mich\\.|Minn\\.|N\\.J\\.|N\\.C\\.|Ga\\.|Md\\.|Conn\\.|A\\.C\\.|AC|QB|KB|Ch|Fam|WLR|All E\\.?R\\.?|Lloyd[’']s Rep|BCLC|Cr App R|UKSC|UKHL|UKPC|EWCA (?:Civ|Crim)|EWHC|CLR|NZLR|SCR|S\\.C\\.R\\.|DLR|NJW(?:-RR)?|BGHZ|BGHSt|BVerfGE|BAGE|BSGE|BVerwGE|NZA|MDR|Bull\\. civ\\.|RTD civ|ECR|ECLI"

/** A full stop ends a sentence, but for an initial and what is always cut short; a title goes before a person, not a party. */
const NAME =
  "(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Hon)\\b)(?:(?:\\p{Lu}|Co|Inc|Corp|Ltd|Bros|St|Dep[’']t|Dept|Ass[’']n|Comm[’']n|Int[’']l|Nat[’']l|Mfg|Ry|Univ|Bd|Educ|Ins)\\.|\\p{Lu}[\\p{L}’'&-]{0,30})"
const SMALL = '(?:of|of the|&|ex rel\\.|de|la|du|von|van)'
const FORM = '(?:Inc|L\\.?L\\.?C|L\\.?L\\.?P|L\\.P|Ltd|Co|Corp|N\\.A|S\\.A|GmbH|AG|et al)\\.?'
const PARTY = `${NAME}(?: (?:${SMALL} )?${NAME}|, ${FORM}){0,7}`
const DATED_CITE = `(?:\\[\\d{4}\\] (?:\\d{1,2} )?(?:${REPORTERS}) \\d{1,5}|\\(\\d{4}\\) \\d{1,3} (?:${REPORTERS}) \\d{1,5})`
const CITE = `(?:\\d{1,4} (?:${REPORTERS}) \\d{1,5}|${DATED_CITE})`

/** "44 AC 2079" may be anybody's number: without the names of a case only series that nothing else looks like. */
const WITHOUT_PARTIES =
  'U\\.S\\.|S\\. ?Ct\\.|L\\. ?Ed\\.(?: ?2d)?|F\\. ?(?:2d|3d|4th)|F\\. ?Supp\\.(?: ?[23]d)?|[AP]\\. ?[23]d|N\\.E\\. ?[23]d|[NS]\\.W\\. ?[23]d|S\\.E\\. ?2d|So\\. ?[23]d|N\\.Y\\.S?\\.? ?[23]d|Cal\\.(?: ?Rptr\\.)? ?(?:2d|3d|4th|5th)|NJW(?:-RR)?|BGHZ|BGHSt|BVerfGE|BVerwGE'
const TAIL = '(?:, \\d{1,5}(?:[-–]\\d{1,5})?(?: n\\.? ?\\d{1,3})?){0,3}(?: \\((?:[^()\\n]{0,40} )?\\d{4}\\))?'
const START = '(?<![\\p{L}\\p{N}])'
const SECTION =
  '(?:§{1,2}|Art(?:icle|\\.|ikel|ículo)?s?|Sec(?:tion|\\.)s?|Rule|Title|Abs\\.|Para(?:graph)?s?\\.?|arts?\\.|s\\.|ss\\.)'
const NUMBER = '\\d{1,5}[\\p{L}]?(?:[.:-]\\d{1,5})*(?: ?\\([\\p{L}\\p{N}]{1,4}\\)){0,5}'
const CODE =
  '(?:[IVX]{1,4} )?(?:BGB|ZPO|StGB|StPO|HGB|GmbHG|AktG|GG|SGB(?: [IVX]{1,4})?|VwGO|VwVfG|EStG|UStG|AO|BDSG|DSGVO|ArbGG|KSchG|InsO|FamFG|UrhG|OR|ZGB|ABGB|du Code (?:civil|pénal|du travail|de (?:commerce|procédure civile|procédure pénale|la santé publique))|del Código (?:Civil|Penal|de Comercio)|de la Constitución|LEC|LECrim|ET|GDPR|RGPD|TFEU|ECHR|CEDH)'

/** Statutes, rules and published decisions, in the spellings of the United States, the United Kingdom, Germany, France and Spain. */
const AUTHORITIES: readonly RegExp[] = [
  new RegExp(
    `${START}(?:${PARTY} (?:v\\.?|vs\\.?) ${PARTY}|(?:In re|Ex parte|Matter of) ${PARTY}),? ${CITE}${TAIL}`,
    'gu',
  ),
  new RegExp(`${START}\\d{1,4} (?:${WITHOUT_PARTIES}) at \\d{1,5}(?:[-–]\\d{1,5})?`, 'gu'),
  new RegExp(`${START}(?:\\d{1,4} (?:${WITHOUT_PARTIES}) \\d{1,5}|${DATED_CITE})${TAIL}`, 'gu'),
  new RegExp(
    `${START}\\d{1,3} (?:U\\.? ?S\\.? ?C\\.?(?: ?A\\.?)?|C\\.? ?F\\.? ?R\\.?|Fed\\. Reg\\.|Stat\\.|Del\\. C\\.|Pa\\. C\\.S\\.|ILCS|M\\.R\\.S\\.) ?(?:${SECTION} ?)?(?:${NUMBER})(?:(?:, | and | to |[-–])(?:${NUMBER})){0,4}`,
    'gu',
  ),
  new RegExp(
    `${SECTION} ?(?:${NUMBER})(?:(?:, | und | et | y | and |[-–])(?:${NUMBER})){0,3}(?: (?:Abs\\.|Satz|S\\.|Nr\\.|al\\.|apdo\\.) ?\\d{1,3}){0,3} ${CODE}`,
    'gu',
  ),
  new RegExp(
    `${START}(?:Fed\\. ?R\\. ?(?:Civ|Crim|App|Bankr)\\. ?P\\.|Fed\\. ?R\\. ?Evid\\.) ?(?:${SECTION} ?)?(?:${NUMBER})`,
    'gu',
  ),
  // So short are their numbers: CPR 41827 is somebody's.
  new RegExp(
    `${START}(?:(?:FRCP|FRE|CPR) ?(?:${SECTION} ?)?\\d{1,2}|FRE ?(?:${SECTION} ?)?\\d{3,4}|U\\.?C\\.?C\\.? ?(?:${SECTION} ?)?\\d{1,2}[A-Z]?-\\d{3})(?!\\d)(?:\\.\\d{1,3})?(?: ?\\([\\p{L}\\p{N}]{1,4}\\)){0,5}`,
    'gu',
  ),
  new RegExp(
    `${START}(?:Code civ\\.|C\\. civ\\.|C\\. pén\\.|C\\. trav\\.|C\\. com\\.),? arts?\\. ?(?:L|R|D)?\\.? ?${NUMBER}`,
    'gu',
  ),
]

/** Cheap, and true wherever one of the above may be. */
const WORTH_A_LOOK = /\d \p{L}|§|\p{L}[\p{L}.]{0,9} \d|\bact\b|ordinance|regulation|\] ?\d?/iu

/** Layer "protect": authorities stay readable. Sorted, without overlaps. */
export function findAuthorities(reading: Reading): readonly Kept[] {
  const { text } = reading
  if (!WORTH_A_LOOK.test(text)) return []
  const cited = AUTHORITIES.flatMap((expression) =>
    [...text.matchAll(expression)].map(({ index, 0: whole }) => ({ start: index, end: index + whole.length })),
  )
  return withoutOverlaps([...cited, ...findStatutes(reading)])
}

/** What the matter knows, and the number of its own case, is masked even inside of an authority: that one is then not kept. */
export function keepAuthorities(
  spans: readonly IdentifierSpan[],
  authorities: readonly Kept[],
): { readonly spans: readonly IdentifierSpan[]; readonly kept: readonly Kept[] } {
  const ofMatter = spans.filter(({ by, type }) => by === 'matter' || type === 'docket')
  const kept = authorities.filter((authority) => !ofMatter.some((span) => overlaps(span, authority)))
  return { kept, spans: spans.flatMap((span) => outside(span, kept)) }
}

/** Nor is anything masked in these, but what the matter knows; nor the small words alone of "Según el RD 1299/2006". */
export function withoutPublished(
  text: string,
  spans: readonly IdentifierSpan[],
  these: readonly Kept[],
): readonly IdentifierSpan[] {
  return spans.flatMap((span) => {
    if (span.by === 'matter') return [span]
    const rest = outside(span, these)
    return rest[0] === span ? rest : rest.filter(({ start, end }) => !hasOnlySmallWords(text.slice(start, end)))
  })
}

function hasOnlySmallWords(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => isFunctionWord(word.toLowerCase()))
}

/** What of a span lies before or behind what is kept; nothing of one that lies inside. */
function outside(span: IdentifierSpan, kept: readonly Kept[]): readonly IdentifierSpan[] {
  const other = kept.find((one) => overlaps(span, one))
  if (!other) return [span]
  const before = span.start < other.start ? [{ ...span, end: other.start }] : []
  return other.end < span.end ? [...before, ...outside({ ...span, start: other.end }, kept)] : before
}

/** Words that lead to an authority and are taken for its beginning; a title that has its own article loses it. */
const LEADING =
  /^(?:(?:see|cf|compare|contrast|accord|but|also|and|or|following|applying|under|in|on|at|by|per|for|from|with|without|of|to|as|if|unless|until|since|because|when|where|while|although|though|after|before|both|like|given|nothing|parts?|only|even|pursuant|the|a|an|this|that|these|its)\b(?! re\b)[.,]? )+(?=\p{L})/iu

/** The statutes, rules and published decisions that a text names, as it names them, each once. */
export function authoritiesIn(text: string, lists: WordLists): readonly string[] {
  const found = findAuthorities(readWords(text, lists)).map(({ start, end }) => text.slice(start, end))
  return [...new Set(found.map((authority) => authority.replace(LEADING, '')))]
}

const STATUTE = /^(?:Act|Ordinance|Regulations?)$/u

/** What makes it one: its year, and perhaps the place in it. */
const YEAR_AND_PLACE =
  /^ (?:1[789]|20)\d{2}(?:,? (?:s|ss|sections?|art|articles?|reg|paras?)\.? ?\d{1,4}[\p{L}]?(?: ?\([\p{L}\p{N}]{1,4}\)){0,5})?/iu
const JOINS = /^(?:of|and|the|for|from|to|in|against)$/u

/** What statutes are about and families are called as well. */
const SUBJECTS = new Set(
  'law sale goods land bank house school church police rent road water wills day child justice'.split(' '),
)

/** "Trusts of Land and Appointment of Trustees Act 1996" has eight before it. */
const LONGEST_TITLE = 10

/**
 * Statutes with their year: "Landlord and Tenant Act 1954". A title is made of common words; at the first word that may be somebody's
 * name, and at the end of a sentence, it has its beginning.
 */
function findStatutes({ text, words }: Reading): readonly Kept[] {
  return words.flatMap((word, at) => {
    const behind = STATUTE.test(word.text) ? YEAR_AND_PLACE.exec(text.slice(word.end, word.end + 80)) : null
    const from = behind ? titleStart(words, at) : at
    if (!behind || from === at) return []
    return [{ start: wordAt(words, from).start, end: word.end + behind[0].length }]
  })
}

/** What codes and laws are called in the Romance languages and in Polish; what they are of follows. */
const LAW_HEAD =
  /^(?:ley|leyes|código|estatuto|reglamento|texto|constitución|codice|statuto|regolamento|legge|testo|costituzione|code|loi|règlement|lei|consolidação|regulamento|constituição|kodeks(?:u|em|ie|owi)?|ordynacj[aiię]|ustaw[ayęą]|wet|wetboek)$/iu
const LAW_JOINS =
  /^(?:de|del|della|delle|dello|dei|degli|di|da|do|das|dos|des|du|la|las|los|le|les|el|e|y|et|i|o|sobre|relativa|en|in|em|a|al|d|l|van|voor)$/iu
const LONGEST_LAW = 9

/** "Ley de Enjuiciamiento Civil", "Código de Defesa do Consumidor", "Kodeks pracy": of common words, at least one of them with a capital. */
export function findLawTitles({ words }: Reading): readonly Kept[] {
  return words.flatMap((word, at) => {
    if (word.shape === 'lower' || !LAW_HEAD.test(word.text)) return []
    let [to, hasContent] = [at + 1, false]
    for (let next = at + 1; next < at + LONGEST_LAW && /^(?: |['’])$/u.test(wordAt(words, next).gap); next += 1) {
      const each = wordAt(words, next)
      if (LAW_JOINS.test(each.text)) continue
      if (!isOfLaw(each)) break
      if (each.shape === 'lower' && hasContent && wordAt(words, next - 1).shape !== 'lower') break
      ;[to, hasContent] = [next + 1, true]
    }
    return hasContent ? [{ start: word.start, end: wordAt(words, to - 1).end }] : []
  })
}

/** No name of anybody: a law of a person is told otherwise. */
function isOfLaw({ shape, ordinary, name, levels }: Word): boolean {
  return (
    shape !== 'digits' && ordinary > 0 && levels.place === 0 && (name === 0 || (ordinary === 2 && levels.first === 0))
  )
}

/** Where the title begins that ends before `to`; `to` itself: nowhere. */
function titleStart(words: readonly Word[], to: number): number {
  let from = to
  for (let at = to - 1; at >= to - LONGEST_TITLE && wordAt(words, at + 1).gap === ' '; at -= 1) {
    if (isTitleWord(wordAt(words, at))) from = at
    else if (!JOINS.test(wordAt(words, at).text)) break
  }
  return has(DETERMINERS, words[from]) && from < to ? from + 1 : from
}

function isTitleWord(word: Word): boolean {
  const { shape, ordinary, name, text } = word
  if (shape !== 'title' || has(TITLES, word)) return false
  return ordinary > 0 && (name < ordinary || SUBJECTS.has(text.toLowerCase()))
}
