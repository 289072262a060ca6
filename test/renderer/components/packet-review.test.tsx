import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { PacketReview } from '../../../renderer/second-opinion/review/packet-review.tsx'
import type { Packet } from '../../../contract/opinions/packet.ts'
import { PACKET_QUESTION } from '../stand-in/invented-packets.ts'
import { showPart } from './open-window.tsx'

const MATTER = 'm-sample-hollis-v-marlowe'

/** The review of a packet that was prepared a moment ago. */
async function review({ isOnline = true } = {}) {
  const part = await showPart(null, {
    prepare: ({ settings }) => {
      settings.network = isOnline
    },
  })
  const provider = (await part.client.provider.list())[0]?.provider ?? ''
  const asked = { matter: MATTER, question: PACKET_QUESTION, provider, sources: [], differential: false }
  let packet: Packet | null = null
  for await (const event of await part.client.packet.prepare(asked)) if (event.type === 'packet') packet = event.packet
  if (!packet) throw new Error('Expected a packet.')
  part.show(<PacketReview packet={packet} />)
  await screen.findByTestId('panes')
  return { ...part, packet }
}

test('what leaves stands beside what stays, with names replaced and public law kept', async () => {
  const { packet } = await review()
  const panes = screen.getByTestId('panes')
  expect(panes.textContent).toContain('Hollis Bakery Ltd')
  expect(packet.text).not.toContain('Hollis Bakery Ltd')
  expect(screen.getByTestId('characters').textContent).toContain('characters')
  expect(packet.text).toContain('Law of Property Act 1925')
})

test('nothing can be sent while a word is undecided, and it says how many are', async () => {
  const { user, calls } = await review()
  const send = screen.getByRole('button', { name: /^Approve and send/ })
  expect(send.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByTestId('why-not-send').textContent).toMatch(/Decide \d+ words first\./)
  await user.click(send)
  expect(calls).not.toContain('packet/send')
})

test('a group of words is decided by one letter, and the next one takes the focus', async () => {
  const { user } = await review()
  const groups = screen.getAllByTestId('flag-group')
  groups[0]?.focus()
  await user.keyboard('m')
  await waitFor(() => expect(screen.getAllByTestId('flag-group')).toHaveLength(groups.length - 1))
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId('flag-group')[0]))
})

test('once all is decided, off the network the reason is the network alone', async () => {
  const { user } = await review({ isOnline: false })
  expect(screen.getByTestId('why-not-send').textContent).toContain('Then switch the network on; it is off.')
  for (let left = screen.queryAllByTestId('flag-group').length; left > 0; left -= 1) {
    await user.click(
      within(screen.getAllByTestId('flag-group')[0] as HTMLElement).getByRole('button', { name: /^Keep/ }),
    )
    await waitFor(() => expect(screen.queryAllByTestId('flag-group')).toHaveLength(left - 1))
  }
  expect(screen.getByTestId('open-flags').textContent).toBe('All decided')
  expect(screen.getByTestId('why-not-send').textContent).toBe('Switch the network on; it is off.')
})

test('the exact bytes are those that are hashed', async () => {
  const { user, packet } = await review()
  await user.click(screen.getByRole('button', { name: 'Exact bytes…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Exact bytes of the request' })
  expect(within(dialog).getByTestId('body').textContent).toBe(packet.body)
  expect(dialog.textContent).toContain(packet.hash)
})
