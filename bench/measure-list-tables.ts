import { join } from 'node:path'
import { tableColumns } from '../assistant/answers/offer/table-columns.ts'
import type { Measurement } from './measurement.ts'
import { addSet, LIST_QUESTIONS, SETS } from './offers/dragonball.ts'
import { openBenchAssistant } from './open-bench-assistant.ts'
import { median } from './quantiles.ts'
import { temporaryFolder } from './temporary-home.ts'

/**
 * The tables that are offered for twelve questions on every document of two sets: each cell, to be read by hand, and how long cells
 * take. Whether a cell is right no code says. About 330 cells, half an hour and more with the 1.5B.
 */
export async function* measureListTables(): AsyncGenerator<Measurement> {
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(join(home.path, 'home'))
  const seconds: number[] = []
  const states = { answered: 0, uncertain: 0, 'not-found': 0 }
  for (const set of SETS) {
    await addSet(opened.client, set)
    for (const question of LIST_QUESTIONS[set]) {
      const questions = tableColumns(question).map((column, at) => ({ id: `q${at + 1}`, question: column }))
      let startedMs = performance.now()
      for await (const event of await opened.client.survey.table({ matter: set, questions })) {
        if (event.type !== 'cell') continue
        const tookMs = performance.now() - startedMs
        startedMs = performance.now()
        seconds.push(tookMs / 1000)
        states[event.state] += 1
        const { document, question: column, state, text, verdict } = event
        yield { bench: 'list-tables', set, asked: question, document, column, state, text, verdict }
      }
    }
  }
  yield { bench: 'list-tables', cells: seconds.length, ...states, medianSeconds: median(seconds) }
}
