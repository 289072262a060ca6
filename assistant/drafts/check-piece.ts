import { checkAges, checkCalendar, checkWeekdays } from '../../checks/draft/check-days.ts'
import { checkParties, namesParties } from '../../checks/draft/check-parties.ts'
import { checkQuotation, quotations } from '../../checks/draft/check-quotation.ts'
import { checkSentence } from '../../checks/draft/check-sentence.ts'
import { checkTimeLimits, type TimeLimit } from '../../checks/draft/check-time-limits.ts'
import { checkSums } from '../../checks/draft/check-sums.ts'
import type { DraftFound } from '../../checks/draft/draft-finding.ts'
import { isAccusing, isConfirming } from '../../contract/drafts/draft-check.ts'
import { authoritiesIn } from '../../disclosure/identifiers/legal-authorities.ts'
import { overlaps } from '../../text/spans.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { createCheckPages } from './check-pages.ts'
import type { DraftEvidence } from './draft-evidence.ts'
import { createFindAuthority } from './find-authority.ts'
import { createFindStated } from './find-stated.ts'
import { type KeptFinding, keptFinding } from './kept-findings.ts'

export type CheckPiece = (sentence: string) => Promise<readonly KeptFinding[]>

/** Fewer words are not searched for by themselves. */
const SEARCHED_QUOTE_WORDS = 4
/** Characters. A row of figures without a stop, or data in letters; the checks of a sentence compare each of its words with each of a page. */
const LONGEST = 4000

/** All that is checked of one sentence by itself: one verdict of the sentence first, then the checks of their own, by place. */
export function createCheckPiece(
  matter: OpenMatter,
  evidence: DraftEvidence,
  limits: readonly TimeLimit[],
): CheckPiece {
  const findAuthority = createFindAuthority(matter, evidence)
  const findStated = createFindStated(matter, evidence)
  const checkPages = createCheckPages(matter, evidence)
  return async (sentence) => {
    if (sentence.length > LONGEST) return [keptFinding(tooLong(sentence), new Map())]
    const quotes = quotations(sentence)
    const searched = quotes
      .map(({ start, end }) => sentence.slice(start, end))
      .filter((quote) => quote.split(/\s+/).length >= SEARCHED_QUOTE_WORDS)
    const found = await evidence.find([sentence, ...searched])
    const { sources, wide, isWholeSearch } = found
    const begun = namesParties(sentence) ? evidence.beginnings() : null
    const { placesOf, lexicon } = evidence
    const naming = (mark: string) => evidence.naming(found.passages.get(mark))
    const options = { sources, wide, placesOf, naming, lexicon, isWholeSearch }
    const authorities = await Promise.all(
      authoritiesIn(sentence, evidence.lists).map((authority) => findAuthority(sentence, authority)),
    )
    const own = [
      ...quotes.flatMap((quote) => checkQuotation(sentence, quote, options) ?? []),
      ...authorities.map((one) => one.found),
      ...checkSums(sentence),
      ...checkCalendar(sentence),
      ...checkWeekdays(sentence),
      ...checkAges(sentence),
      ...checkTimeLimits(sentence, limits),
      ...checkParties(sentence, [...sources, ...(begun?.sources ?? [])]),
    ]
    const whole = await findStated(sentence, checkSentence(sentence, options), found)
    const pages = checkPages(sentence, [whole, ...own], found)
    const all = [...own, ...pages].toSorted((one, other) => one.start - other.start)
    const passages = new Map([
      ...found.passages,
      ...(begun?.passages ?? []),
      ...authorities.flatMap((one) => [...one.passages]),
    ])
    const computed = wholeComputed(whole, own)
    const reported = computed ? [computed, ...all.filter(isNoTimeLimit)] : [besideOthers(whole, own), ...all]
    return reported.map((one) => keptFinding(one, passages))
  }
}

function tooLong({ length }: string): DraftFound {
  const said = { code: 'tooLong' } as const
  return { kind: 'sentence', start: 0, end: length, verdict: 'not-checkable', words: [], said, instead: null, at: [] }
}

/** What a check of its own has found is not said of the whole sentence once more. */
function besideOthers(whole: DraftFound, own: readonly DraftFound[]): DraftFound {
  const accusing = own.filter(isAccusing)
  const isToCompare = whole.verdict === 'not-checkable' && whole.at.length > 0
  if (!(isAccusing(whole) || isToCompare) || accusing.length === 0) return whole
  const isSame = whole.words.length === 0 || whole.words.every((words) => accusing.some((one) => overlaps(words, one)))
  if (!isSame) return whole
  return { ...whole, verdict: 'not-checkable', words: [], said: { code: 'findingBeside' }, instead: null, at: [] }
}

/** Rules confirm only a sentence that says nothing else, so that nothing of it is left to be looked for; null where they do not. */
function wholeComputed(whole: DraftFound, own: readonly DraftFound[]): DraftFound | null {
  const computed = own.find((one) => !isNoTimeLimit(one) && isConfirming(one.verdict))
  if (!computed || isConfirming(whole.verdict) || whole.verdict === 'contradicted' || own.some(isAccusing)) return null
  return { ...computed, start: whole.start, end: whole.end, words: [] }
}

function isNoTimeLimit({ kind }: DraftFound): boolean {
  return kind !== 'time-limit'
}
