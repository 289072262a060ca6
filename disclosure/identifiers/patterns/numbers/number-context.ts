import { monthNumber } from '../../../../text/calendar-words.ts'
import { CURRENCY_WORD } from '../../../../text/money.ts'
import { inAnyCase } from '../any-case.ts'
import type { Around } from '../pattern.ts'
import { wordSet } from '../../tokens/word-at.ts'

/** Statutes, decrees, directives and the papers that publish them, in eight languages; without points, in small letters. */
const LAW = wordSet(`
  act acts regulation regulations directive directives statute ordinance usc cfr
  gesetz gesetzes verordnung vo richtlinie rl bgbl lgbl rgbl gbl gvbl bundesgesetz drucksache btdrs
  loi lois décret arrêté ordonnance règlement directive circulaire convention jorf accord
  ley leyes orgánica decreto decretos rdl rdleg dl reglamento directiva convenio boe doue
  legge leggi l dlgs dpr dm dpcm regolamento direttiva circolare gu guue ccnl
  lei leis decreto-lei portaria regulamento diretiva súmula medida provisória instrução
  wet verordening richtlijn stb stcrt regeling
  ustawa ustawy ustawie ustawę rozporządzenie rozporządzenia rozporządzeniem dyrektywa dyrektywy dyrektywą dzu uchwała uchwały poz`)

/** Courts whose decisions are published, and their reports. */
const PRECEDENTS = wordSet(`
  uksc ukhl ewca ewhc echr cjeu ecj ecli hudoc
  bgh bverfg bag bsg bverwg bfh eugh egmr ogh vfgh vwgh bundesgericht bundesgerichts bundesgerichtshof bundesgerichtshofs
  bundesverfassungsgericht bundesarbeitsgericht bundessozialgericht bge atf dtf bghz bghst njw beckrs rz rn
  cassation cass soc su ssuu ce conseil-constitutionnel conseil cedh cjue bull
  tc stc sts ssts sstc ats atc stsj sap sentencias supremo constitucional tjue tedh roj jur
  cassazione cost costituzionale cgue consulta adunanza
  stj stf tst tjsp resp agrg hc rhc adi adpf
  hoge raad crvb rvs nj
  sn nsa najwyższy najwyższego trybunał trybunału tsue etpcz osnc osnkw`)

/**
 * What is said beside a law or a decision. Not what the ward says as well: arrest, practice, judgment, "Klage", "Verordnung", "arrêt",
 * "conseil", "código", "corte", "sensi", "codice", "legge", "lei", "processo", "uitspraak", "raad"; "Art" only with its number.
 */
const CUES = wordSet(`
  courts tribunal defendant claimant plaintiff appellant statute
  gesetz gesetzes urteil urteils urt beschluss beschlusses beschl gericht gerichts kläger klägerin bgb zpo stgb stpo hgb bgh bverfg njw
  loi décret cour requête
  ley decreto sentencia juzgado
  sentenza ordinanza sez tribunale cass
  acórdão
  wetboek vonnis ecli rechtbank verordening
  ustawa ustawy ustawie wyrok wyroku uchwała uchwały postanowienie sąd sądu kodeks kodeksu rozporządzenie`)

/** "§ 12", "Art. 1382", "artículo 5": of a statute. */
const PARAGRAPH =
  /§|(?<!\p{L})(?:art\.?|arts\.|articles?|artikels?|artículos?|articol[oi]|artigos?|artykuł[uy]?)\s?\d/iu

/** Words of the ward that only together are said of law: "ai sensi della", and not "perdita dei sensi". */
const PHRASES =
  /(?<!\p{L})(?:ai sensi (?:de|del|dell[ao]?|degli|dei|delle|di)|in forza (?:del|dell[ao]?|di)|nos termos d[aoe]s?|ao abrigo d[aoe]s?|código (?:civil|penal|procesal|de comercio|do trabalho|de processo)|codice (?:civile|penale|di procedura|della strada)|code (?:civil|pénal|du travail|de commerce|de procédure)|conseil d['’][ée]tat|legge (?:n\.? ?)?\d|conforme (?:al art|a la ley|al código|al real decreto)|al amparo de|en vertu d[eu’']|burgerlijk wetboek|kodeksu (?:cywilnego|karnego|pracy)|(?:so|urteil|beschluss|entscheidung|rechtsprechung|laut|vgl\.?) (?:das|dem|des) b[as]g)(?!\p{L})/giu

