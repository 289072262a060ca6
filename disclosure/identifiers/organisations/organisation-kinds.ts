import type { IdentifierType } from '../identifier.ts'
import { isCapital } from '../names/name-run.ts'
import { has, type Word, wordAt, wordSet } from '../tokens/word-at.ts'

/** Kinds of organisation that stand before their name, also in small letters: "pharmacie Bonnefoy", "clínica Las Flores", "Klinik am See". */
const BEFORE_NAME_SMALL: ReadonlySet<string> = wordSet(`
  hôpital hopital hôpitaux clinique polyclinique pharmacie laboratoire maternité tribunal tribunaux école ecole collège lycée crèche
  université institut faculté banque caisse mutuelle société entreprise fondation mairie préfecture commissariat gendarmerie paroisse
  restaurant boulangerie hôtel garage imprimerie établissement établissements cabinet étude résidence foyer ehpad auberge
  conserverie conserveira concessionária concessionaria concesionario alimentari scheepswerf fysiotherapie kapsalon physiotherapie fahrschule
  café brasserie bistrot bistro supermarché garderie camping discothèque pub crèches
  cafetería mesón taberna supermercado gimnasio discoteca librería peluquería ikastola pensión geriátrica asador
  pizzeria trattoria osteria supermercato palestra agriturismo oratorio polleria gelateria pasticceria
  lar pastelaria tasca ginásio pousada infantário mercearia pizzaria churrascaria confeitaria salão
  sportschool supermarkt peuterspeelzaal manege snackbar eetcafé
  pflegedienst sozialstation pension imbiss kneipe tagesklinik pizzeria reiterhof pflegeheim seniorenheim altenheim
  llar hospital clínica clinica sanatorio policlínico policlínica ambulatorio consultorio farmacia laboratorio residencia geriátrico juzgado
  audiencia colegio escuela instituto universidad guardería aseguradora mutua empresa fundación asociación ayuntamiento parroquia
  notaría comisaría bufete hotel restaurante panadería taller talleres bodega bodegas despacho
  ospedale policlinico poliambulatorio presidio tribunale procura scuola liceo istituto università asilo banca ditta società fondazione ospedali misericordia polizia
  associazione parrocchia caserma questura albergo ristorante panificio officina azienda cooperativa residenza
  advocacia bombeiros cerâmica maternidade sanatório farmácia laboratório tribunal comarca escola colégio agrupamento universidade faculdade creche seguradora
  fundação associação prefeitura paróquia conservatória cartório esquadra delegacia presídio penitenciária padaria empresa hosp
  kraamzorg buurtteam rechtswinkel onderlinge thuiszorg ziekenhuis kliniek huisartsenpraktijk praktijk apotheek verpleeghuis verzorgingshuis woonzorgcentrum zorgcentrum gezondheidscentrum
  rechtbank gerechtshof kantongerecht basisschool advocatenkantoor school universiteit stichting vereniging mutualiteit gemeente kinderdagverblijf
  bakkerij slagerij tankstation bedrijf firma notariskantoor tehuis revalidatiecentrum ggz azc
  klinik klinikum krankenhaus spital praxis apotheke gericht schule gymnasium kita kindergarten universität hochschule sparkasse
  volksbank versicherung kanzlei fa stiftung pfarrei gasthaus gasthof gaststätte bäckerei metzgerei spedition autohaus
  staatsanwaltschaft polizeiinspektion polizeirevier ambulatorium
  ambulances copropriété compagnie menuiserie serrurerie plomberie quincaillerie fromagerie boucherie épicerie pépinière pépinières scierie
  minoterie laiterie coopérative syndic régie
  inmobiliaria gestoría asesoría óptica ferretería carpintería fontanería autoescuela panificadora lavandería tintorería conservera joyería
  floristería carnicería pescadería frutería marisquería cervecería zapatería tanatorio
  condominio carrozzeria officine falegnameria macelleria ottica ferramenta tipografia lavanderia cantina caseificio latteria autoscuola
  agenzia salumificio pastificio segheria vivaio vivai
  oficina serralharia carpintaria marcenaria talho transportadora construtora imobiliária administradora ótica livraria lavandaria adega
  autoescola açougue madeireira metalúrgica condomínio funerária
  kwekerij aannemersbedrijf schildersbedrijf loonbedrijf rederij brouwerij drukkerij woningcorporatie uitvaartcentrum
  schreinerei tischlerei zimmerei gärtnerei druckerei brauerei kelterei weingut reederei sanitätshaus bestattungshaus bestattungen
  hausverwaltung reisebüro schlosserei agrargenossenschaft bautrocknung`)

