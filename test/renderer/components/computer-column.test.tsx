import { screen, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { GraphicsOffer } from '../../../contract/model.ts'
import { ComputerColumn } from '../../../renderer/models/computer-column.tsx'
import { showPart } from './open-window.tsx'
import { show } from './show.tsx'

const COMPUTER = { cores: 8, threads: 7, memoryBytes: 16e9, freeBytes: 8e9, diskFreeBytes: 90e9 }

test.each([
  ['uses', 'vulkan', null, 'vulkan'],
  ['has none of', null, null, 'None that can be used; not needed'],
  ['tries', null, 'no answer yet', /^Being tried\s…$/],
  ['leaves out', null, 'killed by SIGSEGV', /^Not used: its driver failed\. Models run on the processor\./],
])('of a computer that %s a graphics processor it is said', async (_what, graphics, graphicsFault, words) => {
  const computer = { ...COMPUTER, graphics, graphicsFault, graphicsOffers: [] }
  show(
    <ComputerColumn computer={computer} model={undefined} isOpened={false} onMeasure={() => {}} onClose={() => {}} />,
  )
  expect(await screen.findByText(words)).toBeTruthy()
  expect(document.body.textContent).not.toContain('SIGSEGV')
})

const OFFER = { id: 'graphics-vulkan', kind: 'vulkan', bytes: 24e6, installed: false, partialBytes: 0 } as const

async function showOffer(offer: GraphicsOffer) {
  const computer = { ...COMPUTER, graphics: null, graphicsFault: null, graphicsOffers: [offer] }
  return showPart(
    <ComputerColumn computer={computer} model={undefined} isOpened={false} onMeasure={() => {}} onClose={() => {}} />,
  )
}

test('graphics support is downloaded only after it is said from where, how much and for what', async () => {
  const { user } = await showOffer({ ...OFFER, address: 'https://packages.example' })
  await user.click(await screen.findByRole('button', { name: 'Download Graphics support (Vulkan)' }))
  const dialog = await screen.findByRole('dialog')
  for (const words of ['https://packages.example', '24 MB', 'MIT', 'Most graphics processors'])
    expect(within(dialog).getByText(words)).toBeTruthy()
})

test('graphics support that was downloaded can be removed', async () => {
  const { user } = await showOffer({ ...OFFER, installed: true, address: 'https://packages.example' })
  await user.click(await screen.findByRole('button', { name: 'Remove Graphics support (Vulkan)' }))
  expect(await screen.findByText(/^Its files are deleted\./)).toBeTruthy()
})

test('graphics support that came only in part can be removed, or downloaded to its end', async () => {
  const { user } = await showOffer({ ...OFFER, partialBytes: 9e6, address: 'https://packages.example' })
  expect(await screen.findByRole('button', { name: 'Download Graphics support (Vulkan)' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Remove Graphics support (Vulkan)' }))
  expect(await screen.findByText(/^Its files are deleted\./)).toBeTruthy()
})

test('a copy that was built without an address offers no graphics support', async () => {
  await showOffer({ ...OFFER, address: null })
  await screen.findByText('None that can be used; not needed')
  expect(screen.queryByText('Graphics support')).toBeNull()
})
