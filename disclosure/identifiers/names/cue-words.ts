import { wordSet } from '../tokens/word-at.ts'

/** Before a name, and part of what is masked: Mr, Dr, Frau, Mme, Sra. */
export const TITLES = wordSet(`
  mr mrs ms miss mx dr drs prof professor sir dame madam rev reverend fr father sister rabbi imam capt captain sgt sergeant lt
  lieutenant col colonel gen general maj major officer detective sheriff hon honorable honourable herr frau fräulein hr fr. dipl
  monsieur madame mademoiselle mme mlle mm maître me maitre señor señora señorita sr sra srta don doña dn dña d lic ing prof. hrn
  adw avv avvocato d.ª dhr dott dott.ssa dottor dottore dottoressa dr.ssa dr.ª dre dres drssa drª dª egr enf eng engº excma
  excmo exma exmo gent.ma gent.mo geom hab heer ilma ilmo inż jhr juffrouw ks lda ldo lek mec mej meneer mestre mevr mevrouw
  mgr mmes mw oa oä pan pana panem pani panie panią panu państwo pd pr prof.ssa senhor senhora sig sig.na sig.ra sig.ri sigg
  signor signora signore signorina spett sr.ª srs srª univ zr dra dras sras sres ilmos excmos`)

/** What somebody is addressed with behind a title, and no name: "Pani Doktor", "Monsieur le Président", "Sehr geehrte Frau Präsidentin". */
export const VOCATIVES = wordSet(`
  le la procureur président présidente maître juge docteur directeur directrice confrère präsidentin präsident direktorin direktor kollegin
  kollege doktor doktorze mecenasie mecenas sędzio sędzia profesorze profesor prezesie dyrektorze kolego ordynatorze doutor doutora
  juiz juíza presidente colega doctor doctora juez magistrado giudice presidente avvocato dottore dottoressa rechter griffier collega
  voorzitter engenheiro engenheira arquiteto ingegnere geometra inżynierze ingeniero ingeniera`)

/** Verbs and prepositions that a person's name follows: "named him Frank", "says Liis", "signed by". */
export const BEFORE_NAME = wordSet(`
  named called is name am i'm i’m dear hi hello hey thanks thank sincerely regards attn attention cc said says asked told told: met
  married by signed with to and or from between contact ask call tell told saw heißt heiße namens genannt unterzeichnet appelle nommé
  nommée signé prénommé llamo llama llamado llamada firmado apellida née born nee geb geborene alias aka
  abrazo abraço accompagnata accompagnato acompanhada acompanhado alcunha alla alsmede assinada assinado assistida assistido
  assistita assistito atendida atendido beste bezoek cara caro casada casado chama chama-se chamada chamado chiama chiamata
  chiamati chiamato ciao coniugato contra contro cześć dalla dank danke davanti denominada denominado detta detto difesa
  difeso divorciada door dotyczy droga drogi dzień dzięki egregio entre estimada estimado falecido firmata firmato geachte
  geboren geheten gehuwd genaamd genoemd gentile gescheiden getekend getrouwd gezien gracias grazie gruß grüße hallo heet
  heette hej hoi hola imienia imieniem inzake jegens lieve meisjesnaam merci między naam namelijk nascida nascido nata nato
  nazwiska nazwiskiem nazwisko nazywa nazywał nazywała nomeado nominato obrigada obrigado observada observado oi olá onder
  ondertekend oraz over panieńskie para pela pelo perante podpisana podpisano podpisany podpisał podpisała pozdrawiam poślubił
  poślubiła presso prezada prezado prowadzący przeciwko przed przez rappresentata rappresentato representada representado
  reprezentowana reprezentowany rodowe salut secondo seguita seguito solteira sporządził sporządziła sposata sposato subscrito
  szanowna szanowny tegen tussen urodzona urodzony vedova vertegenwoordigd vista visto viúva volgens voor voorheen weduwe
  wegens wijlen witam wobec zbadał zbadała zekere zwana zwanego zwany`)

