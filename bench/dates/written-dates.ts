/** How a language writes days, by hand and apart from `text/`, so that the readers are not measured by their own tables. */
export type ProbeLanguage = {
  readonly months: readonly string[]
  readonly short: readonly string[]
  /** 1 to 31 as they stand in a date. */
  readonly days: readonly string[]
  readonly yearWords?: readonly string[]
  readonly sentence: (date: string) => string
  readonly withName: (written: WrittenDates) => readonly string[]
  readonly inWords: (written: WrittenDates) => readonly string[]
  readonly yearInWords: (written: WrittenDates, year: string) => readonly string[]
  readonly monthAndYear: (written: WrittenDates) => string
  readonly withoutYear: (written: WrittenDates) => string
}

export type WrittenDates = {
  readonly day: number
  readonly month: number
  readonly year: number
  readonly name: string
  readonly short: string
  readonly word: string
}

/** The years of `yearWords`, in their order. */
export const YEARS_IN_WORDS: readonly number[] = [1962, 1999, 2004, 2021]

const list = (words: string) => words.trim().split(/\s*,\s*/)

const EN_DAYS = list(
  `first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth,
   fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty-first, twenty-second, twenty-third,
   twenty-fourth, twenty-fifth, twenty-sixth, twenty-seventh, twenty-eighth, twenty-ninth, thirtieth, thirty-first`,
)
const DE_DAYS = list(
  `ersten, zweiten, dritten, vierten, fünften, sechsten, siebten, achten, neunten, zehnten, elften, zwölften, dreizehnten,
   vierzehnten, fünfzehnten, sechzehnten, siebzehnten, achtzehnten, neunzehnten, zwanzigsten, einundzwanzigsten,
   zweiundzwanzigsten, dreiundzwanzigsten, vierundzwanzigsten, fünfundzwanzigsten, sechsundzwanzigsten,
   siebenundzwanzigsten, achtundzwanzigsten, neunundzwanzigsten, dreißigsten, einunddreißigsten`,
)
const FR_DAYS = list(
  `premier, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze, seize, dix-sept,
   dix-huit, dix-neuf, vingt, vingt et un, vingt-deux, vingt-trois, vingt-quatre, vingt-cinq, vingt-six, vingt-sept,
   vingt-huit, vingt-neuf, trente, trente et un`,
)
const ES_DAYS = list(
  `primero, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, dieciséis,
   diecisiete, dieciocho, diecinueve, veinte, veintiuno, veintidós, veintitrés, veinticuatro, veinticinco, veintiséis,
   veintisiete, veintiocho, veintinueve, treinta, treinta y uno`,
)
const IT_DAYS = list(
  `primo, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, tredici, quattordici, quindici, sedici,
   diciassette, diciotto, diciannove, venti, ventuno, ventidue, ventitré, ventiquattro, venticinque, ventisei, ventisette,
   ventotto, ventinove, trenta, trentuno`,
)
const PT_DAYS = list(
  `primeiro, dois, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, treze, catorze, quinze, dezasseis,
   dezassete, dezoito, dezanove, vinte, vinte e um, vinte e dois, vinte e três, vinte e quatro, vinte e cinco, vinte e seis,
   vinte e sete, vinte e oito, vinte e nove, trinta, trinta e um`,
)
const NL_DAYS = list(
  `eerste, tweede, derde, vierde, vijfde, zesde, zevende, achtste, negende, tiende, elfde, twaalfde, dertiende, veertiende,
   vijftiende, zestiende, zeventiende, achttiende, negentiende, twintigste, eenentwintigste, tweeëntwintigste,
   drieëntwintigste, vierentwintigste, vijfentwintigste, zesentwintigste, zevenentwintigste, achtentwintigste,
   negenentwintigste, dertigste, eenendertigste`,
)
const PL_DAYS = list(
  `pierwszego, drugiego, trzeciego, czwartego, piątego, szóstego, siódmego, ósmego, dziewiątego, dziesiątego, jedenastego,
   dwunastego, trzynastego, czternastego, piętnastego, szesnastego, siedemnastego, osiemnastego, dziewiętnastego,
   dwudziestego, dwudziestego pierwszego, dwudziestego drugiego, dwudziestego trzeciego, dwudziestego czwartego,
   dwudziestego piątego, dwudziestego szóstego, dwudziestego siódmego, dwudziestego ósmego, dwudziestego dziewiątego,
   trzydziestego, trzydziestego pierwszego`,
)
const PL_IN = list(
  `styczniu, lutym, marcu, kwietniu, maju, czerwcu, lipcu, sierpniu, wrześniu, październiku, listopadzie, grudniu`,
)

