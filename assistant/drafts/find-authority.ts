import { setImmediate } from 'node:timers/promises'
import { authorityPattern } from '../../checks/authority-pattern.ts'
import type { DraftFound, FoundAt } from '../../checks/draft/draft-finding.ts'
import { PAGE_BREAK } from '../../library/split/passage.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { PassageEvidence } from '../questions/evidence-source.ts'
import type { DraftEvidence } from './draft-evidence.ts'

export type LookedUp = { readonly found: DraftFound; readonly passages: ReadonlyMap<string, PassageEvidence> }

/** Where a statute or decision was found; null: nowhere. `isSure`: every library could be searched. */
type Held = { readonly passage: PassageEvidence; readonly mark: string; readonly at: FoundAt }

/**
 * Looks up the statutes and decisions that a sentence names: by search, then in the whole text of every document of the matter, so that
 * what is called missing is in none of them. Each is looked up once.
 */
export function createFindAuthority(matter: OpenMatter, evidence: DraftEvidence) {
  const known = new Map<string, Promise<{ readonly held: Held | null; readonly isSure: boolean }>>()

  async function look(authority: string) {
    const pattern = authorityPattern(authority)
    const { passages, isWholeSearch } = await evidence.find([authority])
    for (const [mark, passage] of passages) {
      const match = pattern.exec(passage.text)
      if (!match) continue
      const at = { source: mark, start: match.index, end: match.index + match[0].length, quote: match[0] }
      return { held: { passage, mark, at }, isSure: true }
    }
    return { held: await inWholeTexts(pattern, matter), isSure: isWholeSearch }
  }

  return async (sentence: string, authority: string): Promise<LookedUp> => {
    const looked = known.get(authority) ?? look(authority)
    known.set(authority, looked)
    const { held, isSure } = await looked
    const start = sentence.indexOf(authority)
    const end = start + authority.length
    const base = { kind: 'authority' as const, start, end, words: [], instead: null }
    if (held)
      return {
        found: { ...base, verdict: 'verbatim', said: null, at: [held.at] },
        passages: new Map([[held.mark, held.passage]]),
      }
    const verdict = isSure ? ('nowhere' as const) : ('not-checkable' as const)
    const said = { code: isSure ? ('authorityNowhere' as const) : ('notSearched' as const) }
    return { found: { ...base, verdict, said, at: [] }, passages: new Map() }
  }
}

/** Also over the end of a page. Other calls come in between, as all is read on this thread. */
async function inWholeTexts(pattern: RegExp, { store }: OpenMatter): Promise<Held | null> {
  for (const { documentId, document, textVersionId } of store.documents.list(null)) {
    if (textVersionId === null) continue
    await setImmediate()
    const pages = store.pages.text(textVersionId)
    const match = pattern.exec(pages.map(({ text }) => text).join(PAGE_BREAK))
    if (!match) continue
    const place = { start: match.index, end: match.index + match[0].length }
    const page = pages.findLast(({ start }) => start <= match.index)?.page ?? null
    const where = { documentId, document, page, ...place, section: '', text: match[0] }
    const from = { textVersion: textVersionId, reference: null, score: 1, byOcr: false }
    const passage: PassageEvidence = { kind: 'passage', ...where, ...from }
    const mark = `${documentId} ${textVersionId} ${place.start} ${place.end}`
    return { passage, mark, at: { source: mark, start: 0, end: match[0].length, quote: match[0] } }
  }
  return null
}
