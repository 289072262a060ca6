import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { seededRandom } from '../../scripts/seeded-random.ts'
import { temporaryFolder } from '../store/temporary-home.ts'
import { copyOlderHome, OLDER_HOMES, type Tables, tablesOf, unlockedKeyring } from './older-home.ts'

const OPENER = fileURLToPath(new URL('children/open-home.ts', import.meta.url))
const KILLS = 20
const SEED = Number(process.env.CONSILIUM_KILLS_SEED ?? 2026)

type Opened = { readonly isKilled: boolean; readonly steps: number; readonly ms: number }
/** A moment after it began with the store, or a step of SQLite: before a migration, within one, or between two files. */
type Kill = { readonly afterMs: number } | { readonly atStep: number }

/** Opens all of a home in a process of its own. */
async function open(folder: string, masterKey: Uint8Array, kill?: Kill): Promise<Opened> {
  const atStep = kill && 'atStep' in kill ? [String(kill.atStep)] : []
  const child = fork(OPENER, [folder, Buffer.from(masterKey).toString('hex'), ...atStep])
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>
  let [steps, begun, ms] = [0, performance.now(), 0]
  let timer: NodeJS.Timeout | undefined
  child.on('message', (told: 'begins' | number) => {
    if (told === 'begins') {
      begun = performance.now()
      if (kill && 'afterMs' in kill) timer = setTimeout(() => child.kill('SIGKILL'), kill.afterMs)
    } else [steps, ms] = [told, performance.now() - begun]
  })
  const [code, signal] = await exited
  clearTimeout(timer)
  expect(signal ?? code).toBeOneOf([0, 'SIGKILL'])
  return { isKilled: signal === 'SIGKILL', steps, ms }
}

/** Every table and column that the older version had, with what it had. */
async function expectAsWritten(folder: string, masterKey: Uint8Array, before: Tables): Promise<void> {
  expect(await tablesOf(folder, masterKey, before)).toEqual(before)
}

async function stateOf(folder: string, masterKey: Uint8Array) {
  return {
    tables: await tablesOf(folder, masterKey),
    copies: (await readdir(join(folder, 'before-migration'))).toSorted(),
  }
}

test.for(OLDER_HOMES)(
  `the home of %s, killed ${KILLS} times while it is brought to this version (seed ${SEED}), has lost and doubled nothing`,
  async (name) => {
    await using place = await temporaryFolder()
    const untouched = await copyOlderHome(name, join(place.path, 'untouched'))
    using keyring = await unlockedKeyring(untouched)
    const masterKey = keyring.masterKey()
    const before = await tablesOf(untouched, masterKey)

    const calm = await copyOlderHome(name, join(place.path, 'calm'))
    const whole = await open(calm, masterKey)
    await expectAsWritten(calm, masterKey, before)
    const present = await stateOf(calm, masterKey)
    expect(present.tables.size).toBeGreaterThan(before.size)

    const random = seededRandom(SEED)
    for (let [kills, tries] = [0, 0]; kills < KILLS; tries += 1) {
      const part = random()
      const kill = tries % 2 === 0 ? { afterMs: part * whole.ms } : { atStep: 1 + Math.floor(part * whole.steps) }
      const folder = await copyOlderHome(name, join(place.path, `killed-${tries}`))
      const { isKilled } = await open(folder, masterKey, kill)
      if (isKilled) kills += 1
      await expectAsWritten(folder, masterKey, before)
      expect(await open(folder, masterKey)).toMatchObject({ isKilled: false })
      await expectAsWritten(folder, masterKey, before)
      expect(await stateOf(folder, masterKey)).toEqual(present)
    }
  },
)
