import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { doctor } from '../../../assistant/assembly/doctor.ts'
import type { Assistant } from '../../../assistant/assembly/assistant.ts'
import { createModelShelf } from '../../../assistant/models/model-shelf.ts'
import { DEFAULT_SETTINGS } from '../../../assistant/home/settings.ts'
import type { Child } from '../../../processes/child.ts'
import { forkChild } from '../../../processes/fork-child.ts'
import { type WholeAssistant, wholeAssistant } from '../whole-assistant.ts'

const DRIVER = fileURLToPath(new URL('../../models/children/crashing-driver.ts', import.meta.url))

/** The models of a computer with this driver. */
function shelfWith(whole: WholeAssistant, start: () => Child, onChange = () => {}) {
  return createModelShelf({
    modelsFolder: whole.folder,
    settings: () => DEFAULT_SETTINGS,
    environment: {},
    processes: whole.assistant.processes,
    startProcess: start,
    graphicsHere: { hasDevice: async () => true, hasOwnLibrary: true, fetchable: [], registry: null },
    graphicsPatienceMs: 300,
    threads: 1,
    paceOf: () => ({ read: () => null, keep: () => {} }),
    onChange,
  })
}

test('a graphics driver that crashes is named by the doctor, asked once, and models run on the processor', async () => {
  await using whole = await wholeAssistant()
  let starts = 0
  const shelf = shelfWith(whole, () => {
    starts += 1
    return forkChild(DRIVER)
  })
  const { computer } = await shelf.list({ isWhole: true })
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

test('the list of models does not wait for a driver that hangs, and is told when that has ended', async () => {
  await using whole = await wholeAssistant()
  const children: Child[] = []
  const { promise: changed, resolve } = Promise.withResolvers<void>()
  const shelf = shelfWith(
    whole,
    () => {
      const child = forkChild(DRIVER, { env: { DRIVER: 'hanging' } })
      children.push(child)
      return child
    },
    resolve,
  )
  expect((await shelf.list()).computer).toMatchObject({ graphics: null, graphicsFault: 'no answer yet' })
  for (const child of children) child.kill()
  await changed
  expect((await shelf.list()).computer).toMatchObject({ graphics: null, graphicsFault: 'killed by SIGKILL' })
})
