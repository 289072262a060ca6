import { foldWord } from '../../../text/normalise.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(foldWord))

/** Names of diseases, signs, tests, operations and devices that mean the thing where they stand alone: "Romberg positive", "a Foley". */
const TELLING = list(`
  achilles addisons adie alagille aldrete allgower allgöwer alport alzheimer alzheimers amplatz amsler angelman apert apgar
  argyll aschoff asherman asperger aspergers auspitz baastrup babinski babiński bakri balo baló bankart barany barr barre
  barretts barré barthel bartholin bartter basedow bassini bazett bechterew beckwith behcet behçet bellocq bentall betke
  bhutani bichat bielschowsky biermer billroth binswanger blakemore blalock blatchford boari bobath bochdalek boerhaave bolam
  bosniak bourneville bracht brackmann bragard braxton breslow bricker broca bromage broviac brudzinski brudziński brugada
  buerger bulau burkitt bárány bülau caldicott calmette calot calve calvé carnett casoni centor chaddock charcot chauffard
  chediak chelmonski cheyne chełmoński chiari chopart churg chvostek chédiak cockcroft colles coombs cormack courvoisier
  couvelaire coxsackie crede credé creutzfeldt crigler crohn crohns cronkhite crouzon curschmann cushing cushings dakin danlos
  darier debakey dega dejerine delbet denonvilliers desault descemet devic dieulafoy dobhoff doppler downton dravet dubin
  dubowitz duchenne dujarier dupuytren durozier duroziez déjerine ebola ebstein einthoven eisenmenger epley esmarch eustachian
  fabry fagerstrom fagerström fallopian fallot fanconi feil feldenkrais felty ferriman fick finochietto fogarty foley folstein
  fournier frenzel fridericia friedewald friedreich gaenslen galant ganz gastaut gaucher gerstmann ghon giemsa gillick
  gitelman gleason glisson goldenhar goldflam golgi goodpasture goodsall gottron gougerot gradenigo gram grawitz gruntzig
  grüntzig guedel guillain gustilo guyon hachinski haglund hallpike halsted hashimoto hashimotos hasson heberden hegar
  heimlich hemovac henle henoch herxheimer hesselbach higashi hinchey hippel hirschsprung hodgkin hodgkins hoehn hohmann
  holter homans huntington ilizarov ishihara jacobaeus jamshidi jarisch jeghers jendrassik jobert kabat kallmann kapandji
  kaposi karnofsky kartagener kawasaki kayser kegel kehr kellgren kerley kernig kielland kienbock kienböck kiesselbach killip
  kimmelstiel kirchmayr kirschner klatskin kleihauer klinefelter klippel klumpke kneipp kobner kocher koplik korotkoff
  korsakoff korsakov korsakow krabbe kristeller krukenberg kuntscher kurtzke kussmaul köbner küntscher lachman laennec
  landsteiner langenbeck langerhans lasegue lasègue leber ledderhose lembert leriche lesniowski leventhal lewy leydig
  leśniowski lhermitte limberg lisch lisfranc loffler lovset lowenstein lugol lyell lyme löffler löwenstein løvset malecot
  mallampati malpighi mantoux marfan masquelet mauriceau mcburney mcroberts meckel meibom meigs menetrier meniere menkes
  metzenbaum mezieres mikulicz mingazzini mirizzi mitrofanoff mobitz mobius modic mohs monteggia morgagni ménière ménétrier
  mézières möbius naegele najjar neelsen nelaton niemann nikolski nikolsky nissen nyhan nélaton oddi ogino ombredanne ortolani
  osgood osler outerbridge paget pagets pancoast pap papanicolaou papanicolau pappenheim parinaud parkinson parkinsons
  pasternacki patau pavlik payr pean pelger penrose perthes peutz peyer peyronie pezzer pfannenstiel phalen politzer pompe
  ponseti poupart pouteau prader prinzmetal purkinje péan queckenstedt quervain quincke ranvier ratschow rautek raynaud
  raynauds recklinghausen redon reisberg rendu rett reverdin reye ringer ringers rinne risser rivalta rockall rokitansky
  romaña romberg rorschach rossolimo roussy rovsing rumpel sabouraud sarnat schatzker scheinker schellong scheuermann schiotz
  schiøtz schlemm schmorl schonlein schwann schönlein scultetus seiffer seldinger semont sengstaken sequard sertoli sezary
  shaldon shenton shouldice sitkowski sjogren sjogrens sjögren sjögrens snellen snodgrass sotos spigel sprotte spurling
  stargardt steinert stensen straussler stroop strumpell sträussler strümpell sturge sudeck séquard sézary takayasu tarlov
  taussig tenckhoff tiemann tietze tiffeneau tinel tinetti toldt tossy toupet tourette tourettes treitz trenaunay
  trendelenburg tromner trousseau trömner tscherne tuohy turcotte tzanck uhthoff unna valsalva vater velpeau venturi veress
  virchow vojta waaler waldenstrom waldenström waldeyer wallenberg wartenberg warthin wassermann waterlow wegener wellens
  wenckebach werlhof wernicke wertheim westergren wexner whipple whitacre widal wiedemann willebrand wilms wirsung yahr
  curling ellestad gartland groshong katz lauge maisonneuve mosteller naughton parkland pipkin rockwood todani
  yankauer yergason yesavage zarit zenker ziehl zika zimnicki zohlen zollinger`)

