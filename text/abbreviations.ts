import { LANGUAGES, type Language } from './languages.ts'
import { languagesOfMonth, monthNumber } from './calendar-words.ts'

type Table = {
  /** Something always follows, also a small word: "v. The State", "z.B. Die". */
  readonly before: string
  /** It may end a sentence as well, which the next word tells: titles, "Acme Inc.", "at 8 p.m." */
  readonly either: string
  /** A number follows, or the letter of a part: "art. 5", "No. 12", "Sec. A". Without one it is a word. */
  readonly number: string
  /** Before a capital it ends its sentence: "etc.", "30 min." */
  readonly last: string
}

/**
 * Words before a full stop that need not end a sentence, in law and medicine, in small letters and without the stop; with stops inside
 * they are one word. Single letters (initials) and short names of months need no entry.
 */
const TABLES: Readonly<Record<Language, Table>> = {
  en: {
    before: 'mr mrs messrs v vs viz cf e.g i.e eg ie approx ca',
    either:
      'ms dr drs prof asst assoc rev hon gov gen rep reps sen sens col capt lt sgt cpl atty mt st ave blvd rd dept ed eds ex rel fed cir dist supp stat op cit id ibid inst inj resp temp cap jr sr esq inc ltd co corp llc llp plc bros et al seq tel u.s u.k u.s.c c.f.r d.c p.m a.m b.i.d t.i.d q.i.d q.d q.h p.o p.r.n i.v i.m s.c f.2d f.3d f.supp ph.d m.d b.a m.a',
    number:
      'no nos art arts sec secs sect para paras par cl cls ch chs fig figs vol vols p pp pt pts reg regs app tab tbl ref sched r rr fn n',
    last: 'etc min max hr hrs wk wks mo mos yr yrs wt ht ft',
  },
  de: {
    before: 'bzw ca vgl gem ggf evtl inkl exkl zzgl sog allg insb insbes z.b z.t d.h u.a tgl i.d.r i.v.m i.s.d bspw vs',
    either:
      'hr hrn fr frl dr dres prof dipl ing mag ra i.v a.a m.w.n hrsg geb verh gest st zz zt jew einschl betr aufl str jh jhdt mio mrd tel std ff o.ä u.ä a.f n.f',
    number: 'nr nrn art abs rn rdnr rz lit ziff s bd abb tab kap anm az § §§ anl',
    last: 'usw etc u.s.w min max',
  },
  fr: {
    before: 'm mm cf env p.ex c.-à-d',
    either: 'mme mlle me dr pr prof av boul bd rép ex s.a s.a.r.l ss suiv',
    number: 'art al éd p pp n no nos chap vol fig tab sect paragr',
    last: 'etc',
  },
  es: {
    before: 'p.ej ej cfr aprox',
    either: 'sr sra srta sres sras d dña dn dr dra lic ing prof profa ud uds vd vds av avda ee.uu s.a s.l ss',
    number: 'art arts núm núms nº pág págs p pp cap vol fig tab párr inc lit',
    last: 'etc',
  },
  it: {
    before: 'p.es es cfr ca c.d',
    either: 'sig sigg sig.ra sigg.ri dott dott.ssa dr avv ing prof prof.ssa geom rag on ss segg s.p.a s.r.l',
    number: 'art artt n nn pag pagg p pp cap vol lett par fig tab sez',
    last: 'ecc',
  },
  pt: {
    before: 'p.ex cfr aprox',
    either: 'sr sra srs sras dr dra drs prof profa eng arq exmo exma av ltda s.a ss',
    number: 'art arts n nº núm pág págs p pp cap vol fl fls inc fig tab al',
    last: 'etc',
  },
  nl: {
    before: 'bijv bv d.w.z o.a m.b.t i.v.m t.a.v t.o.v m.n resp ca zgn vgl incl excl evt',
    either: 'dhr mevr mw mr drs ir ing prof dr jl j.l n.v b.v',
    number: 'art artt nr nrs blz p pp par hfst afb tab bijl',
    last: 'enz etc',
  },
  pl: {
    before: 'np m.in tzn tj tzw por zob ok',
    either:
      'prof dr hab mgr inż lek med adw r.pr sędz św ul al pl os gen płk kpt im ww r w zł godz tel tys mln mld sp s.a',
    number: 'art ust pkt poz nr str s lit rozdz ryc tab zał sygn',
    last: 'itd itp',
  },
}
/** Short ones of these languages that are no word of another and are read wherever they stand; other short ones in their language. */
const SURE =
  'abs bzw vgl ggf hr hrn frl nr nrn mme mlle sr sra srta sres dña núm pág sig avv dott artt pagg exmo dhr mevr blz ust pkt poz tzn tzw mgr inż'.split(
    ' ',
  )
const SHORTEST = 4

export type Abbreviation = keyof Table

const WORDS = new Map(
  LANGUAGES.map((language) => {
    const kinds = Object.entries(TABLES[language]) as [Abbreviation, string][]
    return [language, new Map(kinds.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)))]
  }),
)
/** Whatever the language: the English ones, and those of others that look like no word. */
const ANYWHERE = new Map([
  ...LANGUAGES.flatMap((language) => [...(WORDS.get(language) ?? [])]).filter(
    ([word]) => word.length >= SHORTEST || word.includes('.') || SURE.includes(word),
  ),
  ...(WORDS.get('en') ?? []),
])
/** The others. */
const IN_ITS_LANGUAGE = new Set([...WORDS.values()].flatMap((words) => [...words.keys()]))
/** What stands behind "art." or "No.": a figure, a Roman one, the letter of a part, or a number with letters. */
const A_NUMBER = /^[\s([#§№°º/]*(?:\d|[IVXLCDM]+(?!\p{L})|\p{Lu}(?![\p{L}'’])|[a-z]\)|\p{Lu}[\p{Lu}-]*\d)/u

type Around = { readonly before: string; readonly behind: string; readonly language: () => Language | null }

/** What a word before a full stop is, with what stands around it and in the language of the text; null for no abbreviation. */
export function abbreviationOf(word: string, { before, behind, language }: Around): Abbreviation | null {
  const key = word.toLowerCase()
  if (isShortMonth(key) && (/\d\s*$/.test(before) || /^\s*\d/.test(behind))) return 'either'
  const kind = ANYWHERE.get(key) ?? (IN_ITS_LANGUAGE.has(key) ? wordsOf(language()).get(key) : null) ?? null
  if (kind === 'number') return A_NUMBER.test(behind) ? 'before' : null
  return kind
}

function wordsOf(language: Language | null): ReadonlyMap<string, Abbreviation> {
  return (language && WORDS.get(language)) ?? new Map()
}

function isShortMonth(key: string): boolean {
  return monthNumber(key) > 0 && languagesOfMonth(key).length === 0
}

/** As they are written, those that a sentence has in its middle most: what an answer may go on behind. */
export const WRITTEN_ABBREVIATIONS: readonly string[] =
  'Mr Mrs Ms Dr Prof St No Nos v vs p pp Art Sec cl para Inc Ltd Co Corp approx e.g i.e cf Abs Nr bzw z.B d.h vgl ca Mme al art núm Sr Sra Sig Avv pág dhr mevr ust pkt'.split(
    ' ',
  )
