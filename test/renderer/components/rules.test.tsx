import { screen } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { Knowledge } from '../../../renderer/knowledge/knowledge.tsx'
import { showPart } from './open-window.tsx'

const heads = () => screen.getAllByTestId('rule').map((one) => one.querySelector('.m')?.textContent ?? '')

test('each rule names its pack by title, and those of the user’s field come first', async () => {
  history.replaceState({ place: { name: 'knowledge', knowledgeTab: 'rules' } }, '')
  await showPart(<Knowledge />, {
    prepare: (state) => {
      state.settings.field = 'law'
      state.rules.push({ ...state.rules[0]!, pack: 'lease-notices', rule: 'late', title: 'Break notice is late' })
    },
  })
  await screen.findAllByText(/^Lease notices, source/)
  const [first, ...others] = heads().map((head) => head.split(',')[0])
  expect(first).toBe('Lease notices')
  expect(new Set(others)).toEqual(new Set(['AF demo']))
})

test('a pack that comes along says so, one of the user’s own says its language, and none says its key', async () => {
  history.replaceState({ place: { name: 'knowledge', knowledgeTab: 'packs' } }, '')
  await showPart(<Knowledge />)
  const packs = await screen.findAllByTestId('pack')
  const said = packs.map((one) => one.querySelector('th')?.textContent)
  expect(said[0]).toBe('AF demo 0.4Comes with Consilium')
  expect(said[1]).toMatch(/^Lease notices 1\.3English/)
})
