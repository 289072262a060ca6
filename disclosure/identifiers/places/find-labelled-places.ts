import { everyMatch } from '../patterns/pattern.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import type { Reading } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { firstWordFrom } from './read-address.ts'

/** What a form writes before a town, a village or the scene of an accident, by language. */
const PLACE_LABELS: readonly string[] = [
  'place of birth|birthplace|born in|town(?: / city)?|city|village|home ?town|address line \\d|(?:next of kin |patient |mother |father )?lives in|place of (?:accident|incident|residence|work|injury)|scene of (?:the )?accident|parish',
  'Geburtsort|Heimatort|Bürgerort|Unfallort|Ereignisort|Einsatzort|Tatort|Ort|Wohngemeinde|Herkunftsort|Fundort|letzter Wohnort',
  "lieu de naissance|né(?:\\(e\\)|e)? à|commune|ville|localité|lieu (?:de )?(?:l['’])?accident|lieu des faits|lieu de résidence|bureau distributeur",
  'lugar de nacimiento|natural de|población|localidad|municipio|ciudad|lugar del (?:accidente|suceso)|lugar de los hechos|lugar de residencia|pueblo',
  "luogo di nascita|nat[oa] a|comune(?: di (?:residenza|nascita))?|città|località|luogo dell['’](?:infortunio|incidente|evento)|luogo del sinistro|frazione",
  'naturalidade|natural de|localidade|concelho|freguesia|município|cidade|bairro|local (?:d[oe] )?(?:acidente|nascimento|residência|ocorrência)',
  'geboorteplaats|geboren te|plaats|woonplaats|plaats (?:van )?(?:het )?(?:ongeval|geboorte|incident)|gemeente|dorp',
  'miejsce urodzenia|miejscowość|miejsce (?:zdarzenia|wypadku|zamieszkania)|gmina|poczta|miasto|powiat|wieś|urodzon[ya] w',
]

/** What such a line says where it names no place. */
const NO_PLACE =
  /^(?:none|n\/?a|unknown|unbekannt|inconnu|no consta|desconocid|sconosciut|desconhecid|onbekend|nieznan|brak|idem|ebenda|home|zu hause|wohnung|arbeit|domicil|vía pública|casa|thuis|dom)/iu

/** A label at the beginning of a line or a cell, its colon, and what it names up to a comma, a column or the end of the line. */
const LABELLED = new RegExp(
  String.raw`(?<=^|[\n|;] {0,12})(?:${inAnyCase(PLACE_LABELS.join('|'))})[ \t]{0,8}[:|][ \t]{0,8}(?<id>\p{Lu}[^\n|,;:]{1,60}?|'s-\p{Lu}[^\n|,;:]{1,40}?|l['’]\p{Lu}[^\n|,;:]{1,40}?)(?=[ \t]{0,8}(?:[\n|,;]|$)|\s{3}|(?<=\p{L}{4})\. )`,
  'dgu',
)

/** "Geburtsort: Erstfeld UR", "Lieu de l'accident : Grand-Place": in such a line stands a place, whether a list knows it or not. */
export function findLabelledPlaces(reading: Reading): readonly IdentifierSpan[] {
  return everyMatch(reading.text, LABELLED).flatMap(({ indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    if (NO_PLACE.test(reading.text.slice(start, end)) || isCommonWord(reading, start, end)) return []
    return [{ start, end, type: 'place', by: 'pattern', confidence: 0.75 }]
  })
}

/** "Ort: Treppenhaus" names nothing. */
function isCommonWord(reading: Reading, start: number, end: number): boolean {
  const word = wordAt(reading.words, firstWordFrom(reading, start))
  return word.end >= end && word.ordinary === 2 && word.levels.place === 0
}
