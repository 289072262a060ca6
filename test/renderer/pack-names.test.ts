import { expect, test } from 'vitest'
import { packName, packNames } from '../../renderer/knowledge/pack-names.ts'

test('a pack is called by its title; a copy under the same title also by the name its owner gave it', () => {
  const names = packNames([
    { pack: 'af-demo', title: 'Atrial fibrillation', shipped: true },
    { pack: 'af-ours', title: 'Atrial fibrillation', shipped: false },
    { pack: 'notices', title: 'Lease notices', shipped: false },
  ])
  expect(['af-demo', 'af-ours', 'notices'].map((pack) => packName(names, pack))).toEqual([
    'Atrial fibrillation',
    'Atrial fibrillation, copy named af-ours',
    'Lease notices',
  ])
})

test('a pack that is no longer there keeps its key, which is all that is known of it', () => {
  expect(packName(packNames([]), 'af-demo')).toBe('af-demo')
})
