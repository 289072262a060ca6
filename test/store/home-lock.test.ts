import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { openHome } from '../../store/open-home.ts'
import { codeOfFailure, temporaryFolder } from './temporary-home.ts'

const HOLDER = new URL('hold-home.ts', import.meta.url)

test('a second opener in the same process is refused while the first has it, and let in after it', async () => {
  await using folder = await temporaryFolder()
  const first = await openHome(folder.path)
  expect(await codeOfFailure(() => openHome(folder.path))).toBe('IN_USE')
  first[Symbol.dispose]()
  const second = await openHome(folder.path)
  second[Symbol.dispose]()
})

test('another process holds the home until it is killed', async () => {
  await using folder = await temporaryFolder()
  const holder = fork(HOLDER, [folder.path])
  await once(holder, 'message')
  expect(await codeOfFailure(() => openHome(folder.path))).toBe('IN_USE')
  const exited = once(holder, 'exit')
  holder.kill('SIGKILL')
  await exited
  using home = await openHome(folder.path)
  expect(home.folder).toBe(folder.path)
})
