import { screen } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { PackChoice } from '../../../renderer/facts/matter-law.tsx'
import { showPart } from './open-window.tsx'

test.each([
  ['a sample matter', true, [], ['AF demo 0.4', 'Lease notices 1.3']],
  ['a matter of one’s own', false, [], ['Lease notices 1.3']],
  ['a matter of one’s own that uses one', false, ['af-demo'], ['AF demo 0.4', 'Lease notices 1.3']],
])('in %s the packs that only show what rules can do are offered rightly', async (_where, sample, used, offered) => {
  await showPart(<PackChoice used={used} />, {
    prepare: (state) => state.matters.forEach((one) => (one.sample = sample)),
  })
  await screen.findByRole('switch', { name: /Lease notices/ })
  expect(screen.getAllByRole('switch').map(nameOf)).toEqual(offered)
})

function nameOf(one: HTMLElement): string | null | undefined {
  return document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent
}
