/**
 * What is called after one name alone, by its beginnings in eight languages: an oesophagus is everybody's, but that of Barrett nobody's.
 * Source: the eponyms of surgery and medicine as dictionaries of the eight languages give them.
 */
const OWN: readonly (readonly [name: RegExp, thing: RegExp])[] = [
  [
    /^barrett/iu,
    /^(?:(?:[oœ]?e|[œö])s[oó](?:ph|f)ag|slokdarm|przełyk|muc?[oó]s|muqueuse|slijmvlies|schleimhaut|epith|epit[eé]l)/iu,
  ],
  [/^dupuytren/iu, /^(?:contra[ck]t|kontraktur|przykurcz|aponévro|fasci|koord|strang|streng)/iu],
  [/^graves/iu, /^(?:orbit|ophthalm|oftalm|hyperthyr|hipertir|ipertir)/iu],
  [/^kirschner/iu, /^(?:dr[aä]ht|wires?$|pin(?:s|nen)?$|aguja|fil[oi]$|fios$|broche|drut)/iu],
  [/^lichtenstein/iu, /^(?:metod|método|hernio|ernio|plast|siatk|techni|técnic|tecnic)/iu],
  [
    /^pfannenstiel/iu,
    /^(?:\p{L}*schnitt|taglio|inci[sz]|cesare|cesari|césari|cicatri|litteken|narbe|scars?$|laparotom|cięci)/iu,
  ],
  [/^pfeiffer/iu, /^(?:cuestionario|questionn?[aá]|fragebogen)/iu],
  [/^raynaud/iu, /^(?:fen[oó]men|phénom|phänom|phenom|fenomeen|zjawisk|objaw|attack|response)/iu],
  [/^redon/iu, /^(?:dr[aäe]i?n|dren)/iu],
  [/^snellen/iu, /^(?:acuity|charts?$|visus|optot|tafel|kaart|escala|échelle)/iu],
  [/^trendelenburg/iu, /^(?:gait|marcha|marche|boiter|hinken|andatura|loop|chód|teken|lagerung|ligging)/iu],
  [/^yankauer/iu, /^(?:su[ck]+er|suction|catheter|sonde|sonda)/iu],
  [/^zimmer/iu, /^(?:attelle|splint|schiene|frame|férula|tala)/iu],
  [/^whipple/iu, /^(?:opera[ctz]|intervent|intervenc|procedur|procedim|eingriff|zabieg|res+e[ck])/iu],
]

/** Whether the thing is called after the name: "Esófago de Barrett", "Przykurcz Dupuytrena". */
export function isOwnThing(name: string, thing: string): boolean {
  return OWN.some(([called, things]) => called.test(name) && things.test(thing))
}
