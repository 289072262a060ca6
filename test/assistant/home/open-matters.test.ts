import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createOpenMatters, type OpenMatter } from '../../../assistant/home/open-matters.ts'
import type { AnswerStore } from '../../../assistant/home/home-session.ts'
import { message } from '../../../wording/message.ts'
import { MATTER, openTestStore, temporaryFolder } from '../../store/temporary-home.ts'
import { until } from '../../patience.ts'

async function setUp() {
  const life = new AsyncDisposableStack()
  const { path } = life.use(await temporaryFolder())
  const { store } = life.use(await openTestStore(join(path, 'home')))
  const { id } = await store.createMatter(MATTER)
  const log: string[] = []
  const opened: OpenMatter[] = []
  const matters = createOpenMatters({
    store: () => store as unknown as AnswerStore,
    embedder: async () => null,
    onOpened(matter) {
      opened.push(matter)
      log.push('opened')
    },
    async onClosing() {
      log.push('closing')
    },
  })
  life.defer(() => matters.closeAll())
  return { store, id, log, opened, matters, [Symbol.asyncDispose]: () => life.disposeAsync() }
}

describe('the matters that are open', () => {
  test('are opened once, by name or id, however many ask at the same time', async () => {
    await using home = await setUp()
    const [one, two] = await Promise.all([home.matters.open(home.id), home.matters.open(MATTER.matter.toUpperCase())])
    expect(one).toBe(two)
    expect(home.log).toEqual(['opened'])
    expect(home.matters.all()).toEqual([one])
  })

  test('say that there is no such matter', async () => {
    await using home = await setUp()
    await expect(home.matters.open('Nobody v Nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('are opened to take files, but for samples, which say that they take none', async () => {
    await using home = await setUp()
    const sample = await home.store.createMatter({ ...MATTER, matter: 'Sample', sample: true })
    await expect(home.matters.openToAdd('Sample')).rejects.toMatchObject({
      code: 'WRONG_USE',
      said: message('failures.matters.isSample', { matter: 'Sample' }),
    })
    expect(home.log).toEqual([])
    expect(await home.matters.open(sample.id)).toMatchObject({ isSample: true })
    expect(await home.matters.openToAdd(home.id)).toMatchObject({ id: home.id, isSample: false })
    await expect(home.matters.openToAdd('Nobody v Nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('close only when those who use them have ended, who are told', async () => {
    await using home = await setUp()
    const matter = await home.matters.open(home.id)
    const user = matter.users.enter()
    const closing = home.matters.close(home.id)
    await until(() => matter.closing.aborted)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(home.log).toEqual(['opened'])
    user[Symbol.dispose]()
    await closing
    expect(home.log).toEqual(['opened', 'closing'])
    expect(home.matters.all()).toEqual([])
  })

  test('that are being opened when they are to be closed are opened, then closed', async () => {
    await using home = await setUp()
    const opening = home.matters.open(home.id)
    await home.matters.closeAll()
    await opening
    expect(home.log).toEqual(['opened', 'closing'])
    expect(home.matters.all()).toEqual([])
  })

  test('that are being deleted are opened by nobody meanwhile, and are not found afterwards', async () => {
    await using home = await setUp()
    await home.matters.open(home.id)
    const deleting = home.matters.whileClosed(home.id, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      await home.store.deleteMatter(home.id)
    })
    const late = home.matters.open(home.id)
    await deleting
    await expect(late).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(home.log).toEqual(['opened', 'closing'])
  })

  test('go by their new name once renamed, those that are just being opened too', async () => {
    await using home = await setUp()
    const opening = home.matters.open(home.id)
    expect(home.matters.rename(MATTER.matter, 'Hollis')).toMatchObject({ id: home.id, matter: 'Hollis' })
    const matter = await opening
    expect(matter.name).toBe('Hollis')
    home.matters.rename('Hollis', 'Hollis v Marlowe, appeal')
    expect(matter.name).toBe('Hollis v Marlowe, appeal')
    expect(await home.matters.open('hollis v marlowe, appeal')).toBe(matter)
    await expect(home.matters.open(MATTER.matter)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('are opened anew after they were closed', async () => {
    await using home = await setUp()
    const before = await home.matters.open(home.id)
    const closing = home.matters.close(home.id)
    const after = await home.matters.open(home.id)
    await closing
    expect(after).not.toBe(before)
    expect((await after.library.search({ question: 'anything', limit: 1 })).hits).toEqual([])
    expect(home.log).toEqual(['opened', 'closing', 'opened'])
  })

  test('can be opened later when the first try failed', async () => {
    await using home = await setUp()
    let fails = true
    const matters = createOpenMatters({
      store: () => home.store as unknown as AnswerStore,
      embedder: () => (fails ? Promise.reject(new Error('no models folder')) : Promise.resolve(null)),
      onOpened: () => {},
      onClosing: async () => {},
    })
    await expect(matters.open(home.id)).rejects.toThrow('no models folder')
    fails = false
    expect((await matters.open(home.id)).id).toBe(home.id)
    await matters.closeAll()
  })
})