/** The same only with a capital: in small letters they are other words too ("cour", "casa", "groupe sanguin", "banco"). */
const BEFORE_NAME_CAPITAL: ReadonlySet<string> = wordSet(`
  cour conseil centre groupe crédit association justice comité syndicat maison clinic
  banco caja centro sociedad cámara colegio sindicato cooperativa conservas reformas transportes construcciones hnos
  corte cassa casa studio comune centro giudice assicurazioni trasporti consorzio circolo bar impresa edizioni
  banco caixa centro câmara junta lar vara juízo fórum unidade sociedade instituto fazenda posto
  centrum college bank verzekering verzekeringen café inrichting parket
  seguros mútua aseguradora pizarras autocares hermanos irmãos fratelli frères gebrüder autotrasporti ortofrutta transportadora sucatas
  madeiras talleres oficinas grupo gruppo compagnia compañía companhia notaría registro towarzystwo
  suchtberatung reha pflege
  bank kasse zentrum institut verein verband haus heim hospiz jva mvz werk werke amt
  university hospital court bank church hmp hmyoi college school institute`)

/** What an organisation of one kind is called by its letters, before its name; always in capitals. */
const ACRONYMS_BEFORE_NAME: ReadonlySet<string> = wordSet(`
  CH GHT CHU CHR CHRU CHI CMP CATTP EHPAD IME ESAT CPAM CAF MDPH SARL SAS SASU EURL SELARL SELAS SCP SCI SNC GAEC SPRL
  CEIP IES EAP ASL ASST AUSL USL ULSS ATS AOU CSM RSA SERT IRCCS IPO CUF USF UCSP UCCI ULS UBS UPA UPE CAPS CRAS
  PZ AZ UZ CGG OCMW PI GGZ ROC AZC MVZ JVA BKK IKK AOK DRK AWO KH LKH UKH AG VG LG OLG
  SCEA EARL GFA FC SV TSV TuS VfL VfB SpVgg DJK TSG ASD VV UD MKS LKS GKS UKS CS
  NZOZ SPZOZ ZOZ SP ZUS OZSS MOPS GOPS PCPR DPS LO SKOK PKS MPK KWK OSP PPHU PHU FHU PUH ZPH KRUS KMP KPP SOR HMP HMYOI NHS`)

/** Kinds of organisation behind their name. */
const BEHIND_NAME: ReadonlySet<string> = wordSet(`
  hospital hospitals infirmary clinic surgery practice hospice pharmacy chemist chemists nursery school academy college university
  police council trust foundation bank insurance assurance mutual church chambers solicitors centre center institute court prison
  farm farmhouse cottage kh krhs tearooms tearoom brewery dental butchers tavern dairy
  haulage roofing scaffolding joinery plumbing tyres bodyshop aggregates lettings rehab services logistics direct
  bau holzbau metallbau haustechnik logistik agrartechnik immobilien reisen
  ltd llp health club inn hotel restaurant bakery garage farms society home
  kliniek ziekenhuis centrum advocaten notarissen zorg apotheek praktijk verzekeringen college lyceum bakkerij bouw
  klinik klinikum krankenhaus spital apotheke schule gymnasium stiftung bank versicherung bkk ikk rechtsanwälte verlag werke windpark`)

