/** What bears somebody's name in medicine and law, by language, in all its forms. A clinician or lawyer may add to them. */
const THINGS: Readonly<Record<string, string>> = {
  english: `
  act acts agar algorithm algorithms amendment amendments anastomosis anemia angle angles anomalies anomaly aphasia apparatus
  approach approaches area arteries artery arthroplasty ataxia atrophy bag bags band bandage bandages bands blot blots bodies
  body bougie bougies brace braces breathing bundle bundles bypass canal canals cannula cannulae cannulas capsule catheter
  catheters cell cells challenge chart charts chorea cirrhosis claim clamp clamps classification classifications clause
  clauses clip clips coefficient collar collars coma competence competent compress contracture convention conventions
  correction crisis criteria criterion culture cyst cysts deference deformities deformity degeneration device diagram diagrams
  dialysis directive directives disease diseases dislocation dislocations disorder disorders diverticula diverticulum doctrine
  doctrines drain drains dressing dressings duct ducts dysplasia dystrophy effect effects elevator elevators encephalopathy
  enfermedad eponym equation equations esophagus exercise exercises experiment facies fascia fever fibers fibres fissure
  fistula flap flaps fold folds foramen forceps formula formulae formulas fossa fracture fractures frame frames fund
  fundoplication funds gait ganglion gastrectomy gauge gland glands goiter goitre grade grades grading graft grafts
  granulomatosis guideline guidelines hearing hemiplegia hepatectomy hernia herniae hernias herniorrhaphy herniotomy hook
  hooks hysterectomy implant implants incision incisions index indexes indices inequality injury inventories inventory
  jaundice katheter krankheit kyphosis laceration laktat lattato lactato lactaat lactate laryngoscope law laws lesion lesions ley ligament ligaments line
  lines loop lymphom lymphoma lymphomas macroglobulinaemia macroglobulinemia maladie malformation maneuver maneuvers manoeuvre
  manoeuvres mask masks material matrix medium membrane mesh method methods microscope model monitor motion nail nails needle
  needles nephropathy neuralgia neuroma neuropathy node nodes nodule nodules nomogram oesophagus operation operations order
  orders orthosis osteotomy outlet palsies palsy paralysis paresis patch patches performance phenomena phenomenon pin pins
  plan plans plate plates plexus plot plots point points position positions posture pouch pouches powder pressure principle
  principles probe probes procedure procedures prostheses prosthesis protocol protocols pulse purpura questionnaire
  questionnaires rating ratio reaction reactions reflex reflexes reform reforms regimen repair resection resections
  respiration response retractor retractors right rights ring rings rod rods rule rules ruling rulings sarcoma scale scales
  scheme schemes scissors scoliosis score scores screw screws seizure seizures septum shunt shunts sign signe signo signs
  sinus sling slings solution solutions sonda sonde space spaces speculum sphincter spine splint splints sponge spot spots
  spur stage stages staging stain staining stains standard standards statute statutes stenosis stent stents stocking stockings
  stool stop stricture study stump sulcus survey suture sutures syndrom syndrome syndromes syringe syringes table tables
  tamponade technique techniques telescope test tests tetralogy theorem theories theory thyroiditis tonometer tourniquet
  traction treaty tremor triad triads triangle triangles trocar tube tuberculosis tubes tumor tumors tumour tumours ulcer
  ulcers valve valves vein vertigo virus walker warning warnings wave waves wire wires zeichen zone zones`,
  german: `
  abszess abszesse abszesses algorithmus anastomose aneurysma angina anomalie anomalien aphasie apparat arterie ast ataxie
  atmung atrophie band bandage bandagen besteck blutung bogen bougie bruch bruchs brüche brüchen bänder bündel bündels chorea
  clip clips deformität dermatose diagramm dialyse direktive divertikel divertikeln divertikels doktrin draht drahtes drahts
  drain drainage drainagen drains dreieck dreiecks drähte drähten drüse drüsen dysplasie dystrophie effekt effekts einteilung
  einteilungen ekzem enzephalopathie eponym erkrankung erkrankungen erlass extension faktor faktoren fasszange faszie fazies
  fistel fisteln fixateur fixateurs fleck flecken fonds formel formeln fragebogen fragebogens fragebögen fraktur frakturen
  fundoplicatio fundoplikatio färbung färbungen gang ganges ganglion gesetz gesetze gesetzen gesetzes gesetzesnovelle gips
  gleichung grad grade graden grades granulomatose griff griffe griffs haken hakens handgriff handgriffe hebel hernie hernien
  hernotomie hysterektomie ikterus index indexes indizes injektion inventar inzision inzisionen kanal kanals kanüle kanülen
  kapsel karzinom katheter kathetern katheters klappe klappen klassifikation klassifikationen klausel klauseln klemme klemmen
  kontraktur kontrakturen krankheit krankheiten krawatte krise krisen kriterien kriterium kultur kyphose lagerung lagerungen
  lappen lappens leitlinie ligament linie linien luxation luxationen lymphom lymphome lymphoms lähmung lähmungen lösung
  lösungen manschette manöver manövers marknagel maske masken maßstab membran methode methoden modell modells modus morbus
  muskel myelom nadel nadeln nagel nagels naht narbe nekrose nekrosen nephropathie neuralgie neuropathie novelle nägel nähte
  nähten op operation operationen orthese orthesen osteotomie paragraph paralyse parese paresen patch phlegmone phänomen
  phänomene phänomenen phänomens pinzette pinzetten plan plans plastik plastiken platte platten plexus plot position
  positionen prinzip prinzips probe proben prothese prothesen prozedur punkt punkte punkten punkts purpura quotient
  raspatorium raum raute reaktion reaktionen reflex reflexe reflexen reflexes reform reformen regel regeln resektion
  resektionen richtlinie richtlinien ring ringe sarkom sarkome satz schema schemas schemata schere scheren schiene schienen
  schlinge schlingen schnitt schnitte schnitts schraube schrauben score scores scoring skala skalen skoliose sonde sonden
  spatel spekulum spiegel sporn spreizer stadien stadieneinteilung stadium stadiums stenose stent stents stich stiche struma
  strumen strumpf strümpfe stufe symptom symptome syndrom syndrome syndromen syndroms tabelle tabellen tamponade technik
  techniken test teste tests tetralogie theorem thyreoiditis thyroiditis tonometer tremor trias tuberkulose tubus tumor
  tumoren tumors ulcus ulkus ulzera untersuchungsbogen variante vene verband verbandes verbands verbände verbänden verfahren
  verfahrens verletzung verordnung versuch versuchs winkel winkels wippe wundklassifikation zange zangen zeichen zeichens
  zelle zellen zirkel zone zonen zugang zugangs zugänge zyste zysten zytologie ödem ödeme ödems ösophagus`,
  french: `
  agrafe agrafes algorithme algorithmes amendement amendements anastomose angine angle angles anneau anneaux anomalie anémie
  anévrisme anévrysme aphasie appareil appareils arrêt arrêts arthrodèse artère ataxie atrophie attelle attelles bandage
  bandages bandelette barème barèmes bas bistouri bougie bougies broche broches butée canal canaux canule canules cathéter
  cathéters cellulaire cellule cellules chorée circulaire cirrhose ciseau ciseaux clamp clamps classification classifications
  clou clous coefficient collier collyre coloration colorations compresse contention contracture convention conventions
  corpuscules corset corsets courbe courbes crise crises critère critères culture diagramme diagrammes directive directives
  diverticule diverticules doctrine doctrines drain drainage drainages drains dysplasie dystrophie déclaration décret décrets
  déformation dégénérescence effet effets encéphalopathie espace espaces faciès faisceau fascia fil fils fistule fistules
  fixateur fonds formule formules fossette fracture fractures ganglion ganglions gangrène glande glandes goitre gouttière
  gouttières grade grades granulomatose greffe greffes grille grilles hernie hernies hystérectomie hématome hémiplégie implant
  implants incision incisions index indice indices intervention interventions inventaire jurisprudence kyste kystes lambeau
  lame lames laparotomie ligament ligaments ligne lignes loi lois lordose luxation luxations lymphome lymphomes lésion lésions
  mal maladie maladies malformation manoeuvre manoeuvres manœuvre manœuvres masque masques membrane milieu modèle monitorage
  morbus muscle myopathie myélome méthode méthodes nerf neuropathie nodule nodules néphropathie névralgie nœud nœuds opération
  opérations ordonnance ostéotomie ostéotomies pansement pansements paralysie paralysies parésie phénomène phénomènes pince
  pinces plan plans plaque plaques plexus plâtre poche poignet point points pommade ponction position positions pouls principe
  principes procédé procédés prothèse prothèses protocole protocoles purpura questionnaire questionnaires quotient
  rachianesthésie règle règles réaction réactions réflexe réflexes réforme réformes résection résections sarcome sarcomes
  schéma schémas scissure scoliose score scores seringue seringues signe signes sillon sinus solution solutions soluté solutés
  sonde sondes spatule sphincter spéculum stade stades stent stents strabisme sténose suture sutures syndrome syndromes
  système table tableau tamponnade technique techniques tendon test tests thyroïdite théorie théories théorème traction
  tremblement triade triades triangle triangles trocart trépied tube tubes tumeur tumeurs typologie tétralogie ulcère ulcères
  valve valves veine vertige voie voies zone zones écarteur écarteurs écharpe échelle échelles épine éponyme épreuve épreuves
  équation œdème œdèmes œsophage`,
  spanish: `
  abordaje abordajes absceso abscesos aguja agujas alambre alambres algoritmo algoritmos amputación anastomosis anemia
  aneurisma angina anillo anillos anomalía aparato apósito apósitos artroplastia ataxia atrofia baremo bisturí bloqueo broca
  bujía cabestrillo canal catéter catéteres circular cirrosis clamp clase clasificaciones clasificación clavo clavos clip
  coeficiente colgajo colgajos collarín compresa conducto contractura convención convenio convenios corea corsé corsés crisis
  criterio criterios cuestionario cuestionarios cultivo curva curvas cánula cánulas célula células decreto decretos deformidad
  degeneración diagrama diagramas directiva directivas displasia distrofia divertículo divertículos doctrina doctrinas drenaje
  drenajes ecuación efecto efectos ejercicios encefalopatía enema enfermedad enfermedades enmienda epónimo escala escalas
  esclerosis esfínter espacio espátula espéculo estadiaje estadio estadios estenosis estándar facies factor fascia fenómeno
  fenómenos fijador fondo fondos fractura fracturas funduplicatura férula férulas fístula fístulas fórceps fórmula fórmulas
  ganglio ganglios gangrena glándula glándulas grado grados granulomatosis hernia hernias hernioplastia histerectomía implante
  implantes incisiones incisión injerto intervención inventario inventarios lazo lesiones lesión ley leyes ligamento
  ligamentos linfoma linfomas luxaciones luxación línea líneas mal malformación malla mallas mancha manchas maniobra maniobras
  mascarilla membrana microscopio modelo monitor morbo muletas método métodos nefropatía neuralgia neuropatía nomograma norma
  nudo nódulo nódulos operaciones operación ortesis osteotomía parche paresia parálisis patrones pauta pinza pinzas placa
  placas plan planes plexo posiciones posición principio principios procedimiento procedimientos protocolo protocolos prueba
  pruebas prótesis pulso punción punto puntos púrpura quiste quistes ratio reacciones reacción reflejo reflejos reforma
  reformas regla reglas resecciones resección respiración retractor sarcoma sarcomas score scores separador separadores signo
  signos sistema soluciones solución sonda sondas suero sueros surco sutura suturas síndrome síndromes tabla tablas
  taponamiento tenotomía teorema teoría teorías test tests tetralogía tijera tijeras tinciones tinción tiroiditis tracción
  tratado triada triángulo triángulos trocar tríada trócar tubo tubos tumor tumores técnica técnicas vena vendaje vendajes
  válvula válvulas vértigo vía zona zonas ángulo ángulos índice índices úlcera úlceras`,
  italian: `
  accessi accesso aghi ago algoritmi algoritmo ambliopia anastomosi anelli anello anemia aneurisma angina angoli angolo
  anomalia apparecchio artroplastica atassia atrofia bendaggi bendaggio bisturi borsa busti busto bypass campo canale canali
  cannula cannule catetere cateteri cellula cellule chiodi chiodo cifosi circolare cirrosi cisti clamp classe classificazione
  classificazioni clausola coefficiente collare colorazione colorazioni compressa contrattura convenzione convenzioni corea
  corsetti corsetto crisi criteri criterio curva curve decreti decreto deformità degenerazione diagramma diagrammi direttiva
  direttive displasia distrazione distrofia diverticoli diverticolo dotto dottrina dottrine drenaggi drenaggio effetti effetto
  elevatore emendamento emiplegia encefalopatia eponimo equazione equazioni eritema ernia ernie ernioplastica ernioplastiche
  erniorrafia esercizi facies fascia fasciatura fasciature fascio fattore fenomeni fenomeno ferri ferro ferula fili filo
  fissatore fistola fistole fondi fondo forame forbice forbici forcipe formula formule frattura fratture fundoplicatio
  fundoplicazione gangli ganglio gangrena gesso ghiandola ghiandole gozzo gradi grado granulomatosi impianti impianto
  incisione incisioni indice indici innesto interventi intervento inventario isterectomia ittero lama lassità legamenti
  legamento legge leggi lembi lembo lesione lesioni linea linee linfoma linfomi lussazione lussazioni mal malattia malattie
  male malformazione manicotto manovra manovre maschera maschere membrana metodi metodica metodiche metodo microscopio
  mioclono modello monitoraggio morbi morbo muscolo nefropatia neuropatia nevralgia nodi nodo noduli nodulo nomogramma norma
  norme operazione operazioni ordinanza ortesi osteotomia paralisi paresi patologia piaga piani piano pinza pinze placca
  placche plesso polso porpora posizione posizioni postura principi principio procedimento procedura procedure protesi
  protocolli protocollo prova prove punteggi punteggio punti punto quadrilatero questionari questionario quoziente reazione
  reazioni regola regole resezione resezioni respiro retrattore riflessi riflesso riforma riforme sarcoma sarcomi scala scale
  schema schemi sclerosi scoliosi score segni segno setto sfintere siero sindrome sindromi siringa siringhe sistema soluzione
  soluzioni sonda sonde sondino spasmo spatola spazio speculum stadi stadiazione stadio stecca stecche stenosi stent struma
  sutura suture tabella tabelle tamponamento tavola tavole tecnica tecniche tendine teorema teoria teorie test tetralogia
  tiroidite trattato trazione tremore triade triadi triangoli triangolo trocar tubi tubo tumore tumori tutore tutori ulcera
  ulcere valvola valvole vena vertigine via vie vite viti zona zone`,
  portuguese: `
  abcesso abordagem acesso afastador afastadores agulha agulhas algoritmo algoritmos anastomose anel anemia aneurisma angina
  anomalia anéis aparelho artroplastia ataxia atrofia bandagem bateria bisturi bolsa botão broca cabresto campo canal cateter
  cateteres cinta cirrose cisto cistos clamp classe classificação classificações clipe cláusula coeficiente colar colete
  coletes coloração colorações compressa contratura convenção convenções corante coreia crise crises critério critérios
  cultura curva curvas cânula cânulas célula células decreto decretos deformidade degeneração diagrama diagramas directiva
  directivas diretiva diretivas displasia distrofia divertículo divertículos doença doenças doutrina doutrinas drenagem dreno
  drenos ducto efeito efeitos emenda encefalopatia enxerto epónimo epônimo equação equações escala escalas esclerose escore
  escores esfíncter espaço espátula espéculo estadiamento estenose estádio estádios estágio estágios exercícios fator fatores
  fenómeno fenómenos fenômeno fenômenos fio fios fixador forame fosseta fratura fraturas fundoplicatura fácies fáscia fístula
  fístulas fórceps fórmula fórmulas gangrena gesso glândula glândulas grampo grampos granulomatose grau graus gânglio gânglios
  haste hastes hernioplastia herniorrafia histerectomia hérnia hérnias implante implantes incisão incisões intervenção
  inventário inventários laço lei leis lesão lesões ligadura ligaduras ligamento ligamentos linfoma linfomas linha linhas
  luxação luxações mal malformação malha mancha manchas manobra manobras membrana microscópio modelo moléstia moléstias
  monitor morbo máscara máscaras método métodos nefropatia neuralgia neuropatia nevralgia nomograma norma normas nó nódulo
  nódulos operação operações ortótese osteotomia paralisia paralisias paresia penso pensos pinça pinças placa placas plano
  planos plexo ponto pontos pontuação portaria posição posições postura princípio princípios procedimento procedimentos
  protocolo protocolos prova provas prótese próteses pulso punção púrpura questionário questionários quisto quistos quociente
  reacção reacções reação reações reflexo reflexos reforma reformas regra regras respiração ressecção ressecções retalho
  retalhos retrator sarcoma sarcomas score scores seringa seringas sinais sinal sistema solução soluções sonda sondas soro
  stent sulco sutura suturas síndroma síndromas síndrome síndromes tabela tabelas tala talas tamponamento tampão tela tendão
  teorema teoria teorias tesoura tesouras teste testes tetralogia tireoidite tiroidite tracção tratado tração tremor triângulo
  triângulos trocarte tríade tríades tubo tubos tumor tumores técnica técnicas veia vertigem via válvula válvulas zona zonas
  ângulo ângulos índice índices órtese úlcera úlceras`,
  dutch: `
  aandoening aandoeningen abces ader afasie algoritme algoritmes amendement amendementen anastomose aneurysma angina anomalie
  apparaat arrest arresten ataxie atrofie band bandage bandages banden bekken besluit bougie breuk breuken buis buizen bundel
  canule canules cel cellen chorea classificatie classificaties clausule clip clips colli collier constante contractuur
  coëfficiënt crisis criteria criterium curve curves cyste cysten cystes decreet decreten deformiteit diagram diagrammen
  dialyse divertikel divertikels doctrine draad draden drain drainage drains driehoek driehoeken dysplasie dystrofie effect
  effecten encefalopathie eponiem factor factoren fascie fenomeen fenomenen fistel fistels fixateur flap fonds fondsen forceps
  formule formules fracturen fractuur fundoplicatie ganglion gips graad graden granulomatose haak haken handgreep handgrepen
  hechting hechtingen hernia hernia's hoek hoeken huidplooi hysterectomie icterus incisie incisies index indexen indices
  ingreep ingrepen injectie inventaris kaart kanaal kanalen kapsel katheter katheters klem klemmen klep kleppen kleuring
  kleuringen klier klieren knobbels koorts korset korsetten kraag kruk krukken kwaal kweek kyfose laesie laesies lap lappen
  ligament ligamenten ligging lijn lijnen luxatie luxaties lymfomen lymfoom malformatie manoeuvre manoeuvres masker maskers
  membraan meter methode methoden methodes misvorming mitella model modellen morbus myopathie naad naald naalden nagel nagels
  nefropathie neuralgie neuropathie noduli nodus nomogram norm oedeem oesofagus operatie operaties ordening orthese ortheses
  osteotomie paralyse parese percentiel pincet pincetten plaat plan plannen plaque plastiek platen plek plexus plot pols
  positie posities principe principes procedure procedures proef proeven prothese protheses protocol protocollen punt punten
  purpura quotiënt raspatorium ratio reactie reacties reflex reflexen regel regeling regels reglement resectie resecties
  respiratie richtlijn richtlijnen ring ringen ruimte sarcomen sarcoom schaal schaar schalen scharen schema schema's schroef
  schroeven scoliose score scorelijst scores shunt slagader sling snede sneden snedes sonde sondes spalk spalken speculum
  spreider spuit spuiten stadia stadium stadiëring standaard stenose stent stents stoornis struma sulcus symptoom syndromen
  syndromes syndroom systeem tabel tabellen tamponnade tang tangen techniek technieken teken tekens test testen tests
  tetralogie theorema theorie theorieën thyreoïditis tonometer tractie tremor triade trias trocart tube tuberculose tubes
  tumor tumoren typering ulcera ulcus vaatklem variant vector vene verband verbanden verdrag verdragen verlamming verlammingen
  verordening vertigo vlek vlekken vloeistof vragenlijst vragenlijsten wet wetten zalf ziekte ziekten ziektes zone zones
  zwachtel zwachtels zweer zwelling zweren`,
  polish: `
  algorytm algorytmem algorytmu algorytmy algorytmów anomalia anomalii anomalią anomalię aparat aparatcie aparatem aparatu
  aparaty aparatów ataksja ataksji ataksją ataksję atrofia atrofii atrofią atrofię bandaż bandaża bandaże bandażem bandażu
  bandaży bandażów barwienia barwienie barwieniem barwieniu blizna blizny blizną bliznę błona błonami błony błoną błonę cewnik
  cewnika cewnikach cewnikami cewniki cewnikiem cewnikom cewnikowi cewniku cewników choroba chorobach chorobami chorobie
  chorobom choroby chorobą chorobę chorób chłoniak chłoniaka chłoniaki chłoniakiem chłoniaku chłoniaków ciałek ciałka ciałkami
  ciałkiem ciałko ciałku cięcia cięciach cięciami cięcie cięciem cięciom cięciu definicja definicje definicji definicją
  definicję dekret dekretcie dekretem dekretu dekrety dekretów diagram diagramem diagramie diagramu diagramy diagramów
  doktryna doktrynie doktryny doktryną doktrynę dostęp dostępem dostępie dostępu dren drenach drenami drenaż drenaże drenażem
  drenażowi drenażu drenaży drenażów drenem drenie drenom drenowi drenu dreny drenów drut drutach drutami drutcie drutem
  drutom drutu druty drutów dyrektywa dyrektywach dyrektywami dyrektywie dyrektywom dyrektywy dyrektywą dyrektywę dysplazja
  dysplazje dysplazji dysplazją dysplazję dystrofia dystrofie dystrofii dystrofią dystrofię efekt efektcie efektem efektu
  efekty efektów encefalopatia encefalopatii encefalopatią encefalopatię fenomen fenomenem fenomenie fenomenu fenomeny
  fenomenów formuła formuły formułą formułę fundoplikacja fundoplikacji fundoplikacją fundoplikację fundusz fundusze funduszem
  funduszowi funduszu funduszy gorset gorsetcie gorsetem gorsetu gorsety gorsetów gruczoł gruczołami gruczołem gruczołu
  gruczoły gruczołów guz guza guzach guzami guzek guzem guzie guzka guzkach guzkami guzki guzkiem guzków guzy guzów gwoździa
  gwoździami gwoździe gwoździem gwóźdź hak haka haki hakiem haków igieł igle igła igłach igłami igły igłą igłę implant
  implantem implantu implanty implantów indeks indeksach indeksami indeksem indeksie indeksowi indeksu indeksy indeksów
  inwentarz inwentarza inwentarze inwentarzem inwentarzy jama jamie jamy jamą jamę kanale kanał kanałem kanału kanały kanałów
  kaniula kaniulami kaniule kaniuli kaniulą kaniulę klamra klamry klamrą klamrę klasyfikacja klasyfikacjach klasyfikacjami
  klasyfikacje klasyfikacji klasyfikacjom klasyfikacją klasyfikację klauzula klauzule klauzuli klauzulą klauzulę kleszczach
  kleszczami kleszcze kleszczom kleszczy kod kodu komórce komórek komórka komórkach komórkami komórki komórkom komórką komórkę
  konwencja konwencje konwencji konwencją konwencję kołnierz kołnierza kołnierze kołnierzem kołnierzy kryteria kryteriach
  kryteriami kryteriom kryterium kryteriów krzywa krzywe krzywej krzywizna krzywizny krzywych krzywymi krzywą kwestionariusz
  kwestionariusza kwestionariusze kwestionariuszem kwestionariuszowi kwestionariuszu kwestionariuszy kąt kąta kątcie kątem
  kąty kątów linia liniach liniami linie linii liniom linią linię manewr manewrach manewrami manewrem manewru manewry manewrze
  manewrów masce masek maska maski maską maskę maści maścią maść metoda metodach metodami metodom metody metodzie metodą
  metodę mięsak mięsaka mięsaki mięsakiem mięsaków moczówka moczówki moczówką moczówkę model modele modelem modeli modelu
  nacięcia nacięcie nacięciem nacięciu nakłucia nakłucie nakłuciem nakłuciu nefropatia nefropatii nefropatią nefropatię
  nerwoból nerwobóle nerwobólem nerwobóli nerwobólu nerwobólów neuralgia neuralgii neuralgią neuralgię neuropatia neuropatii
  neuropatią neuropatię niedokrwistości niedokrwistością niedokrwistość niedowład niedowładem niedowładu niedowłady
  niedowładzie niedowładów norma normami normie normy normą normę nowelizacja nowelizacji nowelizacją nowelizację nożyczek
  nożyczkami nożyczki objaw objawach objawami objawem objawie objawom objawowi objawu objawy objawów obrzęk obrzęki obrzękiem
  obrzęku obrzęków odczyn odczynach odczynami odczynem odczynie odczynowi odczynu odczyny odczynów oddech oddechem oddechu
  oddechy odruch odruchach odruchami odruchem odruchom odruchowi odruchu odruchy odruchów opasce opasek opaska opaski opaską
  opaskę opatrunek opatrunkami opatrunki opatrunkiem opatrunku opatrunków operacja operacjach operacjami operacje operacji
  operacjom operacją operację orteza ortezie ortezy ortezą ortezę osteotomia osteotomie osteotomii osteotomią osteotomię
  otępienia otępienie otępieniem otępieniu padaczce padaczka padaczki padaczką padaczkę paraliż paraliże paraliżem paraliżowi
  paraliżu pierścienia pierścienie pierścieniem pierścień plama plamach plamami plamica plamicy plamicą plamicę plamka
  plamkami plamki plamką plamkę plamy plamą plamę plan planem planie planu plany planów pląsawica pląsawicy pląsawicą
  pląsawicę podział podziałem podziałowi podziału podziały podziałów poprawka poprawkami poprawki poprawką poprawkę porażenia
  porażeniach porażeniami porażenie porażeniem porażeniom porażeniu porażeń pozycja pozycjach pozycjami pozycje pozycji
  pozycjom pozycją pozycję prawa prawem prawo prawu proteza protezami protezie protezy protezą protezę protokole protokołem
  protokołu protokoły protokołów protokół przepuklina przepuklinach przepuklinami przepuklinie przepuklinom przepukliny
  przepukliną przepuklinę prób próba próbach próbami próbie próbom próby próbą próbę punkt punktach punktacja punktacji
  punktacją punktację punktami punktcie punkcie punktem punktom punktowi punktu punkty punktów płat płata płatem płaty płatów płyn
  płynach płynami płynem płynie płynowi płynu płyny płynów płytek płytka płytkami płytki płytką płytkę rak raka raki rakiem
  raków reakcja reakcje reakcji reakcją reakcję reforma reformie reformy reformą reformę reguła reguły regułą regułę resekcja
  resekcje resekcji resekcją resekcję rozporządzenia rozporządzenie rozporządzeniem rozporządzeniu roztworem roztworu roztwory
  roztworze roztworów roztwór rurce rurek rurka rurkami rurki rurką rurkę równania równanie równaniem równaniu rękoczyn
  rękoczynem rękoczynie rękoczynu rękoczyny rękoczynów schemat schematcie schematem schematu schematy schematów skala skalach
  skalami skale skali skalom skalą skalę skolioza skoliozy skoliozą skoliozę sonda sondami sondy sondzie sondą sondę stadia
  stadium stadiów stent stentem stentu stenty stentów stopień stopnia stopniami stopnie stopniem stopniom stopniu strzykawka
  strzykawkami strzykawki strzykawką strzykawkę szczelina szczeliny szczeliną szczelinę szczypcach szczypcami szczypce
  szczypiec szew szwach szwami szwem szwie szwu szwy szwów szyna szynach szynami szynie szyny szyną szynę tabela tabele tabeli
  tabelą tabelę tablica tablicami tablice tablicy tablicą tablicę tachykardia tachykardii tachykardią tachykardię tamponada
  tamponady tamponadą tamponadę technice technika techniki techniką technikę teoria teorie teorii teorią teorię test testach
  testami testcie testem testom testowi testu testy testów typ typu tonometr tonometrem tonometru torbiel torbielach torbielami
  torbiele torbieli torbielom torbielą triada triady triadzie triadą triadę trójkąt trójkąta trójkątcie trójkątem trójkąty
  trójkątów tętniak tętniaka tętniaki tętniakiem tętniaków uchyłek uchyłka uchyłkami uchyłki uchyłkiem uchyłków układ układu
  ustawa ustawach ustawami ustawie ustawom ustawy ustawą ustawę ułożenia ułożenie ułożeniem ułożeniu więzadła więzadłami
  więzadłem więzadło więzadłu wola wole wolem wolu wrzodami wrzodem wrzodu wrzody wrzodów wrzód wskaźnik wskaźnika wskaźnikach
  wskaźnikami wskaźniki wskaźnikiem wskaźnikowi wskaźniku wskaźników współczynnik współczynnika współczynniki współczynnikiem
  współczynnikowi współczynniku współczynników wyciąg wyciągi wyciągiem wyciągu wyciągów wziernik wziernika wzierniki
  wziernikiem wzierników wzorem wzoru wzory wzorze wzorów wzór węzeł węzła węzłach węzłami węzłem węzły węzłów zabieg
  zabiegach zabiegami zabiegi zabiegiem zabiegom zabiegowi zabiegu zabiegów zacisk zaciskami zaciski zaciskiem zacisku
  zacisków zapalenia zapalenie zapaleniem zapaleniu zasada zasadach zasadami zasadom zasady zasadzie zasadą zasadę zastawka
  zastawkami zastawki zastawką zastawkę zespole zespolenia zespolenie zespoleniem zespoleniu zespołach zespołami zespołem
  zespołom zespołowi zespołu zespoły zespołów zespół zgorzel zgorzeli zgłębnik zgłębnika zgłębnikami zgłębniki zgłębnikiem
  zgłębników znak znaki znakiem znaku znaków znamienia znamieniem znamię zwichnięcia zwichnięcie zwichnięciem zwichnięciu
  zwoje zwojem zwoju zwojów zwyrodnienia zwyrodnienie zwyrodnieniem zwyrodnieniu zwój zwężenia zwężenie zwężeniem zwężeniu
  złamania złamaniach złamaniami złamanie złamaniem złamaniom złamaniu złamań śruba śrubami śruby śrubą śrubę żyła żyłami żyły
  żyłą żyłę`,
}