/** Behind a person's name: "Liis said". */
export const AFTER_NAME = wordSet(`
  said says told asked testified stated states denied denies admitted reports reported complained presented presents lives lived
  moved works worked went came called wrote writes signed met married died was is has had will would could can did does and who whose
  sagte erklärte wohnt arbeitet wurde ist hat a déclaré dit habite travaille est dijo declaró vive trabaja es fue ha
  aanvaardt abita abitava accepteerde accepteert accetta accettò aceita aceitou acrescenta admite admitiu afferma affermava
  affermò afirma afirmou aggiunge alega alegou allega ammette antwoordde antwoordt appare apresenta apresentou arriva assina
  assinou assume assunse aveva avrebbe beaamt bebe bedoelt begon begrijpt bekende belde belt bemerkt beschikt beschrijft
  bestrijdt betaalde betaalt betoogt betwist beve bevestigde bevestigt bezit bezocht beëindigde bleef blijft blijkt bracht był
  była będzie celebrou chegou chiede chiedeva chiese chorował chorowała choruje comparece compareceu comparve comunica
  comunicou conferma confermò confirma confirmou conta contesta contestou continua contou convive crede czuje decede deceduto
  decise declara declarou deed deixou denkt descreve deseja deu deve dice diceva dichiara dichiarava dichiarò dient disse diz
  dodał dodała doet domaga dorme dostał dostała drinkt durft działa dzwonił dzwoniła encontra-se era erkent ervaart esclareceu
  escreveu esegue espone estava esteve está evidenzia exerce explica explicou fala faleceu faz fez ficou foi fuma fumava gaat
  gaf gebruikt gebruikte geeft geldt ging giunge havia heeft hoorde indica informa informou ingressou iniciou inizia insiste
  insta intentou interpôs invoca jedzie jest juntou kan kent klaagde klaagt komt kon kreeg krijgt kwam kwestionuje lamenta
  lamentava lavora lavorava leczy leed leeft leek lembra liet lijdt lijkt maakt maakte manifesta mantiene mantém meent meldde
  meldt menciona merkt miał miała mieszka mieszkał mieszkała mocht moest moet mogła mora morava morreu morì mostra może musi
  mógł mówi mówił mówiła nacque należy nam napisał napisała nasceu neemt nega negava negou negował negowała neguje nie noemt
  nosi notifica objął obteve odczuwa odmawia odmówił odmówiła odpowiedział odpowiedziała onderging ontkende ontkent ontvangt
  ontving opisuje otrzymał otrzymała ottenne outorga overleed overlijdt oznajmił oświadcza oświadczył oświadczyła paga pagou
  pali palił paliła pamięta pare parece parla partecipa pede pediu podaje podał podała pode podniosła podniósł podnosi
  podpisał podpisała poinformował poinformowała poprosił poprosiła pose posiada potrzebuje potwierdza potwierdził potwierdziła
  powiedział powiedziała pozostaje pracował pracowała pracuje precisa precisou prefere preferisce prende presenta presentava
  presenteerde pretende produce propone prosi przebywa przebywał przebywała przebył przeczy przyjmuje przyjął przyjęła
  przyszedł przyszła przyznał przyznała può queixa-se queixou-se quer racconta raccontò rapporteerde reageert realizou recebe
  recebeu reconhece recorda recorreu recusa recusou refere referiu relacjonuje relata relatou requer requereu reside residia
  responde respondeu ribadisce riceve ricevette richiede riconosce ricorda riferisce riferiva riferì rimane riporta risiede
  risponde risulta rookt rookte sabe saiu scheidde schreef scrisse segnala sembra sente skarży skierował slaapt soffre
  soffriva sofre sofreu solicita solicitou sostiene sottoscrive sprak spreekt sta staat stava stelde stelt stond stwierdza
  stwierdził stwierdziła sustenta tekende tekent telefona tem teve tiene tinha toma torna trabalha trabalhava trouwde twierdzi
  twierdził twierdziła udał urodził urodziła vai veio vem vendeu veniva venne verhuisde verkeert verklaarde verklaart verliet
  vermeldt vertelde vertelt verzocht verzoekt viene vindt viveva vivia voelde voelt voerde vraagt vroeg vuole weet weigerde
  weigert werd werkt werkte wil wilde wist wniosła wniósł wnosi woonde woont wordt wskazał wskazała wskazuje wyjaśnił
  wyjaśniła wyraża zag zal zaprzecza zaprzeczył zaprzeczyła zapłacił zapłaciła zawarł zawarła zażywa zegt zei zeznał zeznała
  zgadza zgłasza zgłaszał zgłaszała zgłosił zgłosiła ziet zit zmarł zmarła zna zobowiązuje został została zou złożył złożyła
  żyje`)

