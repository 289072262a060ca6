import { LANGUAGES, type Language, languageOf } from './languages.ts'
import { foldWord } from './normalise.ts'
import type { Span } from './spans.ts'

/** A number written in words, with where it stands. */
export type WordNumber = Span & { readonly value: number; readonly isOrdinal: boolean; readonly language: Language }

/** 1 to 19, or further where one word goes further; then the tens from twenty; then the hundreds. Forms of one number by "/". */
type Table = {
  readonly small: string
  readonly tens: string
  /** Multiplied by the word before it ("two hundred"), or written out from one hundred on. */
  readonly hundred: string
  readonly hundreds?: string
  readonly scales: Readonly<Record<string, number>>
  readonly joins: string
  /** The days of a month, and of Polish also what ends a year. */
  readonly ordinals: string
}

const TABLES: Readonly<Record<Language, Table>> = {
  en: {
    small:
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    hundred: 'hundred',
    scales: { thousand: 1e3, million: 1e6, billion: 1e9 },
    joins: 'and',
    ordinals:
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth 30:thirtieth',
  },
  de: {
    small:
      'eins/ein zwei/zwo drei vier funf/fuenf sechs sieben acht neun zehn elf zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreissig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig',
    hundred: 'hundert',
    scales: { tausend: 1e3, million: 1e6, millionen: 1e6, milliarde: 1e9, milliarden: 1e9 },
    joins: 'und',
    ordinals:
      'erst zweit dritt viert funft/fuenft sechst siebt/siebent acht neunt zehnt elft zwolft/zwoelft dreizehnt vierzehnt funfzehnt/fuenfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst 30:dreissigst',
  },
  fr: {
    small:
      'un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    tens: 'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante',
    hundred: 'cent/cents',
    scales: { mille: 1e3, mil: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
    joins: 'et',
    ordinals: 'premier',
  },
  es: {
    small:
      'uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiun/veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    hundred: '',
    hundreds:
      'cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas',
    scales: { mil: 1e3, millon: 1e6, millones: 1e6 },
    joins: 'y',
    ordinals: 'primero/primer',
  },
  it: {
    small:
      'uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    hundred: 'cento',
    scales: { mille: 1e3, mila: 1e3, milione: 1e6, milioni: 1e6, miliardo: 1e9, miliardi: 1e9 },
    joins: 'e',
    ordinals: 'primo',
  },
  pt: {
    small:
      'um/uma dois/duas tres quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    hundred: '',
    hundreds:
      'cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas',
    scales: { mil: 1e3, milhao: 1e6, milhoes: 1e6 },
    joins: 'e',
    ordinals: 'primeiro',
  },
  nl: {
    small:
      'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    hundred: 'honderd',
    scales: { duizend: 1e3, miljoen: 1e6, miljard: 1e9 },
    joins: 'en',
    ordinals:
      'eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste 30:dertigste',
  },
  pl: {
    small:
      'jeden/jedna/jedno/jednego dwa/dwie/dwoch/dwoma trzy/trzech cztery/czterech piec/pieciu szesc/szesciu siedem/siedmiu osiem/osmiu dziewiec/dziewieciu dziesiec/dziesieciu jedenascie/jedenastu dwanascie/dwunastu trzynascie/trzynastu czternascie/czternastu pietnascie/pietnastu szesnascie/szesnastu siedemnascie/siedemnastu osiemnascie/osiemnastu dziewietnascie/dziewietnastu',
    tens: 'dwadziescia/dwudziestu trzydziesci/trzydziestu czterdziesci/czterdziestu piecdziesiat/piecdziesieciu szescdziesiat/szescdziesieciu siedemdziesiat/siedemdziesieciu osiemdziesiat/osiemdziesieciu dziewiecdziesiat/dziewiecdziesieciu',
    hundred: '',
    hundreds:
      'sto/stu dwiescie/dwustu trzysta/trzystu czterysta/czterystu piecset/pieciuset szescset/szesciuset siedemset/siedmiuset osiemset/osmiuset dziewiecset/dziewieciuset',
    scales: { tysiac: 1e3, tysiace: 1e3, tysiecy: 1e3, milion: 1e6, miliony: 1e6, milionow: 1e6 },
    joins: '',
    ordinals:
      'pierwszy/pierwszego drugi/drugiego trzeci/trzeciego czwarty/czwartego piaty/piatego szosty/szostego siodmy/siodmego osmy/osmego dziewiaty/dziewiatego dziesiaty/dziesiatego jedenasty/jedenastego dwunasty/dwunastego trzynasty/trzynastego czternasty/czternastego pietnasty/pietnastego szesnasty/szesnastego siedemnasty/siedemnastego osiemnasty/osiemnastego dziewietnasty/dziewietnastego dwudziesty/dwudziestego 30:trzydziesty/trzydziestego 40:czterdziestego 50:piecdziesiatego 60:szescdziesiatego 70:siedemdziesiatego 80:osiemdziesiatego 90:dziewiecdziesiatego 2000:dwutysiecznego',
  },
}
/** Written together, as one word: "einundzwanzig", "tweeëntwintig", "duecentoventuno". */
const TOGETHER: ReadonlySet<Language> = new Set(['de', 'it', 'nl'])
/**
 * Number words that are another word in one of the eight languages ("once", "due", "sei", the Polish "ten"), and so short that they may be
 * names or initials: numbers only where another number word of their language stands beside them, or where a date or a unit asks for
 * one. English is left out of it, whose words were always read.
 */
const OTHER_WORDS: Readonly<Partial<Record<Language, string>>> = {
  de: 'acht elf zwo hundert million',
  fr: 'six sept neuf dix cent cents mil mille million millions',
  es: 'dos seis once mil',
  it: 'due tre sei otto nove venti mille cento',
  pt: 'seis nove mil onze sete cem quatro',
  nl: 'elf acht vier tien drie miljoen',
  pl: 'sto stu drugi',
}

type Piece = {
  readonly value: number
  /** Multiplies what stands before it, up to a hundred or without limit; a `part` is added. */
  readonly kind: 'part' | 'hundred' | 'scale'
  readonly isOrdinal: boolean
}
type Word = Span & { readonly key: string }
type Run = WordNumber & { readonly isUnsure: boolean; readonly words: number }

const PIECES: ReadonlyMap<string, ReadonlyMap<Language, Piece>> = allPieces()
const JOINS = new Map(LANGUAGES.map((language) => [language, new Set(TABLES[language].joins.split(' '))]))
const UNSURE = new Map(LANGUAGES.map((language) => [language, new Set(OTHER_WORDS[language]?.split(' '))]))
const THOUSAND_INSIDE = /(?<=.)(?:tausend|duizend|mila)|(?:tausend|duizend|mila|mille)(?=.)/
const ARTICLES = new Set(['a', 'an'])

/** The numbers in words of a text, "six" and "one hundred and twenty thousand", "einundzwanzig", with their values; no "first". */
export function numberWordsIn(text: string): readonly WordNumber[] {
  const runs = wordNumbersIn(text).filter(({ isOrdinal, value }) => !isOrdinal && value !== 1)
  if (runs.every(({ isUnsure }) => !isUnsure)) return runs
  const spoken = languageOf(text)
  return runs.filter(({ isUnsure, language }) => !isUnsure || spoken === language)
}

/** Those too that may be other words, and "one" and "third": for who looks at what stands beside them; of these languages. */
export function wordNumbersIn(text: string, among: readonly Language[] = LANGUAGES): readonly Run[] {
  const words = [...text.matchAll(/\p{L}+/gu)].map(
    ({ 0: word, index }): Word => ({ key: foldWord(word), start: index, end: index + word.length }),
  )
  const runs: Run[] = []
  for (let at = 0; at < words.length; ) {
    const longest = runAt(words, at, text, among)
    if (longest) runs.push(longest)
    at += longest?.words ?? 1
  }
  return runs
}

/** The longest number that begins at a word; of two equally long the English one. */
function runAt(words: readonly Word[], at: number, text: string, among: readonly Language[]): Run | null {
  const word = words[at]
  if (!word) return null
  const before = text.slice(Math.max(0, word.start - 2), word.start)
  if (/\p{N}$/u.test(before)) return null
  const isArticle = ARTICLES.has(word.key)
  const first = isArticle ? words[at + 1] : word
  const candidates = first ? [...piecesOf(first.key)] : []
  let longest: Run | null = null
  for (const [language, piece] of candidates) {
    if (!among.includes(language)) continue
    // "Hundred" and "million" begin no number by themselves, "hundert" and "mille" do.
    const isMultiple = piece.kind !== 'part'
    if (isArticle ? !isMultiple || language !== 'en' : isMultiple && (language === 'en' || piece.value > 1000)) continue
    // Of "5 mil" the number is the figure.
    if (isMultiple && /\p{N}\s$/u.test(before)) continue
    const run = readRun({ words, at, from: isArticle ? at + 1 : at, language, text })
    if (!longest || run.end > longest.end) longest = run
  }
  return longest
}

type Reading = {
  readonly words: readonly Word[]
  readonly at: number
  readonly from: number
  readonly language: Language
  readonly text: string
}

function readRun({ words, at, from, language, text }: Reading): Run {
  const sum = { all: 0, group: 0, room: Infinity, scale: Infinity, isOrdinal: false }
  let [end, isUnsure] = [from, true]
  for (let next = from; ; ) {
    const word = words[next] as Word
    const piece = pieceOf(word.key, language)
    if (!piece || !isAdded(sum, piece, language)) break
    end = next + 1
    isUnsure &&= UNSURE.get(language)?.has(word.key) === true
    const behind = nextOf({ words, at: end, language, text }, sum)
    if (behind === null) break
    next = behind
  }
  const [first, last] = [words[at] as Word, words[end - 1] as Word]
  return {
    value: sum.all + sum.group,
    isOrdinal: sum.isOrdinal,
    language,
    isUnsure,
    words: end - at,
    start: first.start,
    end: last.end,
  }
}

type Sum = { all: number; group: number; room: number; scale: number; isOrdinal: boolean }

/** Adds a piece where it can follow: "twenty" before "one", and not the other way about. */
function isAdded(sum: Sum, { value, kind, isOrdinal }: Piece, language: Language): boolean {
  // Quatre-vingts.
  const isFourscore = language === 'fr' && value === 20 && sum.group % 100 === 4 && sum.room === 0
  if (isFourscore) {
    sum.group += 76
    sum.room = 20
  } else if (kind === 'part') {
    if (value >= sum.room) return false
    sum.group += value
    sum.room = roomBehind(value, language)
  } else if (kind === 'hundred') {
    if (sum.group >= 100) return false
    sum.group = Math.max(1, sum.group) * 100
    sum.room = 100
  } else {
    if (sum.group >= 1000 || value >= sum.scale) return false
    sum.all += Math.max(1, sum.group) * value
    sum.group = 0
    sum.scale = value
    sum.room = value
  }
  sum.isOrdinal ||= isOrdinal
  return true
}

/** What may be added to a number must be below this: one to nine to thirty, in French up to nineteen to sixty, and seven to ten. */
function roomBehind(value: number, language: Language): number {
  if (value % 1000 === 0) return 1000
  if (value % 100 === 0) return 100
  if (value === 10 && language === 'fr') return 10
  if (value < 20 || value % 10 > 0) return 0
  return language === 'fr' && value === 60 ? 20 : 10
}

/** The place of the next word of the number, behind a space, a hyphen, an "and". */
function nextOf({ words, at, language, text }: Omit<Reading, 'from'>, { room }: Sum): number | null {
  const between = (place: number) => text.slice(words[place - 1]?.end, words[place]?.start)
  const isNear = (place: number) => /^(?:[\s-]|, )$/.test(between(place)) && (between(place) !== ', ' || room > 100)
  if (!words[at] || !isNear(at)) return null
  if (!JOINS.get(language)?.has(words[at].key)) return at
  const isBehindTens = language === 'fr' || language === 'es'
  const mayJoin = language === 'pt' || (isBehindTens ? room <= 20 : room >= 100)
  return mayJoin && words[at + 1] && isNear(at + 1) ? at + 1 : null
}

function pieceOf(key: string, language: Language): Piece | undefined {
  return PIECES.get(key)?.get(language) ?? withThousand(key, language)
}

function piecesOf(key: string): Iterable<readonly [Language, Piece]> {
  const known = PIECES.get(key)
  if (known || !THOUSAND_INSIDE.test(key)) return known ?? []
  return [...TOGETHER].flatMap((language) => {
    const piece = withThousand(key, language)
    return piece ? [[language, piece] as const] : []
  })
}

/** "Zweitausendneunzehn", "tweeduizend", "millenovecento". */
function withThousand(key: string, language: Language): Piece | undefined {
  const [thousand] = TOGETHER.has(language) ? (THOUSAND_INSIDE.exec(key) ?? []) : []
  if (thousand === undefined) return undefined
  const [before = '', behind = ''] = key.split(thousand)
  const partOf = (word: string, none: number) => (word === '' ? none : PIECES.get(word)?.get(language)?.value)
  const [times, rest] = [partOf(before, 1), partOf(behind, 0)]
  if (times === undefined || rest === undefined || times >= 1000 || rest >= 1000) return undefined
  return { value: times * 1000 + rest, kind: 'part', isOrdinal: false }
}

function allPieces(): ReadonlyMap<string, ReadonlyMap<Language, Piece>> {
  const all = new Map<string, Map<Language, Piece>>()
  for (const language of LANGUAGES)
    for (const [word, piece] of piecesIn(language)) {
      const pieces = all.get(word) ?? new Map<Language, Piece>()
      all.set(word, pieces.set(language, piece))
    }
  return all
}

function* piecesIn(language: Language): Generator<readonly [string, Piece]> {
  const { small, tens, hundred, hundreds, scales, ordinals } = TABLES[language]
  const part = (value: number, isOrdinal = false): Piece => ({ value, kind: 'part', isOrdinal })
  const units = small.split(' ').map((forms) => forms.split('/'))
  const decades = tens.split(' ').map((forms) => forms.split('/'))
  for (const [at, forms] of units.entries()) for (const form of forms) yield [form, part(at + 1)]
  for (const [at, forms] of decades.entries()) for (const form of forms) yield [form, part((at + 2) * 10)]
  for (const [at, forms] of (hundreds?.split(' ') ?? []).entries())
    for (const form of forms.split('/')) yield [form, part((at + 1) * 100)]
  for (const form of hundred.split('/')) if (form) yield [form, { value: 100, kind: 'hundred', isOrdinal: false }]
  for (const [word, value] of Object.entries(scales)) yield [word, { value, kind: 'scale', isOrdinal: false }]
  if (TOGETHER.has(language)) for (const [word, value] of compounds(language, units, decades)) yield [word, part(value)]
  for (const [word, value] of ordinalsIn(language, ordinals, units)) yield [word, part(value, true)]
}

type Forms = readonly (readonly string[])[]

/** 21 to 999, and by hundreds to 1999, where a language writes them as one word. */
function* compounds(language: Language, units: Forms, decades: Forms): Generator<readonly [string, number]> {
  const below = new Map<number, readonly string[]>()
  for (const [at, forms] of units.entries()) below.set(at + 1, forms)
  for (const [at, forms] of decades.entries()) {
    below.set((at + 2) * 10, forms)
    for (let unit = 1; unit <= 9; unit += 1)
      below.set(
        (at + 2) * 10 + unit,
        (units[unit - 1] ?? []).flatMap((one) => forms.map((ten) => joinedTen(language, one, ten))),
      )
  }
  for (const [value, words] of below) if (value > 20) for (const word of words) yield [word, value]
  const hundred = TABLES[language].hundred
  for (let times = 1; times <= 19; times += 1) {
    const counts = times === 1 ? ['', ...(below.get(1) ?? [])] : (below.get(times) ?? [])
    for (const count of counts) {
      if (count + hundred !== hundred) yield [count + hundred, times * 100]
      for (const [value, words] of below)
        for (const word of words) yield* joinedHundred(count + hundred, word, times * 100 + value)
    }
  }
}

/** "Einundzwanzig", "tweeëntwintig" without its accent, "ventuno". */
function joinedTen(language: Language, unit: string, ten: string): string {
  if (language === 'it') return (/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit
  return unit.replace(/^eins$/, 'ein') + (language === 'de' ? 'und' : 'en') + ten
}

/** "Centotto" and "centootto". */
function* joinedHundred(hundred: string, word: string, value: number): Generator<readonly [string, number]> {
  yield [hundred + word, value]
  if (hundred.endsWith('o') && word.startsWith('o')) yield [hundred + word.slice(1), value]
}

/** Of Dutch and German the compounds too, of German with every ending. */
function* ordinalsIn(language: Language, list: string, units: Forms): Generator<readonly [string, number]> {
  const endings = language === 'de' ? ['e', 'en', 'er', 'es', 'em'] : ['']
  for (const [at, written] of list.split(' ').entries()) {
    const [, number = String(at + 1), forms = ''] = /^(?:(\d+):)?(.*)$/.exec(written) ?? []
    for (const form of forms.split('/'))
      for (const ending of endings) {
        yield [form + ending, Number(number)]
        if (Number(number) < 20 || language === 'it' || !TOGETHER.has(language)) continue
        for (const [unit, names] of units.slice(0, 9).entries())
          for (const name of names) yield [joinedTen(language, name, form + ending), Number(number) + unit + 1]
      }
  }
}
