import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { ENDED_BY_LOCK } from '../../../wording/process-end.ts'
import { PLACES, type Place } from '../../../renderer/state/place.ts'
import { t } from '../../../wording/translate.ts'
import { openWindow } from './open-window.tsx'
import { closeWindows } from './show.tsx'

/** The window at a place, as a reload finds it. */
async function openAt(place: Partial<Place>) {
  history.replaceState({ place: { matter: 'm-sample-hollis-v-marlowe', ...place } }, '')
  const part = await openWindow()
  await waitFor(() => expect(document.querySelector('#work h1')?.textContent).toBeTruthy())
  return { ...part, work: document.getElementById('work') as HTMLElement }
}

const failures = () => screen.queryAllByTestId('failure').map(({ textContent }) => textContent)

test.each(PLACES)('$name opens where the window was left, with one heading and no failure', async ({ name }) => {
  const { work } = await openAt({ name })
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
  const links = within(screen.getByRole('list', { name: 'Places' }))
  expect(links.getByRole('link', { current: 'page' }).textContent).toContain(t(`window.places.${name}`))
  // More than its heading: what it shows has been read.
  const title = work.querySelector('h1')?.textContent ?? ''
  await waitFor(() =>
    expect(work.querySelectorAll('table, form, textarea, input, [role=tabpanel]').length).toBeGreaterThan(0),
  )
  expect(work.textContent?.length).toBeGreaterThan(title.length)
  expect(failures()).toEqual([])
})

test.each(['settings', 'facts', 'knowledge'] as const)('each tab of %s opens, and says no failure', async (name) => {
  const { user } = await openAt({ name })
  const tabs = await screen.findAllByRole('tab')
  expect(tabs.length).toBeGreaterThan(1)
  for (const tab of tabs) {
    await user.click(tab)
    await waitFor(() => expect(tab.getAttribute('aria-selected')).toBe('true'))
    const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '')
    await waitFor(() => expect(panel?.textContent).not.toBe(''))
    expect(failures()).toEqual([])
  }
})

test('after the engine has stopped and started again the lock says why, and not where somebody locked it', async () => {
  const { lines, state } = await openAt({ name: 'ask' })
  state.lock = 'locked'
  lines.at(-1)?.close('killed by SIGKILL')
  await screen.findByText(/^The engine stopped and was restarted/)
  expect(screen.getByRole('heading', { name: 'Consilium is locked.' })).toBeTruthy()
  closeWindows()
  const other = await openAt({ name: 'ask' })
  other.state.lock = 'locked'
  other.lines.at(-1)?.close(ENDED_BY_LOCK)
  await screen.findByRole('heading', { name: 'Consilium is locked.' })
  expect(screen.queryByText(/^The engine stopped/)).toBeNull()
})

test('where the file of the chosen model is gone the question box says so, and leads to the models', async () => {
  history.replaceState({ place: { matter: 'm-sample-hollis-v-marlowe', name: 'ask' } }, '')
  const { state, user } = await openWindow()
  await screen.findByLabelText(/^Question about/)
  expect(screen.queryByTestId('missing-model')).toBeNull()
  state.missingModel = true
  const places = within(screen.getByRole('list', { name: 'Places' }))
  await user.click(places.getByText('Documents'))
  await user.click(places.getByText('Ask'))
  const told = await screen.findByTestId('missing-model')
  expect(told.textContent).toContain('The file of Qwen3 4B is missing')
  await user.click(within(told).getByRole('link'))
  await waitFor(() => expect(document.querySelector('#work h1')?.textContent).toBe('Models'))
})

test('a missing model is told of at length once: by the answer, or else by the question box', async () => {
  const { state, user } = await openAt({ name: 'ask' })
  await user.type(await screen.findByLabelText(/^Question about/), 'Who owes what{Enter}')
  await screen.findByTestId('answer-state')
  const missing = { state: 'extractive', claims: [], model: null, missingModel: 'qwen3-4b' } as const
  Object.assign(state, { missingModel: true, answers: state.answers.map((one) => ({ ...one, ...missing })) })
  state.events.push({ type: 'answers-changed', matter: 'm-sample-hollis-v-marlowe' })
  const places = within(screen.getByRole('list', { name: 'Places' }))
  await user.click(places.getByText('Documents'))
  history.back()
  await screen.findByText(/No answer was written: the file of Qwen3 4B is missing/)
  expect((await screen.findByTestId('missing-model')).textContent).toBe(' Passages only. Models')
})

test.each([
  ['Ask', /^Question about/],
  ['Second opinion', 'Question'],
])('what is half typed in %s is there again after a visit to another place', async (place, label) => {
  const { user } = await openAt({ name: 'settings' })
  const go = (name: string) => user.click(within(screen.getByRole('list', { name: 'Places' })).getByText(name))
  await go(place)
  await user.type(await screen.findByLabelText(label), 'Who owes what')
  await go('Settings')
  await waitFor(() => expect(screen.queryByLabelText(label)).toBeNull())
  await go(place)
  expect(await screen.findByLabelText(label)).toHaveProperty('value', 'Who owes what')
})

test('a question for a second opinion is there again when its preparation is stopped, and gone once it is prepared', async () => {
  const { user, state } = await openAt({ name: 'opinion', packet: null, consultation: null })
  const prepare = () => user.click(screen.getByRole('button', { name: 'Prepare the outgoing text…' }))
  await user.type(await screen.findByLabelText('Question'), 'Who owes what')
  state.waitMs = 60_000
  await prepare()
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(await screen.findByLabelText('Question')).toHaveProperty('value', 'Who owes what')
  state.waitMs = 1
  await prepare()
  await screen.findByText('Exact outgoing text')
  await user.click(within(screen.getByRole('list', { name: 'Places' })).getByText('Second opinion'))
  expect(await screen.findByLabelText('Question')).toHaveProperty('value', '')
})
