import { expect, test } from 'vitest'
import { FURTHER_STRATEGIES } from '../../../assistant/answers/strategies/strategies.ts'
import { ask } from '../../../assistant/answers/ask.ts'
import { planParts } from '../../../assistant/answers/draft/plan-parts.ts'
import { USUAL_SETTINGS } from '../../../contract/evaluation/answer-setting-words.ts'
import { passageSource } from '../../../assistant/answers/evidence/passage-source.ts'
import { addPaths } from '../../../assistant/reading/intake/add-paths.ts'
import { readDocument } from '../../../library/read/read-document.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import type { RemoteReader } from '../../../library/remote-reader.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { row, typedXlsx } from '../../library/read/typed-xlsx.ts'
import { matterInUse } from '../matter-in-use.ts'
import { passagesOf } from './passages-of.ts'
import { wordLists } from '../../disclosure/word-lists.ts'

const NEVER = new AbortController().signal

/** The readers themselves, in this process. */
const reader: RemoteReader = {
  async *read(source, signal = NEVER) {
    const chunks: Uint8Array[] = []
    for await (const chunk of source.chunks()) chunks.push(chunk)
    return yield* readDocument(Buffer.concat(chunks), source, READ_LIMITS, signal)
  },
}

test('a value deep in a sheet is found by its cells, read with its head and date, and quoted word for word', async () => {
  await using use = await matterInUse({ reader })
  const values = Array.from({ length: 120 }, (_, at) => row(at + 4, [`Analyte ${at}`, 100 + at, 'mmol/L', '90-300']))
  const rows =
    row(1, ['Blood results of 12 September 2024']) + row(3, ['Test', 'Value', 'Unit', 'Range']) + values.join('')
  const sheets = [
    { name: 'Cover', rows: row(1, ['Prepared for the court']) },
    { name: 'Labs', rows },
  ]
  await use.write('case/labs.xlsx', typedXlsx({ sheets }))
  const { matter, queue, foreground } = use
  await Array.fromAsync(addPaths([`${use.folder}/files/case`], { matter, queue, now: () => new Date() }))
  const shown: string[] = []
  const model = createScriptedModel({
    says: (turns) => {
      shown.push(turns.map(({ text }) => text).join('\n'))
      const mark = /\[(S\d+)\] [^[]*\| Analyte 77 \|/.exec(shown.at(-1)!)?.[1] ?? 'S9'
      return `Analyte 77 | 177 | mmol/L | 90-300 [${mark}]. Analyte 77 was 177 mmol/L on 12 September 2024 [${mark}].`
    },
  })
  const events = await Array.fromAsync(
    ask(
      { matter: matter.id, question: 'What was analyte 77 in September?' },
      {
        matter,
        sources: [passageSource(matter, null)],
        model,
        missingModel: null,
        embedder: null,
        reranker: null,
        plan: planParts,
        examples: async () => [],
        strategies: {},
        furtherStrategies: FURTHER_STRATEGIES,
        settings: USUAL_SETTINGS,
        cards: null,
        foreground,
        words: async () => wordLists,
        now: () => new Date(),
        calibration: null,
        pastMistakes: async () => null,
        findOffer: null,
        onBegin: () => {},
      },
      NEVER,
    ),
  )
  const sources = passagesOf(events.flatMap((event) => (event.type === 'evidence' ? event.sources : [])))
  const held = sources.find(({ text }) => text.includes('Analyte 77\t'))!
  expect(held).toMatchObject({ page: 2, section: expect.stringMatching(/^Labs > A\d+:D\d+$/) })
  const [, from, to] = /A(\d+):D(\d+)/.exec(held.section)!
  const [first, last] = [held.text, held.text.split('\n').at(-1)!].map((text) =>
    Number(/^Analyte (\d+)/.exec(text)![1]),
  )
  expect([first! + 4, last! + 4]).toEqual([Number(from), Number(to)])
  expect(shown.at(-1)).toContain(
    'Blood results of 12 September 2024\n| Test | Value | Unit | Range |\n| --- | --- | --- | --- |\n| Analyte',
  )
  const claims = events.flatMap((event) => (event.type === 'claim' ? [event] : []))
  expect(claims[0]).toMatchObject({ verdict: 'verbatim', citations: [{ quote: 'Analyte 77\t177\tmmol/L\t90-300' }] })
  expect(claims[1]!.absent).toEqual([])
})
