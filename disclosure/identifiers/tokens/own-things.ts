/**
 * What is called after one name alone, by its nouns in eight languages: an oesophagus is everybody's, but that of Barrett nobody's. Whole
 * nouns, and none that is a verb as well: "Redon drained", "Graves hyperthyroid", "Kirschner wires the money".
 * Source: the eponyms of surgery and medicine as dictionaries of the eight languages give them.
 */
type Nouns = {
  /** Said of a body and its illness and of nothing else: a sentence with one is of medicine. */
  readonly medical?: string
  /** Of a contract, a house or a letter as well. */
  readonly everyday?: string
}

const NOUNS: Readonly<Record<string, Nouns>> = {
  barrett: {
    medical: `oesophagus esophagus œsophage oesophage esófago esofago esôfago ösophagus oesofagus slokdarm przełyk przełyku przełykiem mucosa
      muqueuse slijmvlies schleimhaut epithelium épithélium epithel epitheel epitelio epitélio nabłonek`,
  },
  dupuytren: {
    medical: `contracture contractures contractuur kontraktur kontrakturen contractura contracturas contrattura contratture contratura
      przykurcz przykurczu przykurcze aponévrose aponévrosite fascia faszie`,
    everyday: 'strang koord streng',
  },
  graves: {
    medical: `orbitopathy ophthalmopathy orbitopathie ophthalmopathie ophtalmopathie oftalmopathie orbitopatía oftalmopatía orbitopatia
      oftalmopatia hyperthyroidism hyperthyroïdie hyperthyreose hyperthyreoïdie hipertiroidismo ipertiroidismo`,
  },
  kirschner: {
    everyday: `draht drahtes drähte drähten wire draad draden pin pinnen aguja agujas filo fili fio fios broche broches drut druty drutów
      drutami`,
  },
  lichtenstein: {
    medical: 'hernioplasty hernioplastik hernioplastie hernioplastia ernioplastica',
    everyday: `method methode método metodo metoda metodą metody technique technik techniek técnica tecnica plastik plastyka siatka siatki
      siatką`,
  },
  pfannenstiel: {
    medical: `kaiserschnitt hautschnitt cesárea cesáreo cesarea cesareo cesariana césarienne incision incisie incisión incisione incisão
      laparotomy laparotomie laparotomía laparotomia cicatriz cicatrices cicatrice cicatrici litteken narbe`,
    everyday: 'schnitt querschnitt taglio scar cięcie cięcia cięciem',
  },
  pfeiffer: { everyday: 'cuestionario questionnaire questionário questionario fragebogen' },
  raynaud: {
    everyday: `phenomenon phenomena phénomène phénomènes phänomen phänomene phänomens fenómeno fenómenos fenomeno fenomeni fenômeno fenomeen
      zjawisko zjawiska objaw objawy objawu attack response`,
  },
  redon: { everyday: 'drain drainage dränage drenaje drenaggio dren drenu drenem dreno drenos' },
  snellen: {
    medical: 'visus optotype optotypes optotypen optotipo optotipos optotipi optotypy sehtafel',
    everyday: 'acuity chart tafel kaart escala échelle',
  },
  trendelenburg: {
    medical: 'boiterie',
    everyday: 'gait marcha marche hinken andatura chód chodu teken lagerung ligging',
  },
  whipple: {
    medical: 'resection résection resektion resección ressecção resezione resectie resekcja resekcji',
    everyday: `operation operación operação operazione operatie operacja operacji operację intervention intervención intervenção intervento
      procedure procédure procedimiento procedimento eingriff zabieg zabiegu`,
  },
  yankauer: { medical: 'catheter', everyday: 'sucker suction sonde sonda' },
  zimmer: { everyday: 'attelle splint schiene frame férula tala' },
}

/** What several are called after alike. */
const FRACTURE = `fracture fractures fraktur frakturen fractura fracturas frattura fratture fratura fraturas fractuur fracturen breuk breuken
  złamanie złamania złamaniu złamaniem`