/** Words such as "disease", "Zeichen", "échelle", "objaw". */
export const NAMED_THINGS: ReadonlySet<string> = new Set(
  Object.values(THINGS).flatMap((words) => words.trim().split(/\s+/)),
)

/**
 * Those that bear a name and belong to nobody: "Weber's operation" may be of a patient, "Weber's syndrome" is none. The same few things in
 * each of the languages, by their beginnings; and what laws and courts call after a party. Not what any patient has.
 */
const OWNERLESS = new RegExp(
  `^(?:${[
    'disease|krankheit|morb|maladie|enfermedad|malatti|doença|ziekte|chor[oó]b',
    'syndrom|síndrome|sindrom|zesp[oó]ł',
    'pals|lähmung|paralys|parális|paralis|verlamming|porażeni',
    'signs?$|zeichen|signe|signo|segn[oi]$|sinal|sinais|teken|objaw|phänomen|phénomèn|fenóm|fenomen|fenomeen|reflex|réflexe|rifless|odruch|odczyn',
    'test|index|índice|indic|wskaźnik|scores?$|scal[ae]|scales|skal|échelle|escala|schaal|coma$|épreuve|prueba|prób',
    'criteri|kriteri|critère|kryteri|classif|klassif|klasyfik|clasific|einteilung',
    'forceps|pince|clamp|klemme',
    'man[oœ]e?u?vre|manovra|maniobra|manobra|rękoczyn|acts?$|rule$|doctrine|amendment|warning',
  ].join('|')})`,
  'iu',
)