const englishDay = (day: number) =>
  `${day}${day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`

export const PROBE_LANGUAGES: Readonly<Record<string, ProbeLanguage>> = {
  en: {
    months: list('January, February, March, April, May, June, July, August, September, October, November, December'),
    short: list('Jan., Feb., Mar., Apr., May, Jun., Jul., Aug., Sept., Oct., Nov., Dec.'),
    days: EN_DAYS,
    yearWords: list(
      'nineteen sixty-two, nineteen hundred and ninety-nine, two thousand and four, two thousand and twenty-one',
    ),
    sentence: (date) => `The agreement was signed on ${date}, at the office.`,
    withName: ({ day, name, short, year }) => [
      `${day} ${name} ${year}`,
      `${englishDay(day)} ${name} ${year}`,
      `the ${englishDay(day)} of ${name}, ${year}`,
      `the ${englishDay(day)} day of ${name} ${year}`,
      `${name} ${day}, ${year}`,
      `${name} ${englishDay(day)}, ${year}`,
      `${day} ${short} ${year}`,
      `${short} ${day}, ${year}`,
      `${day}-${short.replace('.', '')}-${year}`,
      `${day} ${name.toUpperCase()} ${year}`,
    ],
    inWords: ({ word, name, year }) => [
      `the ${word} of ${name} ${year}`,
      `the ${word} day of ${name}, ${year}`,
      `${name} the ${word}, ${year}`,
    ],
    yearInWords: ({ word, name, day }, year) => [
      `the ${word} day of ${name}, ${year}`,
      `the ${englishDay(day)} of ${name} ${year}`,
    ],
    monthAndYear: ({ name, year }) => `${name} ${year}`,
    withoutYear: ({ day, name }) => `${day} ${name}`,
  },
  de: {
    months: list('Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember'),
    short: list('Jan., Feb., März, Apr., Mai, Jun., Jul., Aug., Sept., Okt., Nov., Dez.'),
    days: DE_DAYS,
    yearWords: list(
      'neunzehnhundertzweiundsechzig, neunzehnhundertneunundneunzig, zweitausendvier, zweitausendeinundzwanzig',
    ),
    sentence: (date) => `Der Vertrag wurde am ${date} in der Kanzlei geschlossen.`,
    withName: ({ day, name, short, year }) => [
      `${day}. ${name} ${year}`,
      `${String(day).padStart(2, '0')}. ${name} ${year}`,
      `${day}. ${short} ${year}`,
      `${day}.${name} ${year}`,
    ],
    inWords: ({ word, name, year }) => [`${word} ${name} ${year}`],
    yearInWords: ({ word, name }, year) => [`${word} ${name} ${year}`],
    monthAndYear: ({ name, year }) => `${name} ${year}`,
    withoutYear: ({ day, name }) => `${day}. ${name}`,
  },
  fr: {
    months: list('janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre'),
    short: list('janv., févr., mars, avr., mai, juin, juil., août, sept., oct., nov., déc.'),
    days: FR_DAYS,
    yearWords: list(
      'mille neuf cent soixante-deux, mille neuf cent quatre-vingt-dix-neuf, deux mille quatre, deux mille vingt et un',
    ),
    sentence: (date) => `Le contrat a été signé le ${date} dans les bureaux.`,
    withName: ({ day, name, short, year }) => [
      `${day === 1 ? '1er' : day} ${name} ${year}`,
      `${day} ${short} ${year}`,
      `${day} ${name.toUpperCase()} ${year}`,
    ],
    inWords: ({ word, name, year }) => [`${word} ${name} ${year}`],
    yearInWords: ({ word, name, day }, year) => [`${word} ${name} ${year}`, `${day} ${name} ${year}`],
    monthAndYear: ({ name, year }) => `${name} ${year}`,
    withoutYear: ({ day, name }) => `${day === 1 ? '1er' : day} ${name}`,
  },
  es: {
    months: list('enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre'),
    short: list('ene., feb., mar., abr., may., jun., jul., ago., sept., oct., nov., dic.'),
    days: ES_DAYS,
    yearWords: list(
      'mil novecientos sesenta y dos, mil novecientos noventa y nueve, dos mil cuatro, dos mil veintiuno',
    ),
    sentence: (date) => `El contrato se firmó el ${date} en la oficina.`,
    withName: ({ day, name, short, year }) => [
      `${day} de ${name} de ${year}`,
      `${day} de ${name} del ${year}`,
      `${day} ${name} ${year}`,
      `${day} de ${short} de ${year}`,
      `${day} ${short} ${year}`,
    ],
    inWords: ({ word, name, year }) => [`${word} de ${name} de ${year}`],
    yearInWords: ({ word, name, day }, year) => [`${word} de ${name} de ${year}`, `${day} de ${name} de ${year}`],
    monthAndYear: ({ name, year }) => `${name} de ${year}`,
    withoutYear: ({ day, name }) => `${day} de ${name}`,
  },
  it: {
    months: list(
      'gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre',
    ),
    short: list('gen., feb., mar., apr., mag., giu., lug., ago., set., ott., nov., dic.'),
    days: IT_DAYS,
    yearWords: list('millenovecentosessantadue, millenovecentonovantanove, duemilaquattro, duemilaventuno'),
    sentence: (date) => `Il contratto è stato firmato il ${date} nello studio.`,
    withName: ({ day, name, short, year }) => [
      `${day === 1 ? '1°' : day} ${name} ${year}`,
      `${day} ${short} ${year}`,
      `${day} ${short.replace('.', '')} ${year}`,
    ],
    inWords: ({ word, name, year }) => [`${word} ${name} ${year}`],
    yearInWords: ({ word, name }, year) => [`${word} ${name} ${year}`],
    monthAndYear: ({ name, year }) => `${name} ${year}`,
    withoutYear: ({ day, name }) => `${day} ${name}`,
  },
  pt: {
    months: list('janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro'),
    short: list('jan., fev., mar., abr., mai., jun., jul., ago., set., out., nov., dez.'),
    days: PT_DAYS,
    yearWords: list(
      'mil novecentos e sessenta e dois, mil novecentos e noventa e nove, dois mil e quatro, dois mil e vinte e um',
    ),
    sentence: (date) => `O contrato foi assinado em ${date} no escritório.`,
    withName: ({ day, name, short, year }) => [
      `${day === 1 ? '1º' : day} de ${name} de ${year}`,
      `${day} de ${short} de ${year}`,
      `${day} ${short} ${year}`,
    ],
    inWords: ({ word, name, year }) => [`${word} de ${name} de ${year}`],
    yearInWords: ({ word, name, day }, year) => [`${word} de ${name} de ${year}`, `${day} de ${name} de ${year}`],
    monthAndYear: ({ name, year }) => `${name} de ${year}`,
    withoutYear: ({ day, name }) => `${day} de ${name}`,
  },
  nl: {
    months: list('januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december'),
    short: list('jan., feb., mrt., apr., mei, jun., jul., aug., sep., okt., nov., dec.'),
    days: NL_DAYS,
    yearWords: list(
      'negentienhonderdtweeënzestig, negentienhonderdnegenennegentig, tweeduizend vier, tweeduizend eenentwintig',
    ),
    sentence: (date) => `De overeenkomst is op ${date} op kantoor getekend.`,
    withName: ({ day, name, short, year }) => [
      `${day} ${name} ${year}`,
      `${day} ${short} ${year}`,
      `${day} ${short.replace('.', '')} ${year}`,
    ],
    inWords: ({ word, name, year }) => [`de ${word} ${name} ${year}`],
    yearInWords: ({ word, name, day }, year) => [`de ${word} ${name} ${year}`, `${day} ${name} ${year}`],
    monthAndYear: ({ name, year }) => `${name} ${year}`,
    withoutYear: ({ day, name }) => `${day} ${name}`,
  },
  pl: {
    months: list(
      'stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia',
    ),
    short: list('sty, lut, mar, kwi, maj, cze, lip, sie, wrz, paź, lis, gru'),
    days: PL_DAYS,
    yearWords: list(
      'tysiąc dziewięćset sześćdziesiątego drugiego roku, tysiąc dziewięćset dziewięćdziesiątego dziewiątego roku, dwa tysiące czwartego roku, dwa tysiące dwudziestego pierwszego roku',
    ),
    sentence: (date) => `Umowa została podpisana dnia ${date} w kancelarii.`,
    withName: ({ day, name, short, year }) => [
      `${day} ${name} ${year}`,
      `${day} ${name} ${year} r.`,
      `${day} ${short} ${year}`,
    ],
    inWords: ({ word, name, year }) => [`${word} ${name} ${year}`],
    yearInWords: ({ word, name, day }, year) => [`${word} ${name} ${year}`, `${day} ${name} ${year}`],
    monthAndYear: ({ month, year }) => `w ${PL_IN[month - 1]} ${year}`,
    withoutYear: ({ day, name }) => `${day} ${name}`,
  },
}