/** How many different cues of law are in a text. */
export function legalCues(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const phrases = new Set(text.toLowerCase().match(PHRASES))
  return new Set(words.filter((word) => CUES.has(word))).size + phrases.size + (PARAGRAPH.test(text) ? 1 : 0)
}

/** These are tests of the ward, titles and initials too: BSG, CE, L. */
const AMBIGUOUS = wordSet('l dl dm rd rl vo poz bag bsg ce hc sn tc tk su rz rn con cost soc nj sap jur')

/** What may stand between such a word and its number. */
const BETWEEN = wordSet(`
  no nos number numbers nr nrs n nº num núm numer numero número numéro the of and
  vom der des den und i ii iii iv v vi vii viii ix x
  du de la le les et des en
  del della dello dei di e sez civ pen un unite sezione sezioni lav trib con sent sentenza ordinanza ord
  sala pleno sección secc sentencia auto
  do da dos das
  van het
  z dnia r roku art
  eu eg eec ec eurat ewg ce cee ue we euratom
  urteil beschluss urt beschl az az. arrêt jugement wyrok wyroku postanowienie uchwała acórdão acórdãos turma relator rel min arrest vonnis`)

/** Registers of drugs, goods, books, trials and standards: their numbers name no person. */
const CATALOGUES =
  /(?<![\p{L}])(?:ICD|CIE|CIM|DSM|OPS|CPT|HCPCS|ATC|PZN|AIC|NDC|EAN|GTIN|ISBN|ISSN|DOI|PMID|PMCID|NCT|EudraCT|ISRCTN|DRKS|ISO|DIN|EN|IEC|UNI|UNE|NEN|BS|UN|Executive Order|catalog(?:ue)?|Cat|CAS|DRG|LOINC|SNOMED(?: CT)?|SCTID|OMIM|ORPHA|AWMF|MedDRA|RAL|rs|Code|código nacional|CN)(?:[- ]?\d{1,3})?[\s:.-]{0,3}(?:(?:n[°ºo]|nr|no|n)\.?[\s:]{0,2})?$/u
const UNITS =
  'mg|µg|μg|mcg|ug|ng|pg|g|kg|t|l(?!\\.)|L|dl|dL|cl|ml|mL|µl|μl|ul|fl|m|cm|mm|km|m²|m2|qm|mq|ha|mol|mmol|µmol|μmol|nmol|pmol|mval|mEq|mosm|IU|IE|UI|U|UE|j\\.m|jm|kcal|kJ|J|Gy|cGy|mGy|Sv|mSv|Bq|MBq|GBq|Hz|kHz|V|kV|W|kW|mmHg|cmH2O|kPa|hPa|bpm|rpm|km/h|cc|cp|cpr|cps|gtt|gtts|log'
const COUNTED =
  'h|hrs?|hours|min|Uhr|Std|Stunden|Tage|days|jours|días|giorni|dias|dagen|dni|weeks|Wochen|years|Jahre|ans|años|anni|anos|jaar|lat|x|copies|copie|copias|cópias|Kopien|kopieën|kopii|cells|Zellen|cellules|células|cellule|cellen|komórek|patients|Patienten|pazienti|pacientes|persons|people|Personen|personnes|personas|persone|pessoas|personen|osób|words|lei|reais|hab|inhabitants|Einwohner'
const behind = (words: string) =>
  new RegExp(`^(?:[.,]\\d{1,2})?[ \u00a0-]?(?:[%‰€$£°]|(?:${words})(?![\\p{L}]|\\. ?\\p{Lu}))`, 'u')

/** Units behind a number; and what is counted. */
const DOSED = behind(UNITS)
const MEASURED = behind(`${UNITS}|${COUNTED}|${CURRENCY_WORD}`)

/** "Dz. U. 2016" goes on behind its full stops; "under the Act. No. 48213" ends. */
const CLAUSE_END = new RegExp(
  String.raw`[;:!?\n]|\.\s(?=\p{Lu}\p{L}{3})|(?<=(?:^|\P{L})(?:${inAnyCase('acts?|regulations?|gesetz|ley|loi|legge|lei|wet')}))\.\s`,
  'u',
)

