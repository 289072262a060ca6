const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Kinds of organisation that stand before their name, also in small letters: "pharmacie Bonnefoy", "clínica Las Flores", "Klinik am See". */
export const BEFORE_NAME_SMALL: ReadonlySet<string> = list(`
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
export const BEFORE_NAME_CAPITAL: ReadonlySet<string> = list(`
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
export const ACRONYMS_BEFORE_NAME: ReadonlySet<string> = list(`
  CH GHT CHU CHR CHRU CHI CMP CATTP EHPAD IME ESAT CPAM CAF MDPH SARL SAS SASU EURL SELARL SELAS SCP SCI SNC GAEC SPRL
  CEIP IES EAP ASL ASST AUSL USL ULSS ATS AOU CSM RSA SERT IRCCS IPO CUF USF UCSP UCCI ULS UBS UPA UPE CAPS CRAS
  PZ AZ UZ CGG OCMW PI GGZ ROC AZC MVZ JVA BKK IKK AOK DRK AWO KH LKH UKH AG VG LG OLG
  SCEA EARL GFA FC SV TSV TuS VfL VfB SpVgg DJK TSG ASD VV UD MKS LKS GKS UKS CS
  NZOZ SPZOZ ZOZ SP ZUS OZSS MOPS GOPS PCPR DPS LO SKOK PKS MPK KWK OSP PPHU PHU FHU PUH ZPH KRUS KMP KPP SOR HMP HMYOI NHS`)

/** Kinds of organisation behind their name. */
export const BEHIND_NAME: ReadonlySet<string> = list(`
  hospital hospitals infirmary clinic surgery practice hospice pharmacy chemist chemists nursery school academy college university
  police council trust foundation bank insurance assurance mutual church chambers solicitors centre center institute court prison
  farm farmhouse cottage kh krhs tearooms tearoom brewery dental butchers tavern dairy
  haulage roofing scaffolding joinery plumbing tyres bodyshop aggregates lettings rehab services logistics direct
  bau holzbau metallbau haustechnik logistik agrartechnik immobilien reisen
  ltd llp health club inn hotel restaurant bakery garage farms society home
  kliniek ziekenhuis centrum advocaten notarissen zorg apotheek praktijk verzekeringen college lyceum bakkerij bouw
  klinik klinikum krankenhaus spital apotheke schule gymnasium stiftung bank versicherung bkk ikk rechtsanwälte verlag werke windpark`)

/** "Home" is an organisation only behind one of these; behind "health" and the like stands "centre". */
export const BEFORE_HOME: ReadonlySet<string> = list(`
  nursing care residential rest retirement children's childrens funeral old veterans`)

/** Compounds of German and Dutch that are kinds of organisation. */
export const JOINED_KIND =
  /^\p{L}{2,24}(?:klinik(?:en|um|ums)?|krankenhaus(?:es)?|spitals?|gerichts?|praxis|apotheke|schule|gymnasiums?|versicherung|krankenkasse|sparkasse|volksbank|stiftung|vereins?|verbands?|verbandes|pflegeheims?|altenheims?|seniorenheims?|wohnheims?|kinderheims?|residenz|zentrums?|anwaltschaft|kanzlei|amts?|amtes|beratungsstelle|beratung|universität|hospiz|ambulanz|werkstatt|werkstätten|ziekenhuis|kliniek|centrum|rechtbank|apotheek|praktijk|verpleeghuis|tehuis|gerecht|kassa|kantoor|bedrijf|winkel|kirche|gemeinde|genossenschaft|gesellschaft|inspektion)$/u
export const NO_JOINED_KIND =
  /^(?:insgesamt|gesamt|sämtliche|vorgericht|hauptgericht|jüngste|fischgericht|zeitgeist|samt|seehandel)$/u

/** Polish kinds, in every case. */
export const POLISH_KIND =
  /^(?:szpital|klini[kc]|przychodni|poradni|gabinet|apte[kc]|karczm|gospod|pizzeri|kawiarni|siłowni|pensjonat|hurtowni|cementowni|elektrowni|cukrowni|gospodarst|nadleśnictw|hospicj|sanatori|sąd|prokuratur|komend|komisariat|szk[oó]ł|szkol|liceum|lice|przedszkol|technik|uniwersyte|politechnik|akademi|bank|fundacj|stowarzyszen|parafi|sp[oó]łk|sp[oó]łc|firm|zakład|restauracj|hotel|kancelari|ośrod|dom|hut|huci|kopaln|tartak|przetwórn|ubojn|masarn|mleczarn|stolarn|drukarn|betoniarn|lecznic|kwiaciarn|cukiern|księgarn|piekarn|sklep|urz[ąę]d|klub|sp[oó]łdzieln|fabry|warsztat|biur|centr|instytut|areszt|schronisk|żłob|świetlic)\p{Ll}{0,6}$/u

/** Behind a name and a comma, before where one house of several stands. */
export const BRANCH_WORDS: ReadonlySet<string> = list(`
  zittingsplaats locatie vestiging filiale fil zweigstelle standort niederlassung sede sezione succursale agence antenne section
  division site sucursal delegación filial delegação oddział ośrodek zamiejscowy branch`)

/** Behind "and" they belong to the name of a firm: "Duhamel et Fils". */
export const FAMILY_WORDS: ReadonlySet<string> = list(`
  sons son brothers bros daughters co company partners associates söhne sohn gebrüder partner fils frères cie associés figli fratelli
  soci associati hijos hermanos cía asociados filhos irmãos associados zonen zoon zn dochters synowie syn wspólnicy`)

/** Parts of a country before their name: "Landkreis Harz". */
export const REGION_KINDS: ReadonlySet<string> = list(`
  landkreis landkreises kreis kreises stadt gemeinde markt bezirk bezirks kanton kantons county borough canton commune département
  comune provincia municipio concejo concelho freguesia município distrito gemeente provincie gmina gminy powiat powiatu`)

/** Of these an ordinary word tells which one is meant even in a heading: "Old Mill Primary School". */
export const NAMED_KINDS: ReadonlySet<string> = list(`
  hospital infirmary hospice pharmacy nursery school academy church hotel inn restaurant bakery garage farms farm farmhouse cottage home`)

/** Behind these any capitalised word is a name, also a common one: "Kita Sonnenschein", "crèche Les Lutins", "café O Cantinho". */
export const NAMED_DIRECTLY =
  /^(?:haus|seniorenheim|pflegeheim|altenheim|seniorenresidenz|residenz|wohnheim|résidence|ehpad|foyer|retraite|residencia|verpleeghuis|zorgcentrum|woonzorgcentrum|kita|kindergarten|pflegedienst|gasthaus|gasthof|gaststätte|pension|pizzeria|restaurant|ristorante|restaurante|trattoria|osteria|café|cafetería|brasserie|bistrot?|crèche|creche|garderie|guardería|asilo|infantário|basisschool|peuterspeelzaal|lar|mesón|taberna|albergo|karczm\p{L}{1,3}|przedszkol\p{L}{1,3}|pensjonat\p{L}{0,3}|restauracj\p{L}{1,2}|kawiarni\p{L}{0,2}|pizzeri\p{L}{1,2}|przychodni\p{L}{0,2}|żłob\p{L}{2,4})$/iu

/** With a number behind they are one of their kind: "ASL 3", "SP 12". */
export const NUMBERED_KINDS: ReadonlySet<string> = list('ATS ASL AUSL USL ULSS ASST SP LO')