/** "Home" is an organisation only behind one of these; behind "health" and the like stands "centre". */
const BEFORE_HOME: ReadonlySet<string> = wordSet(`
  nursing care residential rest retirement children's childrens funeral old veterans`)

/** Compounds of German and Dutch that are kinds of organisation. */
const JOINED_KIND =
  /^\p{L}{2,24}(?:klinik(?:en|um|ums)?|krankenhaus(?:es)?|spitals?|gerichts?|praxis|apotheke|schule|gymnasiums?|versicherung|krankenkasse|sparkasse|volksbank|stiftung|vereins?|verbands?|verbandes|pflegeheims?|altenheims?|seniorenheims?|wohnheims?|kinderheims?|residenz|zentrums?|anwaltschaft|kanzlei|amts?|amtes|beratungsstelle|beratung|universität|hospiz|ambulanz|werkstatt|werkstätten|ziekenhuis|kliniek|centrum|rechtbank|apotheek|praktijk|verpleeghuis|tehuis|gerecht|kassa|kantoor|bedrijf|winkel|kirche|gemeinde|genossenschaft|gesellschaft|inspektion)$/u
const NO_JOINED_KIND =
  /^(?:insgesamt|gesamt|sämtliche|vorgericht|hauptgericht|jüngste|fischgericht|zeitgeist|samt|seehandel)$/u

/** Polish kinds, in every case. */
const POLISH_KIND =
  /^(?:szpital|klini[kc]|przychodni|poradni|gabinet|apte[kc]|karczm|gospod|pizzeri|kawiarni|siłowni|pensjonat|hurtowni|cementowni|elektrowni|cukrowni|gospodarst|nadleśnictw|hospicj|sanatori|sąd|prokuratur|komend|komisariat|szk[oó]ł|szkol|liceum|lice|przedszkol|technik|uniwersyte|politechnik|akademi|bank|fundacj|stowarzyszen|parafi|sp[oó]łk|sp[oó]łc|firm|zakład|restauracj|hotel|kancelari|ośrod|dom|hut|huci|kopaln|tartak|przetwórn|ubojn|masarn|mleczarn|stolarn|drukarn|betoniarn|lecznic|kwiaciarn|cukiern|księgarn|piekarn|sklep|urz[ąę]d|klub|sp[oó]łdzieln|fabry|warsztat|biur|centr|instytut|areszt|schronisk|żłob|świetlic)\p{Ll}{0,6}$/u

/** Behind a name and a comma, before where one house of several stands. */
export const BRANCH_WORDS: ReadonlySet<string> = wordSet(`
  zittingsplaats locatie vestiging filiale fil zweigstelle standort niederlassung sede sezione succursale agence antenne section
  division site sucursal delegación filial delegação oddział ośrodek zamiejscowy branch`)

/** Behind "and" they belong to the name of a firm: "Duhamel et Fils". */
export const FAMILY_WORDS: ReadonlySet<string> = wordSet(`
  sons son brothers bros daughters co company partners associates söhne sohn gebrüder partner fils frères cie associés figli fratelli
  soci associati hijos hermanos cía asociados filhos irmãos associados zonen zoon zn dochters synowie syn wspólnicy`)

/** Parts of a country before their name: "Landkreis Harz". */
export const REGION_KINDS: ReadonlySet<string> = wordSet(`
  landkreis landkreises kreis kreises stadt gemeinde markt bezirk bezirks kanton kantons county borough canton commune département
  comune provincia municipio concejo concelho freguesia município distrito gemeente provincie gmina gminy powiat powiatu`)

/** Of these an ordinary word tells which one is meant even in a heading: "Old Mill Primary School". */
export const NAMED_KINDS: ReadonlySet<string> = wordSet(`
  hospital infirmary hospice pharmacy nursery school academy church hotel inn restaurant bakery garage farms farm farmhouse cottage home`)