const SCORE = `score scores skala skali skalę skale échelle escala scala schaal index índice indice indeks scale punktacja questionario
  punkte punkt`
const TEST = `protocol protocole protokoll protocolo protocollo protokół protokołu test tests prueba épreuve prova teste proef próba próbie probe
  treadmill`
const CLASS = `classification klassifikation clasificación clasificacion classificazione classificação classificatie klasyfikacja klasyfikacji
  stage stadium stade estadio stadio estádio stopień stopnia stopniu grade grad grado grau graad type typ tipo typu`
const LINE = 'line lines catheter katheter cathéter catéter cateter catetere cewnik cewnika lumen'
const ULCER = 'ulcer ulcers ulkus ulcère úlcera ulcera ulcus wrzód wrzodu'
const FORMULA = 'formula formel formule fórmula formuła formuły wzór wzoru'

const ALIKE: readonly (readonly [names: string, nouns: string])[] = [
  [
    'colles barton bennett rolando monteggia galeazzi pouteau maisonneuve segond bankart lisfranc essex chance hangman jefferson',
    FRACTURE,
  ],
  [
    'waterlow braden norton glasgow rankin katz lawton tinetti zung bishop ranson alvarado morse apgar aldrete hamilton beck yesavage',
    SCORE,
  ],
  ['bruce ellestad naughton schober schirmer ishihara stroop balke kraus', TEST],
  [
    'garden gustilo fontaine forrest neer schatzker lauge danis pipkin tossy rockwood gartland frykman hinchey todani kellgren lansbury',
    CLASS,
  ],
  ['hickman broviac groshong swan tenckhoff quinton tesio', LINE],
  ['curling marjolin cushing dieulafoy cameron', ULCER],
  ['parkland brooke cockcroft bazett friedewald mosteller harris devine', FORMULA],
  ['fitzpatrick', 'skin phototype phototyp hauttyp fototipo fototyp huidtype fototype'],
]

const setOf = (nouns = ''): ReadonlySet<string> => new Set(nouns.split(/\s+/))
const OWN = new Map(
  [...shared(), ...entriesOf(NOUNS)].map(([name, { medical, everyday }]) => [
    name,
    { medical: setOf(medical), everyday: setOf(everyday) },
  ]),
)

function shared(): readonly (readonly [name: string, nouns: Nouns])[] {
  return ALIKE.flatMap(([names, everyday]) => names.split(' ').map((name) => [name, { everyday }] as const))
}

/** With the nouns of those that are called alike. */
function entriesOf(nouns: Readonly<Record<string, Nouns>>): readonly (readonly [name: string, nouns: Nouns])[] {
  const alike = new Map(shared())
  return Object.entries(nouns).map(([name, { medical, everyday }]) => [
    name,
    {
      ...(medical === undefined ? {} : { medical }),
      everyday: [everyday, alike.get(name)?.everyday].filter(Boolean).join(' '),
    },
  ])
}

const DEEDS = new Set('marche marcha escala sonde sonda tala'.split(' '))

/** What somebody does as well, where the name stands before: "la marche de Trendelenburg", but "Trendelenburg marche". */
export function isDeed(thing: string): boolean {
  return DEEDS.has(thing.toLowerCase())
}

/** The genitive, and the cases of Polish. */
const ENDING = /['’]?(?:s|a|owi|em)$/u

/** Whether the thing is called after the name, and of medicine by itself: "Esófago de Barrett", "Przykurcz Dupuytrena"; "Zimmer frame". */
export function ownThing(name: string, thing: string): 'medical' | 'everyday' | null {
  const lower = name.toLowerCase()
  const own = OWN.get(lower) ?? OWN.get(lower.replace(ENDING, ''))
  if (own?.medical.has(thing.toLowerCase())) return 'medical'
  return own?.everyday.has(thing.toLowerCase()) ? 'everyday' : null
}
