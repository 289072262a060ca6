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

/** Rooms, floors, stairs and houses, before their number or letter. */
export const UNITS: readonly string[] = [
  String.raw`flat|apt\.?|apartment|unit|suite|ste\.?|room|rm\.?|floor|fl\.?|block|bldg\.?|building|house|bay|bed`,
  String.raw`wohnung|whg\.?|top|tür|stg\.?|stiege|stock|etage|haus|hs\.?|app\.?|appartement|zimmer|zi\.?|gebäude|geb\.?|aufgang|eingang`,
  String.raw`appt\.?|appartement|bâtiment|bât\.?|bat\.?|esc\.?|escalier|étage|ét\.?|porte|entrée|logement|bloc|tour|immeuble|imm\.?|hall|bte|boîte`,
  String.raw`escalera|piso|planta|pta\.?|puerta|portal|bloque|blq\.?|bl\.?|depto\.?|dpto\.?|departamento|interior|int\.?|local|casa|torre|manzana|mz\.?|lote|lt\.?|parcela|apto\.?|apartamento|oficina|of\.|nave|letra|bajo`,
  String.raw`interno|scala|sc\.?|piano|palazzina|pal\.?|edificio|ed\.?|lotto|isolato|lott\.|p\.`,
  String.raw`ap\.?|bloco|loja|lj\.|sala|andar|fração|fracção|edifício|porta|hab\.?|quadra|qd\.?|conjunto|conj\.?|sl\.`,
  String.raw`bus|verdieping|kamer|toevoeging`,
  String.raw`m\.?|lok\.?|mieszkanie|mieszk\.?|lokal|klatka|kl\.?|piętro|blok|bud\.?|pok\.?`,
]

/** Floors behind their number: "2. OG", "3e étage", "II piętro", "3-hoog". */
export const FLOORS =
  'OG|UG|stock|etage|étage|ét\\.?|floor|piano|piso|planta|andar|piętro|pięt\\.|p\\.|verdieping|hoog|Stg\\.?|Stiege'

/** Floors, sides and yards that stand alone. */
export const SIDES =
  'links|rechts|li\\.?|re\\.?|lks\\.?|mitte|dcha\\.?|derecha|izq(?:da|uierda)?\\.?|izda\\.?|dx|sx|esq(?:\\.ª?|uerdo)?\\.?|dto\\.?|dt[oº]\\.?|direito|esquerdo|fte\\.?|tras(?:eiras)?\\.?|fundos|hinterhaus|vorderhaus|seitenflügel|hinterhof|rückgebäude|rgb\\.?|EG|DG|UG|erdgeschoss|dachgeschoss|souterrain|parterre|parter|poddasze|suterena|r/ch?|rés-do-chão|sótão|bajos?|bj\\.?|entlo\\.?|entresuelo|ático|sobreático|sótano|rdc|rez-de-chaussée|piano terra|piano rialzato|begane grond|beletage|zona rural|centro|centrum|centre-ville|tür (?:links|rechts)|(?:primo|secondo|terzo|quarto|quinto) piano|piano (?:primo|secondo|terzo|quarto|quinto)|(?:premier|deuxième|troisième|quatrième|cinquième) étage|(?:ground|first|second|third|fourth|top) floor|\\d-hoog'

/** Boxes for letters. */
export const BOXES =
  'BP|B\\.P\\.|case postale|Postfach|Apartado|Aptdo\\.?|casella postale|C\\.P\\.|CP|caixa postal|Postbus|skr(?:ytka|\\.) poczt(?:owa|\\.)|P\\.?O\\.? Box'

/** Parts of a town or district, before their name. */
export const QUARTERS =
  'bairro|barrio|bº|quartier|quartiere|Ortsteil|OT|fraz\\.|frazione|loc\\.|località|colonia|col\\.|dzielnica|gmina|gm\\.|gem\\.|término(?: municipal)? de|t\\.m\\. de|agro di|comune di|commune de|concelho de|freguesia de|Gemeinde|Kreis|Landkreis|powiat|woj\\.|Co\\.|County|prov\\. de'

/** Houses that are called something, behind and before their name. */
export const HOUSES_BEHIND =
  'Buildings?|House|Court|Lodge|Towers?|Hall|Mansions|Apartments|Box|Cottages?|Farm|Farmhouse|Barn|Mill|Works|Chambers|Manor|Croft|Grange|Villas?|Gardens|Yard|Wharf|Arcade|Exchange'
export const HOUSES_BEFORE =
  'Palacio|Edificio|Edifício|Palazzo|Palazzina|Résidence|Rés\\.|Caserne|Torre|Tour|Immeuble|Haus|Villa|Cascina|Condominio|Condomínio|Quinta|Mina|Château|Castello|Gebouw|Residentie|Centro|Casa'

/** Before an address in running text. */
export const BEFORE_ADDRESS =
  'wohnhaft(?: in)?|wohnt|whft\\.|neue Adr\\.|Anschrift|domicilié(?:e)?(?: à)?|demeurant(?: à| au)?|domiciliad[oa] en|domicilio en|residente in|abita in|domiciliat[oa] in|residente n[ao]|morador(?:a)? n[ao]|wonende(?: te)?(?: aan de| aan het| aan)?|aan de|woning aan|zam\\.|zamieszkał[ya](?: przy)?|lives at|living at|residing at|resides at|resident at|premises at|property at'

/** Before the colon of a form. */
export const ADDRESS_LABELS =
  'home address|postal address|address(?: line 1)?|addr\\.?|wohnanschrift|anschrift|adresse(?: neu)?|adr\\.?|straße(?:\\s?/\\s?(?:haus)?nr\\.?)?|wohnort|PLZ\\s?/\\s?Ort|domicile|CP\\s?/\\s?(?:ville|localité)|code postal et ville|domicilio|dirección|dir\\.?|indirizzo|residenza|CAP\\s?/\\s?comune|morada|endereço|end\\.|adres|straat(?:(?:\\s?\\+\\s?|\\sen\\s)(?:huis)?(?:nr\\.?|nummer))?|postcode(?:(?:\\s?/\\s?|\\sen\\s)(?:woon)?plaats)?|woonplaats|ulica(?:, nr domu(?:/lok\\.)?)?|kod(?:, |/)miejscowość|miejscowość|zamieszkał[ya]|adres zamieszkania'
