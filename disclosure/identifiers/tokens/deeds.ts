import type { Token } from './split-tokens.ts'
import { has, wordSet } from './word-at.ts'

/** What only persons do: say, think, eat, sleep. Present, past and participle, in eight languages. */
const PERSONAL: ReadonlySet<string> = wordSet(`
  eaten drunk written said says rang rings phoned phones told tells asked asks denies denied complains complained agreed agrees thinks thought refuses refused
  walked walks slept sleeps ate eats drank drinks wrote writes emailed texted mentioned mentions believes believed wondered hopes hoped
  consented admits admitted claims replied replies answered explained insists insisted promised testified smokes smoked sagt sagte meint
  meinte rief wohnt berichtet berichtete klagt klagte fragt fragte schläft schlief isst aß trank trinkt schrieb schreibt telefonierte denkt
  dachte glaubt glaubte erzählt erzählte erklärt erklärte wünscht bittet bat angerufen gesagt geschlafen gegessen getrunken gekommen
  gegangen geschrieben gefragt zurückrufen anrufen dit disait demande demandait pense pensait refuse refusait dort dormait mange mangeait
  raconte racontait écrit téléphone explique expliquait croit répond mangé dormi bu appelé téléphoné refusé demandé dijo dice decía pide
  pidió piensa pensó cree duerme durmió comió caminó rechaza rechazó escribió niega negó refiere refirió contó explicó preguntó llamado
  dormido riferisce riferiva chiede chiese disse dorme dormì mangia mangiò cammina rifiuta rifiutò scrive scrisse pensa crede nega racconta
  telefona telefonò spiega mangiato dormito chiamato telefonato detto rifiutato refere referiu pediu diz comeu dormiu caminhou recusa
  recusou escreveu negou contou explicou telefonou perguntou zegt zei belde vraagt vroeg slaapt sliep eet drinkt weigert weigerde
  schreef dacht gelooft vertelt vertelde gebeld gezegd geslapen gegeten gekomen mówi mówił mówiła powiedział powiedziała podaje zgłasza
  dzwonił dzwoniła zadzwonił zadzwoniła śpi spał spała zjadł zjadła pije pił piła odmawia odmówił odmówiła napisał napisała myśli uważa
  twierdzi pyta pytał pytała prosi prosił prosiła chce chciał chciała zaprzecza neguje skarży`)

/** What persons do, and a pain or a letter as well, but no disease or device: "Cushing came back". */
const MOVING: ReadonlySet<string> = wordSet(`
  called calls came comes went goes takes took lives lived wants wanted feels felt declined declines visited attended kam kommt nimmt nahm
  möchte wollte will ging geht verweigert verweigerte lehnt besuchte prend prenait habite vient appelle appelait boit souhaite veut voulait
  signale marché venu venue parti partie toma tomaba vive vivía llamó llama vino bebe camina cuenta quiere quería comido venido prende
  abita venne beve vuole voleva chiamò uscito uscita venuto venuta mora veio acha conta quer queria ligou neemt nam woont belt kwam komt
  liep vindt wil wilde przyjmuje mieszka przyszedł przyszła chodzi`)

const AUXILIARY = wordSet(
  'has had hat hatte ist war a avait est ha había è era é tem heeft had is was did does could cannot can may must',
)

/** So far behind an auxiliary stands what was done: "hat gut geschlafen". */
const FURTHEST = 4

/** "Foley said", "Crohn hat gestern angerufen", "Fournier a mangé". */
export function doesSomething(tokens: readonly Token[], at: number): boolean {
  return isBeforeOne(tokens, at, ({ text, shape }) => shape === 'lower' && (PERSONAL.has(text) || MOVING.has(text)))
}

/** Right behind a word, or behind its auxiliary. */
function isBeforeOne(tokens: readonly Token[], at: number, isDeed: (token: Token) => boolean): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !isSpaced(next)) return false
  if (isDeed(next)) return true
  if (!AUXILIARY.has(next.text.toLowerCase())) return false
  for (let behind = at + 2; behind <= at + 1 + FURTHEST; behind += 1) {
    const word = tokens[behind]
    if (!isSpaced(word)) return false
    if (isDeed(word)) return true
  }
  return false
}

function isSpaced(token: Token | undefined): token is Token {
  return token !== undefined && token.gap === ' '
}

/** Who does it where nobody is named; Elle, Ella and Lei are given names as well. */
const PRONOUNS = wordSet(`
  he she it they we you who one er sie es wir man wer il elle on nous ils elles qui él ella ellos ellas quien lui lei loro chi ele ela eles
  elas quem hij zij ze men wie ona oni one kto`)

/** "Quelling says TPN", "Sue ha dormito": before what only persons do. */
export function isBeforePersonalDeed(tokens: readonly Token[], at: number): boolean {
  const isDeed = ({ text, shape }: Token) => shape === 'lower' && PERSONAL.has(text)
  return !has(PRONOUNS, tokens[at]) && isBeforeOne(tokens, at, isDeed)
}
