import type { Token } from './split-tokens.ts'

/** What was found of a sign or a test. */
const FINDING =
  /^(?:positi[vef]|negati[vef]|négati[vf]|dodatni|ujemn|bilateral|beidseits|unauffällig|sicher|absent|présent|ausente|assente|afwezig|obecn)|^(?:pos|neg|bds|mou|laxe?|laxo|lasso)$/iu

/** Signs and tests of the body, which are positive or not; a swab of Foley is so too, but he is on no list of signs. */
const SIGNS: ReadonlySet<string> = new Set(
  `babinski babiński bragard brudzinski brudziński chaddock chvostek coombs courvoisier doppler finkelstein gaenslen goldflam hallpike
  heberden homans hegar kehr kernig lachman lasegue lasègue lhermitte mantoux mcburney mcmurray mingazzini ortolani papanicolaou pasternacki
  phalen queckenstedt raynaud rinne romberg rossolimo rovsing schellong spurling tinel trendelenburg tromner trömner trousseau tzanck valsalva
  widal gram wassermann rivalta schirmer yergason perthes ratschow unterberger hoehn galant moro sitkowski jendrassik`.split(
    /\s+/,
  ),
)

/** The greatest figure of each score and scale, and by how much it grows: Barthel 60 is a score, Barthel 64 may be somebody of that age. */
const SCORES: Readonly<Record<string, readonly [most: number, step: number]>> = {
  aldrete: [10, 1],
  apgar: [10, 1],
  barthel: [100, 5],
  billroth: [2, 1],
  blatchford: [23, 1],
  bosniak: [4, 1],
  breslow: [20, 1],
  bromage: [4, 1],
  centor: [5, 1],
  cormack: [4, 1],
  dubowitz: [35, 1],
  fagerstrom: [10, 1],
  fagerström: [10, 1],
  ferriman: [36, 1],
  folstein: [30, 1],
  gleason: [10, 1],
  gustilo: [3, 1],
  hachinski: [18, 1],
  hinchey: [4, 1],
  hoehn: [5, 1],
  karnofsky: [100, 10],
  kellgren: [4, 1],
  killip: [4, 1],
  kurtzke: [10, 1],
  mallampati: [4, 1],
  mobitz: [2, 1],
  modic: [3, 1],
  reisberg: [7, 1],
  rockall: [11, 1],
  schatzker: [6, 1],
  tinetti: [28, 1],
  tiffeneau: [100, 1],
  waterlow: [64, 1],
  yahr: [5, 1],
  yesavage: [30, 1],
}

/** Classes of fractures and vessels whose names many people have: "Forrest III" may be the third of his name, "Forrest IIb" is none. */
const CLASSES: ReadonlySet<string> = new Set(
  'garden gustilo fontaine forrest neer salter schatzker danis pipkin tossy rockwood gartland rutherford child pugh'.split(
    ' ',
  ),
)
const CLASS = /^(?:I{1,3}|IV)[abc]$/u

/** "Fontaine IIb" in a text of medicine. */
export function isClassed(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || !/^(?: |: | = |=|-)$/u.test(next.gap)) return false
  return CLASS.test(next.text) && isIn(CLASSES, token.text)
}

/** The finding stands so near, where words of the side stand between: "Lasègue links ab 40 Grad positiv". */
const NEAR = 5
/** "Rovsing +", "Babinski (-)". */
const MARK = /^ ?\(?[+−–-]{1,3}\)?(?:[ .,;/)\n]|$)/u
/** "Hinchey III". */
const DEGREE = /^[IVX]{1,4}[ab]?$/u

/** "Romberg negative", "Lasègue est positif", "Barthel 55", "Apgar = 9": a sign with its finding, a score with its figure. */
export function isMeasured(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next) return false
  if (MARK.test(next.gap)) return isIn(SIGNS, token.text)
  if (!/^(?: |: | = |=)$/u.test(next.gap)) return false
  if (/^\p{N}/u.test(next.text) || DEGREE.test(next.text)) return isScore(token.text, next.text, tokens[at + 2])
  const [behind, further] = [tokens[at + 2], tokens[at + 3]]
  if (behind && LEADS.test(next.text) && /^\p{N}/u.test(behind.text)) return isScore(token.text, behind.text, further)
  return isIn(SIGNS, token.text) && isFound(tokens, at)
}

/** "Murphy negativo": of a sign or of a swab. */
export function isBeforeFinding(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next?.gap === ' ' && FINDING.test(next.text)
}

/** Before the finding or the figure: "Norton de 12", "Lasègue est positif". */
const LEADS = /^(?:is|ist|est|es|è|é|jest|was|war|à|bei|a|bij|de|di|van|von|of|na)$/iu
/** "Romberg positive for MRSA" is somebody. */
const OF_SOMEBODY = /^(?:for|auf|für|para|per|pour|à|al|op|voor|na|w)$/iu

function isFound(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next <= at + NEAR; next += 1) {
    const [word, behind] = [tokens[next], tokens[next + 1]]
    if (!word || !/^(?: |: )$/u.test(word.gap)) return false
    if (FINDING.test(word.text)) return !(behind?.gap === ' ' && OF_SOMEBODY.test(behind.text))
    if (word.shape !== 'lower' && word.shape !== 'digits' && word.text !== 'Grad') return false
    if (behind && MARK.test(behind.gap)) return true
  }
  return false
}

function isScore(name: string, figure: string, behind: Token | undefined): boolean {
  const base = basesOf(name).find((one) => Object.hasOwn(SCORES, one))
  const [most, step] = SCORES[base ?? ''] ?? [-1, 1]
  if (most < 0) return false
  // "Barthel 9/20" says of how many.
  if (DEGREE.test(figure) || behind?.gap === '/') return true
  const value = Number(figure.replace(/[abc]$/u, ''))
  return value <= most && value % step === 0
}

function isIn(names: ReadonlySet<string>, name: string): boolean {
  return basesOf(name).some((base) => names.has(base))
}

/** The name, and it without the case ending of Polish or the genitive. */
function basesOf(name: string): readonly string[] {
  const lower = name.toLowerCase()
  return [lower, lower.replace(/['’]?(?:ego|iego|iem|owi|em|go|a|u|y|s)$/u, '')]
}
