import { digitsIn, isHarmlessNumber, isOfLaw, isYearOrRound } from './number-context.ts'
import { namesMeasure } from './laboratory-values.ts'
import { readDates } from '../../../../text/dates.ts'
import { currencyRows } from '../../../../text/money.ts'
import type { Around, Judgement, Pattern } from '../pattern.ts'

/** Words of medicine, law and trade that look like a code and name nobody. */
const HARMLESS: readonly RegExp[] = [
  // Diagnoses and procedures: S72.001A, 5-820.00, C09AA05; "F43.1/F60.3".
  /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?(?:[-/][A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)*$/,
  /^[1-9]-\d{2}[\dA-Z](?:\.[\dA-Z]{1,2})?$/,
  /^[A-V]\d{2}[A-Z]{2}\d{2}$/,
  // Changes of genes and their transcripts: G20210A, RS1801133, NM_000059.3.
  /^[A-Z]\d{1,5}[A-Z]$/,
  /^(?:RS\d|N[MPGCR]_|ENS[TGP]\d|GSE\d|CELEX|ECLI|FY\d)/i,
  /^(?:BNT162B2|MRNA-1273|AZD1222|H\dN\d|B\.1\.\d)/i,
  // Tumours, pregnancies, teeth, blood groups: pT3N1M0, G3P2002.
  /^[CPYRAM]{0,3}T(?:\d|IS|X).{0,8}N[0-3X]/i,
  /^G\d{1,2}[-/]?P\d/,
  /^H?LA-|^D[RQP][AB]\d/,
  // Directives, articles and cases of the Union: 93/13/CEE, L1234-1, 32016R0679, C-123/20.
  /^[CTF]-\d{1,4}\/\d{2}P?$/,
  /\/(?:EG|EU|EWG|CE|CEE|UE|EC|EEC|WE|EWG|JHA|JI|GAI|JBZ)$/,
  /^[LRDA]\.?\d{1,4}(?:-\d{1,3}){1,3}$/,
  /^[1-9]\d{4}[A-Z]{1,2}\d{4}$/,
  // Of the form of a day or a moment, and of an interval of years.
  /^\d{4}-\d{2}-\d{2}T/,
  /^(?:[A-Z]{1,4}[-/]?)?(?:19|20)\d{2}(?:[-/](?:19|20)?\d{2})?[A-Z]{0,2}$/,
  // A figure with its unit or its currency: 1000MG, EUR18.400.
  /^\d[\d.,]*(?:MG|ML|KG|G|L|UI|IE|IU|U|E|MM|CM|KM|M|HZ|W|V|KCAL|X)$/,
  new RegExp(
    `^\\d[\\d.,]*(?:${currencyRows()
      .map(([code]) => code)
      .join('|')})$`,
  ),
]
/** Studies and papers in public registers. */
const REGISTERED = /^(?:NCT\d|ISRCTN|DRKS\d|ACTRN|EUCTR|PMC\d|PMID)/i

/** Letters and digits mixed, with the marks that stand in numbers; a word, a sum or an address does not go on beside it. */
const MIXED =
  /(?<![\p{L}\p{N}@#_€$£+]|[\p{N}\p{L}][.,/:\\-])(?=[\p{L}./_-]{0,12}\d)(?=[\d./_-]{0,20}\p{L})[\p{Lu}\d][\p{Lu}\d./_-]{3,38}[A-Za-z\d](?![\p{L}\p{N}@]|[.,/-]\p{N})/dgu
/** Letters of any case among so many digits. */
const LONG_RUN = /(?<![\p{L}\p{N}@#_./-])(?=\p{L}{0,12}\d{0,12}\p{L}{0,12}\d{7})[\p{L}\d]{8,44}(?![\p{L}\p{N}@])/dgu
/** Seven digits and more in a row. */
const DIGITS = /(?<![\p{L}\p{N}@€$£]|[\p{N}][.,/:]|[€$£] )\d{7,24}(?![\p{L}\p{N}@]|[.,]\p{N})/dgu
/** "CRM-MG 38914", "GDC 81227", "Céd. 774190": letters in short before five digits and more. */
const ACRONYM =
  /(?<![\p{L}\p{N}.-])(?:\p{Lu}[\p{Lu}\p{Ll}]{0,2}\p{Lu}{1,5}(?:[-/]\p{Lu}{2})?|(?:\p{Lu}\.){2,4}|\p{Lu}{2,8}[-/]\p{Lu}{2}|\p{Lu}\p{Ll}{1,4}\. (?:\p{Lu}\p{Ll}{2,5}\.))(?: ?[:–]| n[°º.]{0,2}| nr\.?)? (?<id>\d{5,12}|\d{1,3}(?:\.\d{3}){1,3}(?:-\d)?)(?![\p{L}\p{N}]|[.,/-]\p{N})/dgu

/** Capitals before a number in parts: "KT 0041-827193". */
const SPACED = /(?<![\p{L}\p{N}.-])\p{Lu}{1,4} (?=[\d./-]{7})\d{2,8}(?:[/-]\d{1,8}){1,3}(?![\p{L}\p{N}]|[.,/-]\p{N})/dgu

/** Numbers that their shape alone tells, whatever stands before. */
export const CODE_PATTERNS: readonly Pattern[] = [
  { type: 'id', expression: MIXED, confidence: 0.7, judge: judgeMixed },
  {
    type: 'id',
    expression: LONG_RUN,
    confidence: 0.7,
    judge: (found, around) => judgeMixed(found.toUpperCase(), around),
  },
  {
    type: 'id',
    expression: DIGITS,
    confidence: 0.65,
    judge: (found, around) => (/^\d{1,4}0+$/.test(found) || isHarmlessNumber(around) ? null : {}),
  },
  { type: 'id', expression: SPACED, confidence: 0.6, judge: judgeSpaced },
  { type: 'id', expression: ACRONYM, confidence: 0.65, judge: judgeAcronym },
  // Two parts of capitals and a number: RT/OWU/118.
  {
    type: 'id',
    expression:
      /(?<![\p{L}\p{N}/.-])\p{Lu}{2,6}(?:[/-]\p{Lu}{2,6}){1,3}[/-]\d{3,8}(?:[/-]\d{1,6})?(?![\p{L}\p{N}]|[/-]\p{N})/dgu,
    confidence: 0.7,
    judge: judgeMixed,
  },
]

export function isRegistered(found: string): boolean {
  return REGISTERED.test(found)
}

function judgeMixed(found: string, around: Around): Judgement | null {
  if (!isLongEnough(found) || isRegistered(found) || HARMLESS.some((form) => form.test(found))) return null
  // "CRP142", "ISO-13485".
  const [, word] = /^(\p{L}{2,})-?[\d.]{1,7}$/u.exec(found) ?? []
  return (word && namesMeasure(word)) || isHarmlessNumber(around) ? null : {}
}

/** Three figures in a row, four in all, and five beside a single letter; three also behind two parts of capitals. */
function isLongEnough(found: string): boolean {
  const letters = found.match(/\p{L}+/gu) ?? []
  const isLone = letters.length === 1 && letters[0]?.length === 1
  const fewest = isLone ? 5 : /\p{Lu}{2}[/-]\p{Lu}{2}/u.test(found) ? 3 : 4
  return letters.length > 0 && /\d{3}/.test(found) && digitsIn(found) >= fewest
}

const THREE_PAIRS = /^\d{2}([/-])\d{2}\1\d{2}$/

/** No series of laws and decisions, "SI 2013/3134", and no day: that is found as one, whoever's initials stand before it. */
function judgeSpaced(found: string, around: Around): Judgement | null {
  const [letters = '', number = ''] = found.split(' ')
  if (readDates(number).some(({ end }) => end === number.length)) return null
  // "Kamerstukken II 2018/19": years of a session.
  if (namesMeasure(letters) || isOfLaw(letters) || / (?:19|20)\d{2}\/\d{2}$/.test(found)) return null
  // "MX 31/28/19": of so many parts no score is.
  if (THREE_PAIRS.test(number)) return isHarmlessNumber(around) ? null : {}
  return judgeMixed(found, around)
}

function judgeAcronym(found: string, around: Around): Judgement | null {
  const words = around.before.match(/\p{L}+(?:\.\p{L}+)*/gu) ?? []
  const region = /[-/]\p{Lu}{2}[ :]/u.test(around.before.slice(-6))
  if (/^\d{1,3}\.\d{3}$/.test(found) && !region) return null
  if (words.slice(-2).some(namesMeasure) || isYearOrRound(found)) return null
  return isHarmlessNumber(around) ? null : {}
}
