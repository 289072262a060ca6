import { CompareInput } from '../../contract/drafts/comparison.ts'
import { t } from '../../wording/translate.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { compareDocuments } from '../drafts/compare-documents.ts'
import { comparedNames } from '../drafts/compared-readings.ts'
import { exportComparison, madeComparison } from '../drafts/comparison-on-paper.ts'
import { redlineDocuments } from '../drafts/redline-documents.ts'
import { userName } from '../home/settings.ts'
import { api, guarded, inMatter, signalOr } from './contract-base.ts'

export const comparisonRouter = {
  compare: api.comparison.compare.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, comparisonOf(input, assistant, signal)),
  ),
  report: api.comparison.report.handler(async ({ input, context: { assistant }, signal }) => {
    const matter = await assistant.matters.open(input.matter)
    const names = comparedNames(matter, input)
    const made = await madeComparison(comparisonOf(input, assistant, signal), names)
    const bytes = await exportComparison(made, input.format, assistant.fontsFolder)
    return { file: new File([new Uint8Array(bytes)], `${t('comparison.paper.fileName')}.${input.format}`) }
  }),
  redline: api.comparison.redline.handler(async ({ input, context: { assistant }, signal }) => {
    const { format } = input
    const { fontsFolder, reading, session, now } = assistant
    const author = { name: userName(session.store().app.settings), date: now().toISOString() }
    const matter = await assistant.matters.open(input.matter)
    using _user = matter.users.enter()
    const ended = AbortSignal.any([matter.closing, signalOr(signal)])
    const tools = { matter, writer: reading.reader, author, format, fontsFolder }
    const { file, losses } = await redlineDocuments(input, tools, ended)
    return {
      file: new File([new Uint8Array(file)], `${t('comparison.paper.redlineName')}.${format}`),
      losses: [...losses],
    }
  }),
}

function comparisonOf(input: CompareInput, assistant: Assistant, signal: AbortSignal | undefined) {
  const asked = CompareInput.parse(input)
  const { reader } = assistant.reading
  return inMatter(assistant, asked.matter, signal, ({ matter, ended }) =>
    compareDocuments(asked, { matter, reader, words: assistant.words }, ended),
  )
}