/** The same with names that many people have: only beside a word such as "disease". */
const OF_PEOPLE = list(`
  addison adson aitken alexander allen allis alvarado ann apley arbor arnold ashworth astler austin babcock baker ballard
  barlow barrett barton baxter beck becker bell bells bence bennett berg berger bernard bernoulli best biernacki binet biot
  bishop blumberg bohler bouchard bowel bowen bowman braden brady brandt braun brenner brown bruce buck budd burch burow
  böhler campbell caplan capurro caroli carpentier carvallo chagas charnley chevron child christmas clark claude clayton cobb
  cohen conn conners cooley cooper corrigan cowper cox crawford cullen dandy davies denis dick dix dodd donati douglas down
  downs dressler dubois duffy dufour duke dukes dunphy duran edwards ehlers ehrlich ellison emery epstein erb erie evans ewing
  ewings faber felix fernandez fernández finkelstein fisher fitzpatrick fontaine forbes forchheimer forrest forrester fort
  galeazzi garden
  fowler fowlers framingham frank frey frye fuchs fuhrman fukuda galeazzi gardner gault gehrig gerber gibson gilbert gilchrist
  gilles giordano glasgow glass goldberg goldman goldmann gordon gowers goyrand graham graves griffiths grunwald grünwald
  guerin guthrie guérin hall hamilton hansen harrington harris hartley hartmann harvey hauser hawkins heinz heller henderson
  hess hickman hill hoffmann holmes hoover horner horton huet hunt hunter huntingtons hurler hurley hutchinson huët jackson
  jaeger jakob janeway jaworski jensen johnson jolly jones jp kahler kaplan kelly kennedy kessler kidd klein koch koebner
  kohler konig krebs köhler könig lambert landau lang lanz larsen lawton le lee lefort legg lehane lemaire lennox lesch levin
  levine levy lewis lichtenstein lindau liston little lloyd lobo longo lou lown ludwig lynch lévy macintosh magill mallory
  marburg marcus marie marjolin mathieu mayer mayo mcdonald mckenzie mcmurray meissner mercier merkel meyer miles miller
  miranda monro moore morison moro morris morse moss mueller muller mulligan murley murphy musset müller neer nelson noonan
  norton norwood nugent oppenheim ott parkinson-white patrick paul perkins petit petri pfeiffer pick pierre piper plummer
  posner pott pozzi pratt pringle pugh ramsay rankin ranson rasmussen reed reiter rey richardson richter riedel rieger ritchie
  robertson robin robinson roger rolando rose ross roth roux russell rutherford rydel sachs salmon salter sanfilippo savary
  scarpa schafer schilling schirmer schlatter schmidt schober schroder schroth schröder schultze schwartz schäfer sever
  sheehan sherman silver silverman simon simpson sims skene smith starling stein steinmann sternberg stevens still stokes
  strauss swan taft tanner tay terry thomas thompson thomsen todd turner vincent volkmann wagner walker wallace walsh waters
  watson weber wechsler wegeners weil weiss wells west westley white willi williams willis wilson wilsons wolfe wolff wong
  wood wright yale young zimmer zung`)

/** Case endings of Polish, and the genitive of German, Dutch and English: "Romberga", "Babińskiego", "Lasègue'a", "Barrégo". */
const ENDING = /['’]?(?:ego|iego|iem|owi|em|go|a|u|y|s)$/u

/** "Le Fort" is told by Fort. */
const SHORTEST = 3

/** `telling`: means the thing by itself. `people`: only beside one. Null: no eponym. */
export function eponym(word: string): 'telling' | 'people' | null {
  if (word.length < SHORTEST) return null
  const folded = foldWord(word)
  const forms = [folded, folded.replace(ENDING, ''), folded.replace(/(?:i?ego|iej|im)$/u, 'i')]
  if (forms.some((form) => TELLING.has(form))) return 'telling'
  return forms.some((form) => OF_PEOPLE.has(form)) ? 'people' : null
}
