import { LANGUAGES, type Language } from './languages.ts'

/** What one written word says of a number. */
export type Piece = {
  readonly value: number
  /** Multiplies what stands before it, up to a hundred or without limit; a `part` is added. */
  readonly kind: 'part' | 'hundred' | 'scale'
  readonly isOrdinal: boolean
}
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
    small: 'un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
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
export const TOGETHER: ReadonlySet<Language> = new Set(['de', 'it', 'nl'])
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

/** By the word without its accents, in small letters. */
export const PIECES: ReadonlyMap<string, ReadonlyMap<Language, Piece>> = allPieces()
/** "And" between two words of a number. */
export const JOINS = new Map(LANGUAGES.map((language) => [language, new Set(TABLES[language].joins.split(' '))]))
export const UNSURE = new Map(LANGUAGES.map((language) => [language, new Set(OTHER_WORDS[language]?.split(' '))]))

/** One to ninety-nine and a hundred in English, as a pattern. */
export const ENGLISH_SMALL_NUMBER = englishSmallNumber()

function englishSmallNumber(): string {
  const { small, tens } = TABLES.en
  const units = small.split(' ')
  return `(?:(?:${tens.replaceAll(' ', '|')})(?:[- ](?:${units.slice(0, 9).join('|')}))?|${units.join('|')}|(?:one|a) hundred(?: and \\p{L}{3,6})?)`
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

type Valued = readonly [word: string, value: number]

function piecesIn(language: Language): readonly (readonly [string, Piece])[] {
  const { small, tens, hundred, hundreds = '', scales, ordinals } = TABLES[language]
  const [units, decades] = [formsOf(small), formsOf(tens)]
  const piece = (kind: Piece['kind'], isOrdinal = false) => {
    return ([word, value]: Valued) => [word, { value, kind, isOrdinal }] as const
  }
  const parts: readonly Valued[] = [
    ...counted(units, (at) => at + 1),
    ...counted(decades, (at) => (at + 2) * 10),
    ...counted(formsOf(hundreds), (at) => (at + 1) * 100),
    ...(TOGETHER.has(language) ? compounds(language, units, decades) : []),
  ]
  return [
    ...parts.map(piece('part')),
    ...(formsOf(hundred)[0] ?? []).map((word) => [word, 100] as const).map(piece('hundred')),
    ...Object.entries(scales).map(piece('scale')),
    ...ordinalsIn(language, ordinals, units).map(piece('part', true)),
  ]
}

type Forms = readonly (readonly string[])[]

function formsOf(list: string): Forms {
  return list === '' ? [] : list.split(' ').map((forms) => forms.split('/'))
}

function counted(all: Forms, valueAt: (at: number) => number): readonly Valued[] {
  return all.flatMap((forms, at) => forms.map((form) => [form, valueAt(at)] as const))
}

/** 21 to 999, and by hundreds to 1999, where a language writes them as one word. */
function compounds(language: Language, units: Forms, decades: Forms): readonly Valued[] {
  const joined = decades.flatMap((tens, at) =>
    units
      .slice(0, 9)
      .flatMap((forms, unit) =>
        forms.flatMap((one) => tens.map((ten) => [joinedTen(language, one, ten), (at + 2) * 10 + unit + 1] as const)),
      ),
  )
  const small = counted(units, (at) => at + 1)
  const below = [...small, ...counted(decades, (at) => (at + 2) * 10), ...joined]
  const { hundred } = TABLES[language]
  const times: readonly Valued[] = [['', 1], ...small]
  const hundreds = times.flatMap(([count, by]) => [
    ...(count === '' ? [] : [[count + hundred, by * 100] as const]),
    ...below.flatMap(([word, value]) => joinedHundred(count + hundred, word, by * 100 + value)),
  ])
  return [...joined, ...hundreds]
}

/** "Einundzwanzig", "tweeëntwintig" without its accent, "ventuno". */
function joinedTen(language: Language, unit: string, ten: string): string {
  if (language === 'it') return (/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit
  return unit.replace(/^eins$/, 'ein') + (language === 'de' ? 'und' : 'en') + ten
}

/** "Centotto" and "centootto". */
function joinedHundred(hundred: string, word: string, value: number): readonly Valued[] {
  const isElided = hundred.endsWith('o') && word.startsWith('o')
  return [[hundred + word, value], ...(isElided ? [[hundred + word.slice(1), value] as const] : [])]
}

/** Of Dutch and German the compounds too, of German with every ending. */
function ordinalsIn(language: Language, list: string, units: Forms): readonly Valued[] {
  const endings = language === 'de' ? ['e', 'en', 'er', 'es', 'em'] : ['']
  const plain = list.split(' ').flatMap((written, at) => {
    const [, number = String(at + 1), forms = ''] = /^(?:(\d+):)?(.*)$/.exec(written) ?? []
    return forms.split('/').flatMap((form) => endings.map((ending) => [form + ending, Number(number)] as const))
  })
  if (language !== 'de' && language !== 'nl') return plain
  const joined = plain
    .filter(([, value]) => value >= 20)
    .flatMap(([tens, value]) =>
      counted(units.slice(0, 9), (at) => value + at + 1).map(
        ([unit, sum]) => [joinedTen(language, unit, tens), sum] as const,
      ),
    )
  return [...plain, ...joined]
}
