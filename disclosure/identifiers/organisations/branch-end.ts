import { isCapital } from '../names/run.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { BRANCH_WORDS } from './organisation-words.ts'

/** Legal forms behind a name, with the punctuation that leads to them. */
const FORM =
  /^["”»]?,? ?(?:S\.?[ ]?A\.?U?\.?(?:S\.)?|S\.?L\.?[UP]?\.?|S\.?C\.?(?: DE (?:A\.?P\.?|R\.?L\.?|C\.?V\.?)){0,3}\.?|E\.? ?P\.? ?E\.?|I\.?P\.?|L\.?d\.?a\.?|Lda\.?|Ltda\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|s\.?r\.?l\.?|s\.?n\.?c\.?|s\.?a\.?s\.?|GmbH(?: & Co\. KG)?|AG|e\. ?V\.|a\. ?G\.|KG|mbH|B\.?V\.?|N\.?V\.?|LLP|LLC|Ltd\.?|plc|Inc\.?|Sp\. z o\.o\.|sp\. z o\.o\.|S\.A\.S\.|S\.K\.A\.|EPS|E\.S\.E\.)(?![\p{L}\p{N}])/u
const LONGEST_BRANCH = 5

/** Behind the town, the branch and the legal form that follow an organisation: ", Wisbech", ", Zweigstelle Aarau", ", S.A.". */
export function branchEnd(reading: Reading, to: number): number {
  const { words, text } = reading
  const end = wordAt(words, to - 1).end
  const form = FORM.exec(text.slice(end, end + 40))
  if (form && /\p{L}/u.test(form[0])) {
    let behind = to
    while (behind < words.length && wordAt(words, behind).end <= end + form[0].length) behind += 1
    return behind
  }
  const next = wordAt(words, to)
  if (isBranch(next)) return branchName(words, to)
  return next.gap === ', ' && isCapital(next) && next.levels.place > 0 && (next.name < 2 || next.levels.place === 2)
    ? to + 1
    : to
}

function isBranch({ text, gap }: Word): boolean {
  return /^,? $/u.test(gap) && BRANCH_WORDS.has(text.toLowerCase())
}

/** "zittingsplaats Almelo", "Oddział w Lublinie", "sezione distaccata di Sassari". */
function branchName(words: readonly Word[], from: number): number {
  let end = from
  for (let at = from + 1; at <= from + LONGEST_BRANCH; at += 1) {
    const word = wordAt(words, at)
    if (!/^\.? $|^-$/u.test(word.gap)) break
    if (isCapital(word)) end = at + 1
    else if (/^(?:w|we|in|di|de|te)$/u.test(word.text) && isCapital(wordAt(words, at + 1))) continue
    else if (end > from || word.shape !== 'lower') break
  }
  return end
}
