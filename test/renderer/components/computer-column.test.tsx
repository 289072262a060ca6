import { screen } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { ComputerColumn } from '../../../renderer/models/computer-column.tsx'
import { show } from './show.tsx'

const COMPUTER = { cores: 8, threads: 7, memoryBytes: 16e9, freeBytes: 8e9, diskFreeBytes: 90e9 }

test.each([
  ['uses', 'vulkan', null, 'vulkan'],
  ['has none of', null, null, 'None that can be used; not needed'],
  ['tries', null, 'no answer yet', /^Being tried\s…$/],
  ['leaves out', null, 'killed by SIGSEGV', /^Not used: its driver failed\. Models run on the processor\./],
])('of a computer that %s a graphics processor it is said', async (_what, graphics, graphicsFault, words) => {
  const computer = { ...COMPUTER, graphics, graphicsFault }
  show(
    <ComputerColumn computer={computer} model={undefined} isOpened={false} onMeasure={() => {}} onClose={() => {}} />,
  )
  expect(await screen.findByText(words)).toBeTruthy()
  expect(document.body.textContent).not.toContain('SIGSEGV')
})
