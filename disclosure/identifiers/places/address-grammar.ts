import { ANY_MONTH } from '../../../text/calendar-words.ts'
import { inAnyCase } from '../patterns/any-case.ts'

/** Nothing of a word before, nothing behind. */
export const EDGE = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`
const words = (lines: readonly string[]) => inAnyCase(lines.join('|'))

const SMALL = String.raw`(?:d[aeo]s?|del|della|dello|dei|degli|delle|di|du|des|la|le|les|las|los|el|al|alla|y|e|et|van|von|der|den|dem|het|ten|ter|of|sous|sur|aux?|à|św\.|im\.|gen\.|ks\.|dr\.|mjr|pl\.)[ \u00a0]|(?:d|l|dell|all|nell|dall)['’]`
const WORD = String.raw`\p{Lu}[\p{L}\p{M}]{0,24}(?:['’][ \u00a0]?\p{L}{1,20})?(?![\p{L}\p{N}])\.?`
const DAY = String.raw`(?:\d{1,2}|1er|1º|[XVI]{1,6})\.?[ \u00a0](?:de[ \u00a0])?(?:${inAnyCase(ANY_MONTH)})`

/** The name of a street, a farm or a hamlet: "25 de Abril", "della Repubblica", "św. Anny", "la Motte au Bois". */
export const NAME = String.raw`(?:(?:${SMALL}){0,3}(?:${DAY}|${WORD})(?:(?:[ \u00a0]|-)(?:\p{Ll}{1,4}-){0,2}(?:${SMALL}){0,3}${WORD}){0,5})`
const LETTER = String.raw`(?:[ \u00a0]?(?:bis|ter|quater|qter)|[ \u00a0]?\p{L}|[-/]\p{L})?${END}`
const KILOMETRE = String.raw`km\.?[ \u00a0]?\d{1,4}(?:[.,+]\d{1,3})?`

/** A house number with what belongs to it: "12 bis", "403/B", "31/0201", "s/n", "1.015", "77-79". */
export const NUMBER = String.raw`(?:(?:\d{1,2}\.\d{3}|\d{1,5})${LETTER}(?:(?:[-–/]\d{1,4}|[ \u00a0][-–/][ \u00a0]\d{1,3})${LETTER}){0,3}|[sS]/[nN][º°]?|snc${END}|SNC${END}|s\.n\.c\.|${KILOMETRE})(?![.,:]\d|[ \u00a0]?(?:%|[mkµμ]?g\b|mcg|m[lL]\b|mm|cm|IE\b|UI\b|I\.E|U/|mmol|mval|kg|x\b|Uhr|h\b))`

/** What leads from a street to its number: "12", ", 12", " n.º 12", " nr 12". */
export const TO_NUMBER = String.raw`(?:,?[ \u00a0]{1,2}|,)(?:(?:n(?:\.[ \u00a0]?[ºo°]|[º°]|r\.?|um\.|\.)?|número|numero|no\.|#)[ \u00a0]?)?`

/**
 * The parts of an address as the eight countries write them, each an alternative of a pattern: a clinician or lawyer adds a word to the
 * line of its language. What stands here is found in any case.
 */

/** Kinds of street before their name: sure ones, and below those that are other words too and want a number. */
export const STREETS_FIRST: readonly string[] = [
  String.raw`rue|boulevard|bd\.?|bld\.?|chemin|impasse|imp\.|allées?|quai|route|rte\.?|avenue|av\.|faubourg|fbg|sentier|ruelle|venelle|rond-point|lotissement`,
  String.raw`calle|c/|cl\.|cll\.?|avenida|avda\.?|avd\.|paseo|p\.º|pº|plaza|pza\.?|plz\.|camino|cno\.|carretera|ctra\.?|ronda|rda\.|travesía|callejón|pasaje|psje\.?|pje\.?|bulevar|blvd\.?|bv\.?|glorieta|rambla|carrer|avinguda|passeig|plaça|jirón|jr\.|prolongación|carrera|cra\.?|kra\.?`,
  String.raw`via|viale|v\.le|piazza|p\.zza|p\.za|piazzale|p\.le|piazzetta|corso|c\.so|strada|str\.|vicolo|v\.lo|vico|largo|l\.go|salita|traversa|lungomare|lungotevere|lungarno|fondamenta|circonvallazione`,
  String.raw`rua|r\.|travessa|tv\.|trav\.|praça|pça\.?|pç\.|praceta|pct\.|estrada|estr\.|rodovia|rod\.|alameda|beco|calçada|ladeira|servidão|viela|azinhaga|lg\.|lgo\.`,
  String.raw`ul\.|ulica|ulicy|al\.|aleja|alei|aleje|os\.|osiedle|osiedlu|pl\.|plac|placu|skwer`,
]
export const STREETS_WITH_NUMBER: readonly string[] = [
  String.raw`place|pl\.|cours|passage|square|sq\.|montée|villa|cité|clos|parc|esplanade|promenade|traverse|voie|mail|porte|ch\.|all\.|r\.`,
  String.raw`cuesta|vía|calzada|diagonal|transversal|alameda|costanilla|urbanización|urb\.|polígono|barriada|lugar(?: de)?|av\.?|trav\.|colonia`,
  String.raw`v\.|borgo|rione|campo|calle|galleria|regione|vicolo`,
  String.raw`caminho|rotunda|quadra|largo|av\.?|al\.|vila|lugar(?: d[aeo])?`,
  String.raw`szosa|droga|rynek|rondo|bulwar|wieś`,
]

/** A street with its kind first. The group `id` is not used: the whole match is the address. */
export const STREET = String.raw`${EDGE}(?:(?:${words(STREETS_FIRST)}|${words(STREETS_WITH_NUMBER)})[ \u00a0]{0,2}${NAME})${TO_NUMBER}${NUMBER}`
export const NUMBER_STREET = String.raw`${EDGE}\d{1,4}${LETTER},?[ \u00a0](?:${words(STREETS_FIRST)}|${words(STREETS_WITH_NUMBER)})[ \u00a0]${NAME}`
export const BARE_STREET = String.raw`${EDGE}(?:${words(STREETS_FIRST)})[ \u00a0]{0,2}${NAME}`

/** Farms, hamlets and parts of a municipality, before their name; the name alone is an address. */
export const RURAL_FIRST: readonly string[] = [
  String.raw`lieu-?dit|lieudit|hameau(?: de| du| des)?|ferme(?: de| du| des)?|Z\.I\.|Z\.A\.(?:C\.)?|ZI|ZA|ZAC|mas`,
  String.raw`cortijo|caserío|finca|masía|pedanía(?: de)?|aldea(?: de)?|urbanización|urb\.|polígono(?: industrial)?|pol\. ind\.|parcela|vereda|corregimiento|barrio|bº|partida(?: de)?`,
  String.raw`contrada|c\.da|c/da|frazione|fraz\.|località|loc\.|podere|cascina|c\.na|masseria|agro di|borgata|zona industriale|z\.i\.`,
  String.raw`sítio|fazenda|chácara|herdade(?: d[aeo]s?)?|bairro(?: d[aeo]s?)?|bairrinho|casal(?: d[aeo]s?)|quinta(?: d[aeo]s?)|urb\.|urbanização|loteamento|povoado|aldeamento`,
  String.raw`Weiler|Einöde|Einödhof|Gehöft|Hofgut|Gutshof|Hof|Ortsteil|OT`,
  String.raw`boerderij|hoeve|gehucht|buurtschap|woonboot|recreatiepark`,
  String.raw`osada|kolonia|przysiółek|folwark|leśniczówka`,
  String.raw`townland of|hamlet of`,
]

/** Waters, buildings and stations before their name, as they are written in a sentence: with a capital some are family names. */
export const LANDMARKS: readonly string[] = [
  String.raw`gare|aéroport|château|moulin|forêt|église|chapelle|manoir|domaine|refuge|barrage|lac|plage|étang|rivière`,
  String.raw`río|Río|embalse|playa|laguna|sierra de|castillo|iglesia|ermita|monasterio|convento|basílica|catedral|aeropuerto|pantano|barranco|santuario|parque|casa rural|camping|cámping`,
  String.raw`fiume|torrente|lago|spiaggia|stazione|aeroporto|castello|chiesa|santuario|rifugio|diga|malga|baita|convento|abbazia|parco|Ca['’]`,
  String.raw`rio|ribeira|praia|barragem|albufeira|serra d[ao]|estação|aeroporto|castelo|igreja|capela|mosteiro|convento|santuário|parque`,
  String.raw`Schloss|Burg|Kloster|Rittergut|Vorwerk|Forsthaus|Alpe|Campingplatz|Bahnhof|Flughafen|Talsperre|Raststätte`,
  String.raw`kasteel|landgoed|huize|station|vliegveld|klooster|camping|bungalowpark|vakantiepark|recreatieplas`,
  String.raw`jezior[aoe]|jeziorem|rzek[aąęi]|rzece|zalew(?:em|u)?|zamek|zamku|klasztor(?:ze|u)?|lotnisk[ou]|dworzec|dworcu|puszcz[ay]`,
  String.raw`loch|Loch|River|Lake`,
]

export const RURAL = String.raw`${EDGE}(?:${words(RURAL_FIRST)}|${LANDMARKS.join('|')})[ \u00a0]${NAME}(?:${TO_NUMBER}${NUMBER})?`

/** "Cra. 55 # 82-41", "Calle 12 No. 4-30": streets of Colombia that are numbers. */
export const GRID_STREETS =
  'calle|cll\\.?|cl\\.|carrera|cra\\.?|kra\\.?|cr\\.|diagonal|dg\\.?|transversal|tv\\.?|avenida|av\\.?'
export const GRID = String.raw`${EDGE}(?:${inAnyCase(GRID_STREETS)})[ \u00a0]?\d{1,3}[ \u00a0]?\p{L}?(?:[ \u00a0](?:bis|sur|norte|este|Sur|Norte|Este))?[ \u00a0]?(?:#|[Nn]o\.?|[Nn][º°]\.?)[ \u00a0]?\d{1,3}[ \u00a0]?\p{L}?[ \u00a0]?-?[ \u00a0]?\d{1,3}`

/** "Rod. GO-164, km 48", "carretera Ma-10, km 52,400". */
export const ROAD_KINDS =
  'carretera|ctra\\.?|rodovia|rod\\.|strada statale|strada provinciale|S\\.?S\\.?|S\\.?P\\.?|droga krajowa|DK|route|RN|Bundesstraße'
export const ROAD = String.raw`${EDGE}(?:(?:${inAnyCase(ROAD_KINDS)})[ \u00a0])?\p{Lu}\p{L}{0,2}[- ]?\d{1,4},?[ \u00a0](?:(?:al|no|alla?)[ \u00a0])?(?:${KILOMETRE})`

/** Kinds of street that are nothing else: without a number too. */
export const SURE_KINDS =
  'rue|impasse|chemin|avenue|boulevard|ruelle|quai|faubourg|plaza|plaça|placu|praceta|calle|avenida|avda\\.|carrer|avinguda|viale|piazza|piazzale|corso|rua|travessa|alameda|praça|ul\\.|ulica|ulicy|osiedle'
export const SURE_STREET = String.raw`${EDGE}(?:${inAnyCase(SURE_KINDS)})[ \u00a0]${NAME}`
const VALUE = String.raw`(?:\d{1,4}(?:\.?[ºª°])?(?:[ \u00a0]?\p{L}(?!\p{L}))?|[IVX]{1,5}|\p{Lu}\d{0,3}|\p{Lu}-?\d{1,3}|${inAnyCase('primo|secondo|terzo|quarto|quinto|terra|rialzato|primera|segunda|tercera|primero|segundo|tercero|links|rechts|dcha|izda|izq')})(?:/\d{1,3})?\.?${END}(?![.,]\d)`

/** Rooms, floors, stairs and houses, before their number or letter. */
const UNITS: readonly string[] = [
  String.raw`flat|apt\.?|apartment|unit|suite|ste\.?|room|rm\.?|floor|fl\.?|block|bldg\.?|building|house|bay|bed`,
  String.raw`wohnung|whg\.?|top|tür|stg\.?|stiege|stock|etage|haus|hs\.?|app\.?|appartement|zimmer|zi\.?|gebäude|geb\.?|aufgang|eingang`,
  String.raw`appt\.?|appartement|bâtiment|bât\.?|bat\.?|esc\.?|escalier|étage|ét\.?|porte|entrée|logement|bloc|tour|immeuble|imm\.?|hall|bte|boîte`,
  String.raw`escalera|piso|planta|pta\.?|puerta|portal|bloque|blq\.?|bl\.?|depto\.?|dpto\.?|departamento|interior|int\.?|local|casa|torre|manzana|mz\.?|lote|lt\.?|parcela|apto\.?|apartamento|oficina|of\.|nave|letra|bajo`,
  String.raw`interno|scala|sc\.?|piano|palazzina|pal\.?|edificio|ed\.?|lotto|isolato|lott\.|p\.`,
  String.raw`ap\.?|bloco|loja|lj\.|sala|andar|fração|fracção|edifício|porta|hab\.?|quadra|qd\.?|conjunto|conj\.?|sl\.`,
  String.raw`bus|verdieping|kamer|toevoeging`,
  String.raw`m\.?|lok\.?|mieszkanie|mieszk\.?|lokal|klatka|kl\.?|piętro|blok|bud\.?|pok\.?`,
]

const UNIT = String.raw`(?:${words(UNITS)})[ \u00a0:]{0,2}(?:n\.?[º°]?[ \u00a0]?)?${VALUE}`

/** Floors behind their number: "2. OG", "3e étage", "II piętro", "3-hoog". */
const FLOORS =
  'OG|UG|stock|etage|étage|ét\\.?|floor|piano|piso|planta|andar|piętro|pięt\\.|p\\.|verdieping|hoog|Stg\\.?|Stiege'

const FLOOR = String.raw`(?:\d{1,2}(?:\.[ \u00a0]?º|\.|er|re|e|è|ème|eme|nd|st|rd|th|º|ª|°|o)?|[IVX]{1,4})[ \u00a0-]?(?:${inAnyCase(FLOORS)})${END}`

/** Floors, sides and yards that stand alone. */
const SIDES =
  'links|rechts|li\\.?|re\\.?|lks\\.?|mitte|dcha\\.?|derecha|izq(?:da|uierda)?\\.?|izda\\.?|dx|sx|esq(?:\\.ª?|uerdo)?\\.?|dto\\.?|dt[oº]\\.?|direito|esquerdo|fte\\.?|tras(?:eiras)?\\.?|fundos|hinterhaus|vorderhaus|seitenflügel|hinterhof|rückgebäude|rgb\\.?|EG|DG|UG|erdgeschoss|dachgeschoss|souterrain|parterre|parter|poddasze|suterena|r/ch?|rés-do-chão|sótão|bajos?|bj\\.?|entlo\\.?|entresuelo|ático|sobreático|sótano|rdc|rez-de-chaussée|piano terra|piano rialzato|begane grond|beletage|zona rural|centro|centrum|centre-ville|tür (?:links|rechts)|(?:primo|secondo|terzo|quarto|quinto) piano|piano (?:primo|secondo|terzo|quarto|quinto)|(?:premier|deuxième|troisième|quatrième|cinquième) étage|(?:ground|first|second|third|fourth|top) floor|\\d-hoog'

const SIDE = String.raw`(?:${inAnyCase(SIDES)})${END}\.?`
const DOOR = String.raw`\d{1,2}(?:\.?[ºª°]|o\b|a\b)[ \u00a0]?(?:[-–,]?[ \u00a0]?(?:\p{Lu}(?!\p{L})|\d{1,2}\.?[ºª]|${SIDE})){0,3}`

/** Boxes for letters. */
const BOXES =
  'BP|B\\.P\\.|case postale|Postfach|Apartado|Aptdo\\.?|casella postale|C\\.P\\.|CP|caixa postal|Postbus|skr(?:ytka|\\.) poczt(?:owa|\\.)|P\\.?O\\.? Box'

const BOX = String.raw`(?:${inAnyCase(BOXES)})[ \u00a0]?(?:n[º°.][ \u00a0]?)?\d{1,6}${END}`

/** A name and a number that a flat or a floor behind makes an address: "Ringwade 61, 2e etage". */
export const NUMBERED_AND_UNIT = String.raw`${EDGE}${NAME}[ \u00a0]${NUMBER},?[ \u00a0](?:(?:${inAnyCase('m|lok|mieszk|apto|apt|appt|int|interno|scala|esc|Whg|Top|Stiege|flat|bus')})\.?[ \u00a0]${VALUE}|${FLOOR})`

/** Two rooms or floors in a row are an address by themselves: "Bât. C4, 13e ét., porte 134". */
export const CHAINED_UNITS =
  'bât|bat|bloc|esc|escalier|étage|porte|appt|apto|bloco|bl|scala|interno|int|piano|stg|stiege|tür|whg|portal|piso|puerta|pta|klatka|lok|depto|flat|block'
export const UNIT_CHAIN = String.raw`${EDGE}(?:(?:${inAnyCase(CHAINED_UNITS)})\.?[ \u00a0]${VALUE}|${FLOOR})(?:,?[ \u00a0](?:${UNIT}|${FLOOR})){1,4}`

/** Before an address in running text. */
export const BEFORE_ADDRESS =
  'wohnhaft(?: in)?|wohnt|whft\\.|neue Adr\\.|Anschrift|domicilié(?:e)?(?: à)?|demeurant(?: à| au)?|domiciliad[oa] en|domicilio en|residente in|abita in|domiciliat[oa] in|residente n[ao]|morador(?:a)? n[ao]|wonende(?: te)?(?: aan de| aan het| aan)?|aan de|woning aan|zam\\.|zamieszkał[ya](?: przy)?|lives at|living at|residing at|resides at|resident at|premises at|property at'

/** A name with a number, behind what only stands before an address. */
export const NUMBERED_BEHIND_CUE = String.raw`(?:${inAnyCase(BEFORE_ADDRESS)})[ \u00a0:|]{1,4}(?<id>(?:(?:Am|An|Im|In|Auf|Zum|Zur|Unter|Hinter|Vor|Bei)(?:[ \u00a0]de[rmn])?[ \u00a0])?${NAME}${TO_NUMBER}${NUMBER})`

/** Before the colon of a form. */
export const ADDRESS_LABELS =
  'home address|postal address|address(?: line 1)?|addr\\.?|wohnanschrift|anschrift|adresse(?: neu)?|adr\\.?|straße(?:\\s?/\\s?(?:haus)?nr\\.?)?|wohnort|PLZ\\s?/\\s?Ort|domicile|CP\\s?/\\s?(?:ville|localité)|code postal et ville|domicilio|dirección|dir\\.?|indirizzo|residenza|CAP\\s?/\\s?comune|morada|endereço|end\\.|adres|straat(?:(?:\\s?\\+\\s?|\\sen\\s)(?:huis)?(?:nr\\.?|nummer))?|postcode(?:(?:\\s?/\\s?|\\sen\\s)(?:woon)?plaats)?|woonplaats|ulica(?:, nr domu(?:/lok\\.)?)?|kod(?:, |/)miejscowość|miejscowość|zamieszkał[ya]|adres zamieszkania'

/** What stands in the line of a form behind its label. */
export const LABELLED_ADDRESS = String.raw`(?<=^|[\n|] {0,12})(?:${inAnyCase(ADDRESS_LABELS)})[ \u00a0]{0,8}[:|][ \u00a0]{0,4}(?<id>[\p{L}\p{N}][^\n|;]{3,90}?)(?=[ \u00a0]{0,8}(?:[\n|;]|$)|[ \u00a0]{3})`
const BRACKET = String.raw`\(\p{Lu}[^()\n\d:]{0,30}\)`

/** Postal codes of eight countries, with the letters of a country or "CEP" before. */
export const CODE = String.raw`(?:(?:[A-Z]{1,2}-|CEP:?[ \u00a0]|C\.?P\.?:?[ \u00a0]|CAP[ \u00a0]|PLZ[ \u00a0]))?(?:\d{2}\.\d{3}-\d{3}|\d{5}-\d{3}|\d{4}-\d{3}|\d{2}-\d{3}|\d{5}|\d{4}[ \u00a0]?[A-Z]{2}|\d{4})(?![\p{L}\p{N}]|[.,]\d)`
const BRITISH_CODE = String.raw`(?:[A-Z]\d[\dW][ \u00a0]?[A-Z\d]{4}|[A-Z]{1,2}\d[A-Z\d]?(?:[ \u00a0]\d[A-Z]{2})?)${END}`
const TOWN_WORD = String.raw`\p{Lu}[\p{L}\p{M}]{1,24}(?:['’]\p{L}{1,20})?`
const TOWN_JOINT = String.raw`(?:-(?:[\p{Ll}]{1,4}-){0,2}|[ \u00a0](?:de la|d[aeo]s?|del|della|di|du|des|la|le|les|el|los|las|am|an der|a\.[ \u00a0]?d\.|im|in der|in|ob|bei|vor der|van|aan den|aan de|en|sous|sur|sul|upon|nad|[yi])[ \u00a0](?:[dl]['’])?|[ \u00a0][dl]['’])`

/** A town of several words: "Noto (SR)", "Le Bugue", "San Xoán de Lousada", "Belo Horizonte/MG", "Bourg-en-Bresse Cedex 9". */
export const TOWN = String.raw`(?:(?:Bad|St\.?|Sankt|San|Santa|Santo|São|Saint|Sainte|Le|La|Les|Los|Las|El|L['’]|Den|De|Het|Nowy|Nowa|Stary|Stara|New|Great|Little|Upper|Lower|Castel|Monte|Villa|Puerto|Vila|Nova|Ponte)[ \u00a0-]?)?${TOWN_WORD}(?:${TOWN_JOINT}${TOWN_WORD}){0,3}(?:[ \u00a0]${TOWN_WORD}(?=[ \u00a0]?(?:[,.;:)(\n|/]|$|[-–][ \u00a0])))?(?:[ \u00a0](?:Cedex|CEDEX)(?:[ \u00a0]\d{1,2})?)?(?:[ \u00a0]?\([^()\n\d]{1,25}\))?(?:[ \u00a0]?[/–-][ \u00a0]?[A-Z]{2}${END}|,[ \u00a0][A-Z]{2}${END})?`

/** Parts of a town or district, before their name. */
const QUARTERS =
  'bairro|barrio|bº|quartier|quartiere|Ortsteil|OT|fraz\\.|frazione|loc\\.|località|colonia|col\\.|dzielnica|gmina|gm\\.|gem\\.|término(?: municipal)? de|t\\.m\\. de|agro di|comune di|commune de|concelho de|freguesia de|Gemeinde|Kreis|Landkreis|powiat|woj\\.|Co\\.|County|prov\\. de'

const QUARTER = String.raw`(?:${inAnyCase(QUARTERS)})[ \u00a0]${NAME}`

const sticky = (expression: string) => new RegExp(expression, 'uy')

/** What an address goes on with, from the surest on; each is tried behind a separator. */
export const PARTS: readonly RegExp[] = [
  String.raw`${CODE}(?:,?[ \u00a0]|[ \u00a0]?[-–][ \u00a0]?|,?\n)${TOWN}`,
  UNIT,
  FLOOR,
  DOOR,
  SIDE,
  BOX,
  QUARTER,
  BRITISH_CODE,
  BRACKET,
  CODE,
].map(sticky)
export const SEPARATOR = sticky(String.raw`(?:[ \u00a0]?[,;·/|–-]|,?[ \t]?\n[ \t>|]{0,8})?[ \t]{0,2}`)
export const TOWN_HERE = sticky(TOWN)
export const TO_TOWN = sticky(
  String.raw`(?:[ \u00a0](?:te|in|a|à|en|em|w|we|de|in)[ \u00a0]|[ \u00a0]?[,–/|·-][ \u00a0]?|,?\n)`,
)

/** Houses that are called something, behind and before their name. */
const HOUSES_BEHIND =
  'Buildings?|House|Court|Lodge|Towers?|Hall|Mansions|Apartments|Box|Cottages?|Farm|Farmhouse|Barn|Mill|Works|Chambers|Manor|Croft|Grange|Villas?|Gardens|Yard|Wharf|Arcade|Exchange'
const HOUSES_BEFORE =
  'Palacio|Edificio|Edifício|Palazzo|Palazzina|Résidence|Rés\\.|Caserne|Torre|Tour|Immeuble|Haus|Villa|Cascina|Condominio|Condomínio|Quinta|Mina|Château|Castello|Gebouw|Residentie|Centro|Casa'

/** What may stand before a street: a flat, a floor, a house with a name, a quarter. */
export const HEADS: readonly RegExp[] = [
  String.raw`(?:${UNIT}|${FLOOR}|${SIDE}|${BOX}|(?:${words(UNITS)})(?=[ \u00a0]$))`,
  String.raw`(?:The[ \u00a0])?\p{Lu}[\p{L}'’]{1,20}(?:[ \u00a0][\p{L}'’]{2,20}){0,3}[ \u00a0](?:${HOUSES_BEHIND})`,
  String.raw`(?:${inAnyCase(HOUSES_BEFORE)})[ \u00a0]${NAME}`,
  String.raw`(?:${words(RURAL_FIRST)}|${inAnyCase(QUARTERS)})[ \u00a0]${NAME}`,
].map((expression) => new RegExp(String.raw`${EDGE}${expression}(?:,|[ \u00a0]?[–-])?[ \u00a0]{1,2}$`, 'u'))

/** A number, or a code and a town, right before the kind of street: not the end of a day, "3/7/38, 14 Abbey Court". */
export const NUMBER_BEFORE = new RegExp(
  String.raw`${EDGE}(?<!\d[./-])\d{1,4}${LETTER}(?:[ \u00a0]?[-–/][ \u00a0]?\d{1,4})?,?[ \u00a0]$`,
  'u',
)
export const TOWN_BEFORE = new RegExp(String.raw`${EDGE}(?:${CODE}[ \u00a0])${TOWN},?[ \u00a0]$`, 'u')