/** After these a capitalised ordinary word is a term, not a name: "the Tenant". */
export const DETERMINERS = wordSet(`
  the a an this that these those any each every all such said no some other its their our your his her my one both either
  im am zum zur beim vom ins der die das den dem des ein eine einer eines einem einen dieser diese dieses jeder jede kein keine sein seine ihr ihre
  le la les l un une des du au aux ce cette ces chaque tout toute son sa ses leur
  el los las un una unos unas este esta estos estas dicho dicha cada todo toda su sus al del
  't agli ai alcun alcuna alcune alcuni alcuno algum alguma algumas alguns alla alle allebei allen allo altra altre altri
  altro ambas ambedue ambos ander andere anderen ao aos aquela aquelas aquele aqueles aquilo as bastante bastantes beide
  beiden bepaalde cali cała całe całego całej całemu cały całych całym całymi całą certa certas certe certi certo certos
  ciascun ciascuna ciascuno codesta codeste codesti codesto cotale cuja cujas cujo cujos czyich czyim czyimi czyj czyja czyje
  czyjego czyjej czyjemu czyją da dagli dai dal dalla dalle dallo daquela daquelas daquele daqueles dat datzelfde de degene
  degenen degli dei della delle dello dergelijke dessa dessas desse desses desta destas deste destes detta dette detti detto
  deze dezelfde diens dit dita dito diversa diversas diverse diversi diverso diversos do dois dos drie duas dum duma dużo dwa
  dwaj dwie dwiema dwom dwoma dwu dwóch dwóm een elk elke ene enig enige enkele entrambe entrambi essa essas esse esses estes
  eén geen genoeg gli haar het hetzelfde hoeveel hun i ich ieder iedere iemands il ile ileś ilu inna inne innego innej innemu
  inni inny innych innym innymi inną isso isto jacy jaka jakaś jaki jakich jakichś jakie jakiego jakiegoś jakiej jakiejś
  jakiemu jakiemuś jakieś jakim jakimi jakimś jakiś jaką jakąś jeden jedna jedne jednego jednej jednemu jedni jedno jednych
  jednym jednymi jedną jego jej jouw jullie każda każde każdego każdej każdemu każdy każdym każdą kilka kilkoma kilkoro kilku
  która które którego której któremu który których którym którymi którzy którą lo loro mais mało meer meerdere meest meeste
  menig menige meno menos mesma mesmas mesmo mesmos meu meus mia mie miei mijn minder minha minhas mio mniej moi moich moim
  moimi moja moje mojego mojej mojemu moją molta molte molti molto muita muitas muito muitos mój na nas nasi nasz nasza nasze
  naszego naszej naszemu naszych naszym naszymi naszą negli nei nel nella nelle nello nenhum nenhuma nenhumas nenhuns nessa
  nesse nessun nessuna nessuno nesta neste niektóra niektóre niektórego niektórej niektóremu niektóry niektórych niektórym
  niektórymi niektórzy niektórą nos nossa nossas nosso nossos nostra nostre nostri nostro num numa numas nuns o oba obaj obie
  obojga obu obydwa obydwie obydwu ogni ons onze os outra outras outro outros owa owe owego owej owemu owi owo owych owym
  owymi ową parecchi parecchia parecchie parecchio paru parę pela pelas pelo pelos pewien pewna pewne pewnego pewnej pewnemu
  pewni pewnych pewnym pewnymi pewną più poca poche pochi poco poszczególna poszczególne poszczególnego poszczególnej
  poszczególnemu poszczególny poszczególnych poszczególnym poszczególnymi poszczególną pouca poucas pouco poucos própria
  próprias próprio próprios quais quaisquer qual qualche quale quali qualquer qualsiasi qualunque quanta quantas quante quanti
  quanto quantos quegli quei quel quella quelle quelli quello questa queste questi questo referida referido sam sama samego
  samej samemu sami samo samych samym samymi samą seu seus sommig sommige sommigen sta stessa stesse stessi stesso sua suas
  suddetta suddette suddetti suddetto sue sugli sui sul sulla sulle sullo suo suoi swoi swoich swoim swoimi swoja swoje
  swojego swojej swojemu swoją swój tacy tais taka taki takich takie takiego takiej takiemu takim takimi taką tal tale tali
  talune taluni tamci tamta tamte tamtego tamtej tamtemu tamten tamto tamtych tamtym tamtymi tamtą tanta tantas tante tanti
  tanto tantos te tego tegoż tej tejże temu tenże teu teus teveel todas todos tre trochę troppa troppe troppi troppo trzech
  trzej trzem trzema trzy três tua tuas tue tuo tuoi tutta tutte tutti tutto twee twoi twoich twoim twoimi twoja twoje twojego
  twojej twojemu twoją twój tych tym tymi um uma umas uno uns vari varia varie vario veel vele velen voldoende vossa vossas
  vosso vossos vostra vostre vostri vostro vária várias vários wasi wasz wasza wasze waszego waszej waszemu waszych waszym
  waszymi waszą weinig weinige welk welke wiele wieloma wielu wiens wier więcej większość wszyscy wszystek wszystka wszystkich
  wszystkie wszystkiego wszystkiej wszystkiemu wszystkim wszystkimi wszystko wszystką zeker zekere zijn zodanige zoveel zulk
  zulke zulks à às één żaden żadna żadne żadnego żadnej żadnemu żadni żadnych żadnym żadnymi żadną
  allem aller allerlei alles anderem anderer anderes beidem beider beides dasjenige dasselbe dein deine deinem deinen deiner
  deines demjenigen demselben denen denjenigen denselben deren derer derjenige derselbe derselben desjenigen desselben dessen
  diejenige diejenigen dies dieselbe dieselben diesem diesen drei einige einigem einigen einiger einiges etliche etlichem
  etlichen etlicher etliches etwas euer eure eurem euren eurer eures genug ihrem ihren ihrer ihres irgendein irgendeine
  irgendeinem irgendeinen irgendeiner irgendeines irgendwelche irgendwelchem irgendwelchen irgendwelcher irgendwelches jedem
  jedes jedwede jedwedem jedweden jedweder jedwedes jegliche jeglichem jeglichen jeglicher jegliches jene jenem jenen jener
  jenes keinem keinen keiner keines manch manche manchem manchen mancher manches mehr mehrere mehrerem mehreren mehrerer
  mehreres mein meine meinem meinen meiner meines meiste meisten seinem seinen seiner seines solch solche solchem solchen
  solcher solches sämtliche sämtlichem sämtlichen sämtlicher sämtliches unser unsere unserem unseren unserer unseres unserm
  unsre viel viele vielem vielen vieler vieles welch welche welchem welchen welcher welches wenig wenige wenigem wenigen
  weniger weniges wieviel zwei`)

