import { wordSet } from '../tokens/word-at.ts'

/** Behind the name of a street, in English. */
export const STREET_ENDINGS = wordSet(`
  cottages villas mansions almshouses street st avenue ave av road rd boulevard blvd drive dr lane ln court ct circle cir place pl square sq terrace ter parkway pkwy
  highway hwy freeway expressway turnpike way trail trl crescent cres close row walk alley plaza loop path pike route rte broadway
  mews grove gardens garden hill heights park green common ridge run pass crossing cove point view mount bend rise quay wharf
  esplanade promenade causeway byway junction landing manor mill mission motorway orchard overpass oval port ports shoal shoals shore
  shores skyway spring springs spur spurs station stravenue stream summit throughway trace track trafficway tunnel underpass union
  valley viaduct brow garth fold wynd brae croft copse dell drift chase acre mead meade paddock spinney leas gill nook gate vale hurst holt parade village ville vista well wells burg bluff bluffs branch bridge brook bypass camp canyon cape center centers centre
  cliff cliffs club coves corner corners course creek crest crossroad curve dale dam divide drives estate estates extension
  extensions fall falls ferry field fields flat flats ford forest forge fork forks fort gateway glen glens greens groves harbor
  harbors haven heights highlands hills hollow inlet island islands isle junctions key keys knoll knolls lake lakes land light lights
  locks lodge loops mall manors meadow meadows mountain neck orchard parks parkways passage pine pines plain plains plazas points
  prairie radial ramp ranch rapid rapids rest ridges river roads rue spring squares streets strand via views villages walks wall ways`)

/** Those of them that tell a street without a house number before. */
export const SURE_STREET_ENDINGS = wordSet(
  'street avenue ave road rd boulevard blvd lane drive terrace crescent highway parkway st streets roads avenues',
)

/** Before the name of a street: French, Spanish, Catalan, Italian, Portuguese, Slavic. */
export const STREET_BEGINNINGS = wordSet(`
  rue avenue boulevard chemin impasse allée allee quai route cours passage place square faubourg sentier ruelle esplanade rond-point
  calle avenida avda paseo plaza camino carretera ronda travesía glorieta callejón vía calzada bulevar alameda cuesta pasaje polígono
  carrer avinguda passeig plaça rambla via viale piazza corso strada vicolo largo contrada rua travessa praça praca estrada rodovia
  ulica ul ulitsa prospekt náměstí trg ulice`)

export const SURE_STREET_BEGINNINGS = wordSet(
  'rue chemin impasse calle avenida avda paseo carretera carrer avinguda viale piazza strada rua travessa ulica boulevard',
)

/** German, Dutch, Nordic, Finnish and Hungarian names carry the kind of street at their end. */
export const JOINED_STREET =
  /^\p{L}{2,24}(?:straße|strasse|straße|str|weg|gasse|platz|allee|ufer|damm|steig|chaussee|gata|gatan|vägen|väg|gränd|veien|vegen|veg|gaten|gade|vej|vænget|stræde|straat|laan|dijk|plein|gracht|singel|kade|baan|dreef|pad|steeg|plantsoen|stiege|stieg|twiete|pfad|zeile|siedlung|katu|tie|polku|kuja|terrasse|bakken|ring)$/iu
/** The same as words of their own. */
export const LOOSE_STREET = wordSet(
  'straße strasse str weg gasse platz allee ufer damm ring gate gata tee tie vei veg terrasse terrassi utca út útja tér körút u straat laan gata gatan vägen veien vej allé alle',
)

/** Before the name of a street that is one word: "Lange Voorstraat", "Obere Hauptstraße". */
export const STREET_ADJECTIVES = wordSet(
  `lange korte oude nieuwe grote kleine eerste tweede derde hoge lage alte alter neue neuer große grosse kleine obere untere hintere vordere
  innere äußere mittlere sint st sankt burgemeester burg dr prof`,
)

export const ROOM_WORDS = wordSet(`
  apt apartment apartments suite ste unit floor fl room rm building bldg flat lot wing level ph penthouse wohnung whg stock etage stiege top tür
  appartement appt bâtiment bat étage esc escalera piso planta puerta pta bloque portal interior dept box hse block no nr`)

/** "via orale", "via PEC": how a drug or a letter takes its way. */
export const NO_STREET_NAME =
  /^(?:oral|endoven|intraven|intramusc|venos|sottocut|subcut|parenter|aere[ae]|inal|rettal|rectal|vaginal|biliar|urinari|respirator|topica|transderm|enteral|e-?mail|mail|pec|post|telefon|internet|web|app|zoom|skype|whatsapp|principale|riconvenzional|preliminare|subordinat|istruttori|gradata|esclusiv|definitiv|d['’]urgenza)/iu
