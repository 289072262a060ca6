import { exportPaper } from '../answers/export/answer-on-paper.ts'
import type { Assistant } from '../assembly/assistant.ts'
import {
  addHighlight,
  findWords,
  highlightsOnPaper,
  listHighlights,
  refuseOtherText,
  shown,
} from '../documents/highlights.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { userName } from '../home/settings.ts'
import { t } from '../../wording/translate.ts'
import { exportName } from '../paper/paper-block.ts'
import { api } from './contract-base.ts'

export const highlightRouter = {
  list: api.highlight.list.handler(async ({ input: { matter, document, words }, context: { assistant } }) => [
    ...listHighlights(await assistant.matters.open(matter), document, words),
  ]),
  add: api.highlight.add.handler(async ({ input: { document, textVersion, ...input }, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    refuseOtherText(matter, document, textVersion)
    return told(assistant, matter, addHighlight(matter, document, input, { ...madeBy(assistant), ...input }))
  }),
  addWords: api.highlight.addWords.handler(
    async ({ input: { document, words, page, ...input }, context: { assistant } }) => {
      const matter = await assistant.matters.open(input.matter)
      const span = findWords(matter, document, { words, page })
      return told(assistant, matter, addHighlight(matter, document, span, { ...madeBy(assistant), ...input }))
    },
  ),
  change: api.highlight.change.handler(
    async ({ input: { highlightId, note, isEvidence, ...input }, context: { assistant } }) => {
      const matter = await assistant.matters.open(input.matter)
      const before = matter.store.highlights.get(highlightId)
      const after = { note: note ?? before.note, isEvidence: isEvidence ?? before.isEvidence }
      return told(assistant, matter, shown(matter, matter.store.highlights.change(highlightId, after)))
    },
  ),
  remove: api.highlight.remove.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    matter.store.highlights.remove(input.highlightId)
    told(assistant, matter, undefined)
  }),
  export: api.highlight.export.handler(async ({ input, context: { assistant } }) => {
    const { document, format } = input
    const matter = await assistant.matters.open(input.matter)
    const highlights = listHighlights(matter, document, '')
    const title = t('highlights.paper.title', { matter: matter.name })
    const bytes = await exportPaper(highlightsOnPaper(title, highlights), format, assistant.fontsFolder)
    matter.store.ledger.append('highlights-exported', { format, sha256: sha256(bytes), highlights: highlights.length })
    return told(assistant, matter, {
      file: new File([bytes as Uint8Array<ArrayBuffer>], `${exportName(title)}.${format}`),
    })
  }),
}

function madeBy({ session, now }: Assistant) {
  return { madeAt: now().toISOString(), madeBy: userName(session.store().app.settings) }
}

function told<T>({ events }: Assistant, { id }: OpenMatter, result: T): T {
  events.tell({ type: 'highlights-changed', matter: id })
  return result
}