export const PARTICLES = wordSet(
  'de da do dos das del della di du des van von der den het ter ten zu zur zum la le el al ben bin ibn abu y e und et of af av dos las los vom',
)

/** Before a place. */
export const BEFORE_PLACE = wordSet(`
  in at from to near of outside around visit visited visiting via through toward towards into within leaving reached reach
  aus nach bei zu zur zum bis über vor à de en près vers chez depuis dans a desde hasta hacia cerca por para`)

/** A company, whatever stands before. */
export const COMPANY_ENDINGS = wordSet(`
  inc incorporated corp corporation llc llp lp ltd limited plc co company gmbh ag kg ohg gbr ug kgaa se mbh ev eg sa sas sarl eurl
  sci snc scp sl slu slp sau bv nv ab oy oyj as a/s aps spa srl kft zrt pty pllc pc lda ltda`)

/** An organisation, where a word before or behind tells it from others of its kind. */
export const ORGANISATION_WORDS = wordSet(`
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
export const GENERIC_WORDS = wordSet(`
  general regional national international university community memorial county city state states federal central municipal public private
  the of for and to in children's childrens women's veterans district supreme superior high appeal appeals circuit civil criminal family
  juvenile probate bankruptcy small claims magistrates crown local tax emergency intensive care surgery outpatient inpatient human
  resources internal external security social services health medical center centre board united royal law school department new
  old great first second third fourth north south east west northern southern eastern western american european world global
  obere untere staatlich städtisch allgemein haut grande cour conseil tribunal primera segunda instancia provincial nacional`)
