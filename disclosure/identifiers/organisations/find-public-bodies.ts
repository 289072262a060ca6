import type { Kept } from '../identifier.ts'
import { PARTICLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import { everyMatch } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { isGenericOfCourts, kindAt } from './organisation-kinds.ts'

/** Central banks, registers and bodies of states and of the world, by language. */
const INSTITUTIONS = [
  'Bank of England|European Central Bank|Federal Reserve(?: Bank| Board| System)?|Companies House|(?:HM )?Land Registry|HM (?:Revenue (?:and|&) Customs|Treasury)|Home Office|World Health Organi[sz]ation|World Bank|United Nations|European (?:Commission|Parliament|Council|Medicines Agency)|Food and Drug Administration',
  '(?:Deutsche[nr]? )?Bundesbank|Europäische[nr]? (?:Zentralbank|Kommission|Parlaments?)|Weltgesundheitsorganisation|Bundeskartellamt(?:s|es)?|Bundesagentur für Arbeit|Robert[- ]Koch[- ]Institut(?:s|es)?|Paul[- ]Ehrlich[- ]Institut(?:s|es)?|(?:Schweizerische[nr]?|Oesterreichische[nr]?) Nationalbank',
  'Banque de France|Banque centrale européenne|Commission européenne|Parlement européen|Organisation mondiale de la [Ss]anté|Nations [Uu]nies|Banque nationale (?:suisse|de Belgique)',
  'Banco de España|Banco Central Europeo|Comisión Europea|Parlamento Europeo|Organización Mundial de la Salud|Naciones Unidas',
  "Banca d[’']Italia|Banca [Cc]entrale [Ee]uropea|Commissione [Ee]uropea|Parlamento [Ee]uropeo|Organizzazione [Mm]ondiale della [Ss]anità|Nazioni Unite",
  'Banco de Portugal|Banco Central (?:Europeu|do Brasil)|Comissão Europeia|Parlamento Europeu|Organização Mundial d[ae] Saúde|Nações Unidas',
  '(?:De )?Nederlandsche Bank|Nationale Bank van België|Europese (?:Centrale Bank|Commissie)|Europees Parlement|Wereldgezondheidsorganisatie|Verenigde Naties|Kamer van Koophandel',
  'Narodow(?:y|ego|emu|ym) Bank(?:u|owi|iem)? Polski(?:ego|emu|m)?|Europejski(?:ego|emu|m)? Bank(?:u|owi|iem)? Centraln(?:y|ego|emu|ym)|Komisj[aię] Europejsk(?:a|iej|ą)|Parlament(?:u|owi|em)? Europejski(?:ego|emu|m)?|Światow(?:a|ej|ą) Organizacj[aię] Zdrowia|Narod(?:y|ów) Zjednoczon(?:e|ych)',
].join('|')

/** Courts, councils and royal bodies of a profession that are known to everybody, where no word of their kind stands in their name. */
const WELL_KNOWN = new RegExp(
  String.raw`(?<!\p{L})(?:(?:The )?(?:${INSTITUTIONS})|Hoge Raad|Raad van State|Centrale Raad van Beroep|Conseil d['’][ÉE]tat|Conseil constitutionnel|Consiglio di Stato|Bundes(?:gerichtshof|verfassungsgericht|sozialgericht|arbeitsgericht|verwaltungsgericht|finanzhof|gericht|rat|tag)(?:s|es)?|Oberster Gerichtshof|Obersten Gerichtshof(?:s|es)?|Cassazione|Trybunał(?:u)? Konstytucyjn(?:y|ego)|Naczeln(?:y|ego) Sąd(?:u)? Administracyjn(?:y|ego)|Sąd(?:u)? Najwyższ(?:y|ego)|Minist[eé]rio (?:Fiscal|P[úu]blico)|Pubblic(?:o|i) Minister[oi]|Openbaar Ministerie|Skarb(?:u|owi|em)? Państwa|Crown Prosecution Service|Tribuna(?:l|is) da Relação|Julgados? de Paz|Procura(?:dor)?ia[- ]Geral da República|Abogac[ií]a del Estado|Avvocatura dello Stato|Rzecznik(?:a|owi)? (?:Finansow(?:y|ego|emu)|Praw Obywatelskich|Praw Dziecka|Praw Pacjenta)|Financial Ombudsman Service|House of Lords|Privy Council|Royal (?:Institution|Institute|College|Society|Academy|Faculty) of \p{Lu}\p{Ll}+(?:,? (?:and |of )?\p{Lu}\p{Ll}+){0,4})(?!\p{L})`,
  'gu',
)
const COURT = /court|cour$|tribunal|gericht|juzgado|audiencia|corte|rechtbank|sąd|comarca/iu
const JOINT = /^(?:[ \u00a0]|['’]| ?\p{L}{1,4}['’])$/u
const LONGEST = 8

/** "the High Court", "la Corte di Cassazione", "Sąd Najwyższy": every text may name them, and they name nobody. */
export function findPublicBodies(reading: Reading): readonly Kept[] {
  const { text, words } = reading
  const known = everyMatch(text, WELL_KNOWN).map(({ index, 0: name }) => ({ start: index, end: index + name.length }))
  const generic = words.flatMap((_, at) => {
    const [from, to] = genericRun(words, at)
    return to - from > 1 ? [{ start: wordAt(words, from).start, end: wordAt(words, to - 1).end }] : []
  })
  return [...known, ...generic]
}

/** The words around a kind of organisation of which none tells one from another. */
function genericRun(words: readonly Word[], kind: number): readonly [from: number, to: number] {
  if (!COURT.test(wordAt(words, kind).text) || !kindAt(words, kind)) return [kind, kind]
  let from = kind
  while (kind - from < LONGEST && isPart(words, from - 1) && JOINT.test(wordAt(words, from).gap)) from -= 1
  const to = genericEnd(words, kind)
  // Something that names it may follow: then it is not one of those that everybody knows.
  const next = wordAt(words, to)
  return isCapital(next) && JOINT.test(next.gap) ? [kind, kind] : [from, to]
}

function genericEnd(words: readonly Word[], kind: number): number {
  let to = kind + 1
  for (let at = kind + 1; at < kind + LONGEST && JOINT.test(wordAt(words, at).gap); at += 1) {
    if (isPart(words, at)) to = at + 1
    else if (!has(PARTICLES, wordAt(words, at)) && !/^(?:of|for|a|i|o)$/u.test(wordAt(words, at).text)) break
  }
  return to
}

function isPart(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  return word.text.length > 2 && (isGenericOfCourts(word.text) || kindAt(words, at) !== null)
}
