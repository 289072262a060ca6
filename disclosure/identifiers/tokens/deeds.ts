import type { Token } from './split-tokens.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What persons do, and neither diseases nor things: "Cushing rang the ward". Present, past and participle, in eight languages. */
export const DEEDS: ReadonlySet<string> = list(`
  said says rang rings phoned phones called calls came comes went goes told tells asked asks takes took lives lived denies denied complains
  complained wants wanted agreed agrees thinks thought refuses refused walked walks slept sleeps ate eats drank drinks wrote
  writes emailed texted mentioned mentions believes believed wondered hopes hoped feels felt declined declines consented admits admitted claims
  replied replies answered visited attended explained insists insisted promised testified smokes smoked
  sagt sagte meint meinte rief kam kommt nimmt nahm wohnt berichtet berichtete klagt klagte möchte wollte will fragt fragte schläft schlief isst
  aß trank trinkt ging geht schrieb schreibt telefonierte denkt dachte glaubt glaubte erzählt erzählte erklärt erklärte verweigert verweigerte lehnt
  wünscht bittet bat besuchte angerufen gesagt geschlafen gegessen getrunken gekommen gegangen geschrieben gefragt erzählt zurückrufen anrufen
  dit disait prend prenait habite vient appelle appelait demande demandait pense pensait refuse refusait dort dormait mange mangeait boit raconte
  racontait souhaite veut voulait écrit téléphone signale explique expliquait croit répond mangé dormi bu appelé téléphoné refusé demandé marché
  venu venue parti partie
  dijo dice decía toma tomaba vive vivía llamó llama vino pide pidió piensa pensó cree duerme durmió come comió bebe camina caminó rechaza rechazó
  escribió niega negó refiere refirió cuenta contó explicó quiere quería preguntó llamado dormido comido venido
  prende abita riferisce riferiva venne chiede chiese disse dorme dormì mangia mangiò beve cammina rifiuta rifiutò scrive scrisse pensa crede nega
  racconta vuole voleva telefona telefonò chiamò spiega uscito uscita mangiato dormito chiamato telefonato detto rifiutato venuto venuta
  refere referiu mora veio pediu diz disse pensa acha come comeu dormiu dorme bebe caminhou recusa recusou escreveu nega negou conta contou explicou
  quer queria ligou telefonou perguntou dormido comido
  zegt zei neemt nam woont belde belt kwam komt vraagt vroeg slaapt sliep eet at drinkt liep weigert weigerde schreef denkt dacht vindt gelooft
  vertelt vertelde wil wilde gebeld gezegd geslapen gegeten gekomen
  mówi mówił mówiła powiedział powiedziała podaje przyjmuje mieszka zgłasza przyszedł przyszła dzwonił dzwoniła zadzwonił zadzwoniła śpi spał spała
  je zjadł zjadła pije pił piła chodzi odmawia odmówił odmówiła napisał napisała myśli uważa twierdzi pyta pytał pytała prosi prosił prosiła
  chce chciał chciała zaprzecza neguje skarży`)

const AUXILIARY = list(
  'has had hat hatte ist war a avait est ha había è era é tem heeft had is was did does could cannot can may must',
)

/** So far behind an auxiliary stands what was done: "hat gut geschlafen". */
const FURTHEST = 4

/** "Foley said", "Crohn hat gestern angerufen", "Fournier a mangé", "dijo Foley". */
export function doesSomething(tokens: readonly Token[], at: number): boolean {
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

function isDeed({ text, shape }: Token): boolean {
  return shape === 'lower' && DEEDS.has(text)
}
