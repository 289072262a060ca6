const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Before a name, and part of what is masked: Mr, Dr, Frau, Mme, Sra. */
export const TITLES = list(`
  mr mrs ms miss mx dr drs prof professor sir dame madam rev reverend fr father sister rabbi imam capt captain sgt sergeant lt
  lieutenant col colonel gen general maj major officer detective sheriff hon honorable honourable herr frau fräulein hr fr. dipl
  monsieur madame mademoiselle mme mlle mm maître me maitre señor señora señorita sr sra srta don doña dn dña d lic ing prof. hrn`)

/** Before a name, and left readable: what somebody is in the matter. */
export const ROLES = list(`
  judge justice magistrate attorney counsel counselor lawyer solicitor barrister prosecutor clerk bailiff notary mediator arbitrator
  plaintiff defendant appellant appellee petitioner respondent claimant witness victim debtor creditor executor trustee guardian heir
  beneficiary landlord tenant lessor lessee buyer seller client patient physician doctor nurse surgeon therapist pharmacist midwife
  resident attending pathologist radiologist cardiologist psychiatrist dentist caregiver caretaker wife husband spouse partner son
  daughter child mother father brother sister uncle aunt cousin niece nephew grandmother grandfather grandson granddaughter friend
  neighbor neighbour boyfriend girlfriend fiancé fiancée employee manager director president chairman secretary agent detective
  officer colleague teacher student author singer songwriter producer actor actress player minister senator mayor governor king queen
  prince princess kid baby boy girl richter richterin rechtsanwalt rechtsanwältin staatsanwalt notar kläger klägerin beklagte
  beklagter beklagten angeklagte angeklagter zeuge zeugin patient patientin arzt ärztin oberarzt chefarzt hausarzt pfleger schwester
  ehemann ehefrau sohn tochter mutter vater bruder geschäftsführer vermieter mieter nachbar juge avocat avocate greffier procureur
  notaire demandeur demanderesse défendeur défenderesse témoin prévenu patiente médecin docteur infirmier infirmière époux épouse
  mari femme fils fille mère père frère sœur gérant juez jueza magistrado magistrada abogado abogada procurador procuradora fiscal
  secretario demandante demandado demandada acusado acusada testigo paciente médico médica enfermero enfermera esposo esposa marido
  mujer hijo hija madre padre hermano hermana administrador`)

/** Verbs and prepositions that a person's name follows: "named him Frank", "says Liis", "signed by". */
export const BEFORE_NAME = list(`
  named called is name am i'm i’m dear hi hello hey thanks thank sincerely regards attn attention cc said says asked told told: met
  married by signed with to and or from between contact ask call tell told saw heißt heiße namens genannt unterzeichnet appelle nommé
  nommée signé prénommé llamo llama llamado llamada firmado apellida née born nee geb geborene alias aka`)

/** Behind a person's name: "Liis said". */
export const AFTER_NAME = list(`
  said says told asked testified stated states denied denies admitted reports reported complained presented presents lives lived
  moved works worked went came called wrote writes signed met married died was is has had will would could can did does and who whose
  sagte erklärte wohnt arbeitet wurde ist hat a déclaré dit habite travaille est dijo declaró vive trabaja es fue ha`)

/** After these a capitalised ordinary word is a term, not a name: "the Tenant". */
export const DETERMINERS = list(`
  the a an this that these those any each every all such said no some other its their our your his her my one both either
  der die das den dem des ein eine einer eines einem einen dieser diese dieses jeder jede kein keine sein seine ihr ihre
  le la les l un une des du au aux ce cette ces chaque tout toute son sa ses leur
  el los las un una unos unas este esta estos estas dicho dicha cada todo toda su sus al del`)

export const PARTICLES = list(
  'de da do dos das del della di du des van von der den het ter ten zu zur zum la le el al ben bin ibn abu y e und et of af av dos las los vom',
)

/** Before a place. */
export const BEFORE_PLACE = list(`
  in at from to near of outside around visit visited visiting via through toward towards into within leaving reached reach
  aus nach bei zu zur zum bis über vor à de en près vers chez depuis dans a desde hasta hacia cerca por para`)

/** A company, whatever stands before. */
export const COMPANY_ENDINGS = list(`
  inc incorporated corp corporation llc llp lp ltd limited plc co company gmbh ag kg ohg gbr ug kgaa se mbh ev eg sa sas sarl eurl
  sci snc scp sl slu slp sau bv nv ab oy oyj as a/s aps spa srl kft zrt pty pllc pc lda ltda`)

/** An organisation, where a word before or behind tells it from others of its kind. */
export const ORGANISATION_WORDS = list(`
  hospital hospitals clinic clinics infirmary hospice sanatorium center centre medical health healthcare pharmacy laboratory laboratories labs
  university college school academy institute institution faculty seminary kindergarten bank trust insurance assurance mutual fund
  holdings group partners associates consulting consultants solutions technologies technology systems services industries enterprises
  ventures capital partnership foundation association society union federation council committee commission authority agency bureau
  department ministry office offices court tribunal procuratorate prosecutorate police church parish diocese mosque synagogue temple
  research software global communications networks data analytics digital design consultancy manufacturing products management
  investments financial finance power oil gas mining global worldwide schools airlines airways railways motors energy electric electronics pharmaceuticals pharma chemicals foods media press news times post
  studios entertainment records theatre theater museum library gallery hotel inn resort restaurant cafe café club team force
  firm law legal advocates solicitors chambers realty properties estates construction builders logistics shipping transport
  klinikum klinik krankenhaus spital praxis apotheke universität hochschule schule gymnasium stiftung verein verband versicherung
  versicherungen sparkasse volksbank landgericht amtsgericht oberlandesgericht arbeitsgericht sozialgericht kanzlei rechtsanwälte
  hôpital clinique université lycée collège école banque assurances cabinet société compagnie association fondation mairie préfecture
  hospital clínica universidad colegio instituto banco caja seguros bufete despacho sociedad compañía fundación asociación ayuntamiento
  juzgado audiencia farmacia gmbh`)

/** Tell no organisation from another: "General Hospital", "Supreme Court". */
export const GENERIC_WORDS = list(`
  general regional national international university community memorial county city state states federal central municipal public private
  the of for and to in children's childrens women's veterans district supreme superior high appeal appeals circuit civil criminal family
  juvenile probate bankruptcy small claims magistrates crown local tax emergency intensive care surgery outpatient inpatient human
  resources internal external security social services health medical center centre board united royal law school department new
  old great first second third fourth north south east west northern southern eastern western american european world global
  obere untere staatlich städtisch allgemein haut grande cour conseil tribunal primera segunda instancia provincial nacional`)