/** Whether the number behind these words is one of a statute or of a published decision. */
export function isOfLaw(before: string): boolean {
  const clause = before.split(CLAUSE_END).at(-1) ?? ''
  // Of "mmol/L 4182" the L is no legge.
  const words = clause.match(/(?<![/\p{L}.])\p{L}(?:[\p{L}’'-]|\.(?=\p{L}))*/gu) ?? []
  for (const word of words.toReversed()) {
    const plain = word.toLowerCase().replaceAll('.', '')
    if (LAW.has(plain) || (PRECEDENTS.has(plain) && /^\p{Lu}/u.test(word)))
      return !AMBIGUOUS.has(plain) || legalCues(before) > 0
    if (!BETWEEN.has(plain) && monthNumber(plain) === 0) return false
  }
  return false
}

/** Ends with a day, or begins with what a court gives. */
const DECIDED =
  /\d{4}\P{N}{0,8}$|(?:urteil|beschluss|wyrok|uchwała|postanowienie|arrêt|arrest|sentenza|sentencia|acórdão)\p{L}{0,3} .{0,40}$/iu

/** "BGH, Urteil vom 12.3.2019 – ": a decision of a high court with its day; a matter of one's own has no decision there yet. */
export function isPublished(before: string): boolean {
  return DECIDED.test(before) && isOfLaw(before)
}

function isOfCatalogue(before: string): boolean {
  return CATALOGUES.test(before)
}

/** "1250 mg", "2000 patients", "18 400 €". */
export function isMeasured(after: string): boolean {
  return MEASURED.test(after)
}

/** "1250 mg", "96 %". */
export function isDosed(after: string): boolean {
  return DOSED.test(after)
}

/** Whether what stands around a number says that it names nobody. */
export function isHarmlessNumber({ before, after }: Around): boolean {
  return isMeasured(after) || isOfLaw(before) || isOfCatalogue(before)
}

/** "no.", "Nr.", "n.º", "núm.", in eight languages. */
export const SIGN = inAnyCase(
  '(?:n\\.?[ \u00a0]?[°º]\\.?|n[°º]s|nos?\\.|n\\.|nr\\.?|nrs\\.|nros?\\.?|num\\.?|núm\\.?|numbers?|nummer|numer|numéros?|números?|numero|№|#)',
)

/** Behind a label also "no", which by itself is an ordinary word in four languages. */
export const SIGN_OR_NO = `(?:${SIGN}|[Nn]o|NO|[Ii][Dd]|[Cc]ode)`
const UNIT = '(?:mg|µg|mcg|g|kg|ml|mL|l|L|cm|mm|IE|UI|IU|E|U|h|min|Uhr|x|%|€)'

/**
 * Letters and digits with the marks of numbers between them, at most four capitals before ("AXA 88120") and six groups of digits
 * behind ("2023 004 118"), of which none has a unit.
 */
export const CODE = `(?<id>(?:\\p{Lu}{1,4}[. ])?(?=[^\\s,;()|]{0,30}\\d)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}./_\\\\-]{0,38}[\\p{L}\\p{N}])?(?:[ \u00a0]\\d{2,12}(?![\\p{L}\\p{N}/]|\\.\\p{N}| ?${UNIT}(?!\\p{L}))){0,6}(?:(?<=/\\d{2,4}) [A-Z]{1,2}(?![\\p{L}\\p{N}.]))?)(?![\\p{L}\\p{N}])`

export function digitsIn(found: string): number {
  return found.replace(/\D/g, '').length
}

/** "0.75", "1.23-1.45": a measure, or an interval of two. */
export function isDecimal(found: string): boolean {
  return /^\d{1,4}[.,]\d{1,2}(?:[-–]\d{1,4}(?:[.,]\d{1,3})?)?$|^[01]\.\d{3}(?:[-–][01]\.\d{1,3})?$/.test(found)
}

/** "2023", "1.000", "150000": a year or a round number, which is seldom anybody's. */
export function isYearOrRound(found: string): boolean {
  return /^(?:19|20)\d{2}$/.test(found) || /^[1-9]\d{0,3}(?:[.,’']?000)+$|^[1-9]\d{1,2}00$/.test(found)
}
