import { setImmediate } from 'node:timers/promises'
import { dayOrPerson, type Sought } from '../../checks/draft/day-or-person.ts'
import type { DraftFound } from '../../checks/draft/draft-finding.ts'
import { PAGE_BREAK } from '../../library/split/passage.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { DraftEvidence, FoundPassages } from './draft-evidence.ts'

/**
 * Names the day or person of a sentence that is in no document, where a page says something similar: in the passages that were found, then in the whole text of
 * every document, as with authorities. Each is looked up once.
 */
export function createFindStated(matter: OpenMatter, { lexicon }: Pick<DraftEvidence, 'lexicon'>) {
  const known = new Map<string, Promise<boolean>>()

  async function isSomewhere(sought: Sought, { sources }: FoundPassages): Promise<boolean> {
    if (sources.some(({ text, context }) => sought.isIn(`${context}\n${text}`))) return true
    const looked = known.get(sought.key) ?? isInWholeTexts(sought, matter)
    known.set(sought.key, looked)
    return looked
  }

  return async (sentence: string, whole: DraftFound, found: FoundPassages): Promise<DraftFound> => {
    const isSimilar = whole.said?.code === 'otherWords' || whole.said?.code === 'otherValue'
    if (whole.verdict !== 'not-checkable' || !isSimilar || !found.isWholeSearch) return whole
    for (const sought of dayOrPerson(sentence, lexicon)) {
      if (await isSomewhere(sought, found)) continue
      const { start, end } = sought
      const said = { code: 'statedNowhere' as const, written: sentence.slice(start, end) }
      return { ...whole, verdict: 'nowhere', words: [{ start, end }], said }
    }
    return whole
  }
}

async function isInWholeTexts({ isIn }: Sought, { store }: OpenMatter): Promise<boolean> {
  for (const { document, textVersionId } of store.documents.list(null)) {
    if (textVersionId === null) continue
    await setImmediate()
    const text = store.pages.text(textVersionId).map((page) => page.text)
    if (isIn(`${document}\n${text.join(PAGE_BREAK)}`)) return true
  }
  return false
}
