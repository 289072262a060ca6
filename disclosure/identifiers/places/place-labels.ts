/** What a form writes before a town, a village or the scene of an accident, by language. */
export const PLACE_LABELS: readonly string[] = [
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
export const NO_PLACE =
  /^(?:none|n\/?a|unknown|unbekannt|inconnu|no consta|desconocid|sconosciut|desconhecid|onbekend|nieznan|brak|idem|ebenda|home|zu hause|wohnung|arbeit|domicil|vía pública|casa|thuis|dom)/iu