/** Behind these any capitalised word is a name, also a common one: "Kita Sonnenschein", "crèche Les Lutins", "café O Cantinho". */
export const NAMED_DIRECTLY =
  /^(?:haus|seniorenheim|pflegeheim|altenheim|seniorenresidenz|residenz|wohnheim|résidence|ehpad|foyer|retraite|residencia|verpleeghuis|zorgcentrum|woonzorgcentrum|kita|kindergarten|pflegedienst|gasthaus|gasthof|gaststätte|pension|pizzeria|restaurant|ristorante|restaurante|trattoria|osteria|café|cafetería|brasserie|bistrot?|crèche|creche|garderie|guardería|asilo|infantário|basisschool|peuterspeelzaal|lar|mesón|taberna|albergo|gîte|pescheria|macelleria|parrucchier[ae]|pescadería|carnicería|peluquería|hostal|talho|kapsalon|manege|bakkerij|slagerij|bäckerei|metzgerei|fleischerei|sparkasse|volksbank|hospiz|tagesklinik|piekarni\p{L}{1,2}|aptek\p{L}{1,2}|zajazd\p{L}{0,3}|karczm\p{L}{1,3}|przedszkol\p{L}{1,3}|pensjonat\p{L}{0,3}|restauracj\p{L}{1,2}|kawiarni\p{L}{0,2}|pizzeri\p{L}{1,2}|przychodni\p{L}{0,2}|żłob\p{L}{2,4})$/iu

/** With a number behind they are one of their kind: "ASL 3", "SP 12". */
export const NUMBERED_KINDS: ReadonlySet<string> = wordSet('ATS ASL AUSL USL ULSS ASST SP LO')

/** Where the name of an organisation stands beside the word of its kind. */
type Kind = { readonly standsBefore: boolean; readonly standsBehind: boolean }

const ARTICLE = /^(?:dell|all|dall|nell|sull|quell|un|l|d|s)['’](?=\p{L})/iu

/** "ospedale" of "dell'ospedale", "APPEL" of "D'APPEL". */
export function withoutArticle(text: string): string {
  return text.replace(ARTICLE, '')
}

/** Whether the word is a kind of organisation; null where it is not. */
export function kindAt(words: readonly Word[], at: number): Kind | null {
  const word = wordAt(words, at)
  if (!/\p{L}/u.test(word.text)) return null
  const text = withoutArticle(word.text)
  if (isAdjective(words, at)) return null
  const isBig = /^\p{Lu}/u.test(text)
  const joined = isJoined(text, isBig)
  const standsBefore = joined || isBefore(words, at, text, isBig)
  const standsBehind = isBig && (joined || (BEHIND_NAME.has(text.toLowerCase()) && isHome(words, at)))
  return standsBefore || standsBehind ? { standsBefore, standsBehind } : null
}

function isBefore(words: readonly Word[], at: number, text: string, isBig: boolean): boolean {
  const lower = text.toLowerCase()
  if (BEFORE_NAME_SMALL.has(lower) || POLISH_KIND.test(lower)) return true
  if (BEFORE_NAME_CAPITAL.has(lower)) return isBig || isCompound(words, at)
  return ACRONYMS_BEFORE_NAME.has(text) && !isAcronym(wordAt(words, at + 1))
}

/** "CAP CURB": letters beside letters are abbreviations of something else. */
function isAcronym({ shape, text }: Word): boolean {
  return shape === 'upper' && text.length < 6
}

/** "historia clínica", "relazione clinica": what follows a noun is no clinic. */
function isAdjective(words: readonly Word[], at: number): boolean {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  if (!/^cl[ií]nica$/iu.test(word.text) || word.gap !== ' ') return false
  return before.text.length > 4 && !/^(?:della|nella|dalla|sulla|questa|nossa|nuestra)$/iu.test(before.text)
}

/** "cour d'appel", "casa di cura", "conseil de prud'hommes": in small letters a kind only with what makes it one. */
function isCompound(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at + 1)
  const telling = /^(?:de|di|da|do|d)$/u.test(next.text) ? wordAt(words, at + 2) : next
  return telling.text.length > 3 && telling.shape !== 'digits' && isGeneric(withoutArticle(telling.text))
}

