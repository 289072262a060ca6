import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { doctor } from '../../../assistant/assembly/doctor.ts'
import type { Assistant } from '../../../assistant/assembly/assistant.ts'
import { createModelShelf } from '../../../assistant/models/model-shelf.ts'
import { DEFAULT_SETTINGS } from '../../../assistant/home/settings.ts'
import { forkChild } from '../../../processes/fork-child.ts'
import { wholeAssistant } from '../whole-assistant.ts'

const DRIVER = fileURLToPath(new URL('../../models/children/crashing-driver.ts', import.meta.url))

test('a graphics driver that crashes is named by the doctor, asked once, and models run on the processor', async () => {
  await using whole = await wholeAssistant()
  let starts = 0
  const shelf = createModelShelf({
    modelsFolder: whole.folder,
    settings: () => DEFAULT_SETTINGS,
    environment: {},
    processes: whole.assistant.processes,
    startProcess() {
      starts += 1
      return forkChild(DRIVER)
    },
    hasGraphics: async () => true,
    threads: 1,
    paceOf: () => ({ read: () => null, keep: () => {} }),
    onChange: () => {},
  })
  const { computer } = await shelf.list()
  expect([computer.graphics, computer.graphicsFault]).toEqual([null, 'killed by SIGSEGV'])
  const checks = await doctor(Object.assign(Object.create(whole.assistant) as Assistant, { shelf }))
  expect(checks.find(({ check }) => check === 'graphics')).toEqual({
    check: 'graphics',
    ok: false,
    detail: 'its driver failed (killed by SIGSEGV): models run on the processor',
    todo: 'Update its driver, then start again.',
  })
  expect(starts).toBe(1)
})
