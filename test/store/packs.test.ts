import { expect, test } from 'vitest'
import { codeOfFailure, openTestStore, temporaryFolder } from './temporary-home.ts'

test('packs are kept as their files, replaced as a whole and removed', async () => {
  await using folder = await temporaryFolder()
  const files = [
    { path: 'pack.yaml', text: 'pack: af\n' },
    { path: 'rules/af.yaml', text: 'rules: []\r\n# µmol\n' },
  ]
  {
    await using opened = await openTestStore(folder.path)
    const { packs } = opened.store.app
    packs.save({ name: 'limits', files: [] }, 't1')
    packs.save({ name: 'af', files: [...files, { path: 'old.yaml', text: '' }] }, 't1')
    packs.save({ name: 'af', files }, 't2')
  }
  await using opened = await openTestStore(folder.path)
  const { packs } = opened.store.app
  expect(packs.list()).toEqual([
    { name: 'af', files },
    { name: 'limits', files: [] },
  ])
  packs.remove('limits')
  expect(packs.list().map(({ name }) => name)).toEqual(['af'])
  expect(await codeOfFailure(() => packs.remove('limits'))).toBe('NOT_FOUND')
})