/** German compounds have a capital, Dutch ones may be small. */
function isJoined(text: string, isBig: boolean): boolean {
  const lower = text.toLowerCase()
  return (
    JOINED_KIND.test(lower) &&
    !NO_JOINED_KIND.test(lower) &&
    (isBig || /(?:ziekenhuis|kliniek|centrum|apotheek|praktijk|tehuis|bedrijf|winkel)$/u.test(lower))
  )
}

function isHome(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  if (!/^home$/iu.test(word.text)) return true
  return isCapital(word) && has(BEFORE_HOME, wordAt(words, at - 1))
}

/** Tell no organisation from another of its kind: "Tribunal Supremo", "High Court", "Sąd Okręgowy", "Hospital General". */
const GENERIC: ReadonlySet<string> = wordSet(`
  supreme high crown county family juvenile labour labor magistrates appeal appeals circuit district civil criminal justice human rights european union
  compulsory clinical best good general regional national international community memorial royal central municipal public private city state federal court courts
  medical health healthcare mental children children's women's day nursing care residential rest retirement primary secondary infant junior senior high grammar
  comprehensive teaching university department division chamber bench house lords council tribunal employment immigration asylum
  first upper lower tier social entitlement land registry local authority trust service services emergency unit ward team hospital
  clinic practice surgery centre center school college the of and for in at insurance bank foundation home police north south east west
  recht rechts bundes bundesgerichtshof bundesverfassungsgericht bundesgericht bundessozialgericht bundesarbeitsgericht bundesfinanzhof
  verfassungsgerichtshof verwaltungsgericht verwaltungsgerichtshof oberster gerichtshof europäischer gerichtshof klinik klinikum
  abteilung station medizinische medizinischen chirurgische innere allgemeine allgemeines städtisches städtische evangelisches
  evangelische evangelischen evangelischem katholisches katholischen katholischem städtischen städtischem allgemeinen allgemeinem kantonal gesetzliche private private betriebliche zuständige zuständigen kammer senat zivilsachen
  zivilrechtssachen strafsachen psychische gesundheit universitätsklinik fachbereich zentrum krankenhaus
  judiciaire judiciaires administratif administrative commerce cassation appel état constitutionnel prud'hommes correctionnel police
  assises enfants grande première instance proximité premier canton paix hospitalier hospitalière hospitaliers universitaire
  universitaires régional départemental national nationale général générale public publique privé centre hôpital clinique tribunal cour
  conseil chambre sociale civile pénale section service médical médicale santé soins retraite repos jour maternelle primaire élémentaire
  primaires famille famille juge juges exécution contentieux protection affaires familiales d'appel d'assises l'exécution
  supremo suprema superior constitucional provincial nacional primera segunda instancia instrucción instruccion número numero penal
  mercantil contencioso contencioso-administrativo menores ejecución violencia mujer vigilancia penitenciaria juzgado tribunal sala
  sección d'infants infants tercero tercera cuarto quinta sexto séptimo octavo noveno décimo audiencia universitario universitaria clínico comarcal comunitario salud centro servicio urgencias primaria secundaria público
  municipal estado justicia familia trabajo laboral circuito distrito lo uno dos tres cuatro cinco turno
  ordinario ordinaria costituzionale cassazione suprema appello d'appello assise d'assise minorenni sorveglianza pace lavoro penale
  civile unite sezioni sezione circondariale regionale provinciale comunale nazionale generale ospedaliera ospedaliero ospedaliere
  sanitaria sanitario locale universitaria universitario cura riposo protetta salute pubblica pubblico stato primaria elementare media
  statale comprensivo per i territoriale unità operativa complessa pronto soccorso
  judicial judiciária cível criminal família sucessões trabalho relação justiça supremo constitucional administrativo fiscal comarca
  vara juízo local hospitalar universitário universitária regional municipal estadual federal estado república básica secundária saúde
  familiar cuidados paliativos urgência serviço unidade primeiro segundo geral público instância direito turma câmara
  hoge raad van state rechtspraak centrale hoofd bestuursrechtspraak afdeling kamer familie jeugd kanton hof gerechtshof rechtbank algemeen academisch
  universitair medisch psychiatrisch openbaar ministerie regionaal nederlandse
  najwyższy najwyższego najwyższym okręgowy okręgowego okręgowym okręgowa rejonowy rejonowego rejonowym rejonowa apelacyjny
  apelacyjnego apelacyjnym administracyjny administracyjnego naczelny naczelnego wojewódzki wojewódzkiego wojewódzkim powiatowy
  powiatowego powiatowym miejski miejskiego miejskim specjalistyczny specjalistycznego specjalistyczna kliniczny klinicznego
  uniwersytecki wydział cywilny karny rodzinny nieletnich pracy ubezpieczeń społecznych gospodarczy podstawowa podstawowej publiczny
  publicznego zdrowia opieki zdrowotnej pomocy społecznej ogólnokształcące polski polskiej rzeczypospolitej zakład skarbowy stanu
  cywilnego policji wojewódzka powiatowa trybunał konstytucyjny europejski samodzielny samodzielnego samodzielna rejonowe oddział`)