export function isOwnerless(thing: string): boolean {
  return NAMED_THINGS.has(thing.toLowerCase()) && OWNERLESS.test(thing)
}

/** What is wrong with any patient: "Kelly fracture" may be of the name or of somebody. */
const CONDITION =
  /^(?:fractur|fraktur|frattur|fratur|breuk|złaman|cyst|zyste|kyste|quiste|cist|torbiel|lymphom|sarcom|tum(?:or|our|eur)|guz|chorea|dystroph|thyroidit|contractur|kontraktur|przykurcz|node|nódul|hern|ulcer|úlcer|ulkus|wrzód|fever|pulse|stool|plan)/iu
/** And what any patient may bear: "the catheter of Kelly". */
const DEVICE =
  /^(?:catheter|katheter|cathéter|catéter|cateter|cewnik|sond|drain|drena|dren|naht|verband|attelle|gips)/iu

export function isCondition(thing: string): boolean {
  return CONDITION.test(thing)
}

export function isOfPatients(thing: string): boolean {
  return CONDITION.test(thing) || DEVICE.test(thing)
}

/** What anybody makes, has or claims, so that it tells in a text of medicine only: "the position of Redon", "le plan de Kocher". */
const OF_ANYBODY =
  /^(?:positi|posizion|posicion|posiç|pozycj|plan|pian|order|claim|hearing|table|tab[ae]l|line|lini|linha|point|punkt|punt|ponto|study|étude|modell?|method|méthod|métod|metod|procedur|procéd|procedim|area|zone|zona|right|fund|reform|réform|riform|ustaw|decre|décre|dekret|ordonn|ordin|convention|konvention|convenc|konwenc|protocol|protokol|question|intervent|interven|operati|operaz|operac|opéra|operaç|test(?:i|em)?mon|reaction|reaktion|réaction|reazion|reacci|reaç|respon|solution|lösung|soluz|soluci|soluç|technique|technik|tecnic|técnic|normy?|standard|principle|prinzip|princip|regel|règle|regola|regla|regra|zasad)/iu

export function isOfAnybody(thing: string): boolean {
  return OF_ANYBODY.test(thing)
}
