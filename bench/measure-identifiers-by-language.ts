import { fileURLToPath } from 'node:url'
import { createDetection } from '../assistant/packets/detection.ts'
import { createWordLists } from '../assistant/home/word-lists.ts'
import type { Findings } from '../disclosure/identifiers/identifier.ts'
import { LEFT } from '../disclosure/packet/find-masks.ts'
import type { FindIdentifiers } from '../disclosure/packet/mask-segments.ts'
import {
  HALVES,
  type Half,
  type HarmlessTerm,
  type Language,
  LANGUAGES,
  type MarkedText,
  readHarmlessTerms,
  readMarkedTexts,
} from './identifiers/read-marked-texts.ts'
import { overlapsAny } from '../text/spans.ts'
import type { Measurement } from './measurement.ts'
import { rounded } from './rounded.ts'
import { scoreIdentifiers, sumScores } from './score-identifiers.ts'
import { wilson } from './wilson.ts'

const LISTS = fileURLToPath(new URL('../disclosure/words/words.txt.br', import.meta.url))

/** What is masked and flagged in 50 letters, notes, judgments and mails of each language, and of terms that identify nobody (issue 21). */
export async function* measureIdentifiersByLanguage(): AsyncGenerator<Measurement> {
  const { find } = await createDetection(createWordLists(LISTS))()
  for (const half of HALVES) {
    const all: MarkedText[] = []
    for (const language of LANGUAGES) {
      const texts = await readMarkedTexts(language, half)
      all.push(...texts)
      yield measureTexts(language, half, texts, find)
    }
    yield measureTexts('all', half, all, find)
  }
  for (const set of ['harmless', 'later-harmless'] as const) {
    const terms: HarmlessTerm[] = []
    for (const language of LANGUAGES) {
      const own = await readHarmlessTerms(language, set)
      terms.push(...own)
      yield measureTerms(`${set} terms, ${language}`, own, find)
    }
    yield measureTerms(`${set} terms, all`, terms, find)
  }
}

function measureTexts(
  language: Language | 'all',
  half: Half,
  texts: readonly MarkedText[],
  find: FindIdentifiers,
): Measurement {
  const scores = texts.map(({ text, gold, neutral }) =>
    scoreIdentifiers(text, gold, withoutLeft(find(text, [])), neutral),
  )
  const sum = sumScores(scores)
  const clean = scores.filter(({ foundWithFlags }) => foundWithFlags.every(Boolean)).length
  return {
    bench: 'identifiers-by-language',
    what: `${language}, ${half}`,
    texts: texts.length,
    spans: sum.spans,
    masked: share(sum.found, sum.spans),
    maskedInterval: wilson(sum.found, sum.spans),
    maskedOrFlagged: share(sum.foundWithFlags, sum.spans),
    characterPrecision: share(sum.maskedInGold, sum.masked),
    flaggedTokens: share(sum.flagged, sum.tokens),
    clean: share(clean, texts.length),
    cleanInterval: wilson(clean, texts.length),
  }
}

/** Times of day and countries are found, and not masked. */
function withoutLeft({ spans, ...found }: Findings): Findings {
  return { ...found, spans: spans.filter(({ type }) => !LEFT.has(type)) }
}

function measureTerms(what: string, terms: readonly HarmlessTerm[], find: FindIdentifiers): Measurement {
  const hits = terms.map((term) => {
    const { spans, flags } = find(term.sentence, [])
    return { masked: overlapsAny(term, spans), flagged: overlapsAny(term, flags) }
  })
  const [masked, flagged] = [hits.filter((hit) => hit.masked).length, hits.filter((hit) => hit.flagged).length]
  return {
    bench: 'identifiers-by-language',
    what,
    n: terms.length,
    masked: share(masked, terms.length),
    maskedInterval: wilson(masked, terms.length),
    flagged: share(flagged, terms.length),
    flaggedInterval: wilson(flagged, terms.length),
  }
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded(part / whole)
}