/** Departments, in any of the languages: they are called so in every hospital. */
const SPECIALTY =
  /^(?:kardi|cardi|chirur|cirurg|cirug|surg|ortop|orthop|traum|unfall|psych|psiq|psic|psiq|g[iy]n[aeä]?[ckg]|obst|położn|pediat|pédiat|pädiat|kinder|jugend|neur|onk|onc|ur[oó]l|derm|intern|interdis|an[aäe]st|radiol|radiot|m[eé]di[czk]|medyc|gastr|hepat|pneum|pulmo|ophth|ofta|oftal|okul|augen|oto[rl]|laryng|reum|rheum|nephr|nefr|n[eé]fr|endo|h[äaeé]?mat|ematol|geria|geriat|gériat|palli|palia|inten[sz]|notfall|urg[eê]n|emerg|reha|r[eé][eé]?adap|riab|reab|rianim|r[eé]anim|digest|dental|denti|zahn|oral|patol|path|anat|labor|imag|bild|diagn|thorax|tor[aá]c|vas[ck]|gef[äa]ß|infek|infec|allerg|[iI]mmun|stroke|outpat|inpat|ambul|poradni)/iu
const NUMERAL = /^(?:[IVXLC]{1,5}|\p{L}|\p{N}+\p{L}?)$/u

/** Whether the word says nothing about which organisation of its kind is meant. */
export function isGeneric(text: string): boolean {
  return isGenericOfCourts(text) || SPECIALTY.test(text)
}

/** The same where there are no departments: Cardiff and Neuruppin begin like specialties. */
export function isGenericOfCourts(text: string): boolean {
  return GENERIC.has(text.toLowerCase().replace('’', "'")) || NUMERAL.test(text)
}

const HOSPITAL =
  /hosp(?!itality)|cl[ií]ni|infirmary|klini|krankenhaus|spital|hôpit|ospedal|szpital|ziekenhuis|medical|health|salu[dt]|saúde|surgery|practice|praxis|praktijk|przychod|poradni/iu

/** Words of their own, or the second half of a German or Dutch one; "Harcourt" is no court, and "Cortese" none. */
const COURT =
  /(?<!\p{L})(?:courts?|cours?|cort[ei]|varas?|sąd\p{L}*|tribuna(?:l\p{L}*|ux)|juzgados?|audiencia|comarca|juízo|prud['’]hommes)(?!\p{L})|gericht|rechtbank|gerechtshof/iu

/** What kind of organisation a name names: a hospital or another place of care, a court, or any other. */
export function typeOfOrganisation(name: readonly Word[]): IdentifierType {
  const text = name.map((word) => word.text).join(' ')
  if (HOSPITAL.test(text)) return 'hospital'
  return COURT.test(text) ? 'court' : 'organisation'
}
