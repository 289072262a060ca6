import { screen, waitFor } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { ENDED_BY_LOCK, NO_ANSWER } from '../../../wording/process-end.ts'
import { openWindow } from './open-window.tsx'

const PASSPHRASE = 'correct horse'
const QUESTION = /^Question about/
const field = () => screen.findByLabelText<HTMLInputElement>('Passphrase')
const isTried = (calls: readonly string[], times: number) =>
  waitFor(() => expect(calls.filter((one) => one === 'home/unlock')).toHaveLength(times), { timeout: 8000 })

/** A locked window whose engine opens nothing and says nothing more to a passphrase: it is about to end. */
async function lockedWindow() {
  const shown = await openWindow({ lock: 'locked' })
  shown.state.passphrase = 'of no engine'
  return { ...shown, release: shown.holdAnswers('home/unlock') }
}

test('a passphrase that meets an engine which ends by the lock opens the home on the fresh one', async () => {
  const { user, calls, lines, state, release } = await lockedWindow()
  await user.type(await field(), `${PASSPHRASE}{Enter}`)
  await isTried(calls, 1)
  state.passphrase = PASSPHRASE
  lines.at(-1)?.close(ENDED_BY_LOCK)
  release()
  await screen.findByRole('link', { name: 'Settings' })
  expect(screen.queryByTestId('failure')).toBeNull()
})

test('a passphrase that could not be tried stays in its field, and one that was wrong does not', async () => {
  const { user, calls, lines, release } = await lockedWindow()
  await user.type(await field(), `${PASSPHRASE}{Enter}`)
  for (const times of [1, 2]) {
    await isTried(calls, times)
    lines.at(-1)?.close('killed by SIGKILL')
  }
  await screen.findByTestId('failure')
  expect((await field()).value).toBe(PASSPHRASE)
  release()
  await user.type(await field(), '{Enter}')
  await screen.findByText('Use the recovery key…')
  expect((await field()).value).toBe('')
})

test('a passphrase that nobody sends does not stay in its field', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  try {
    const { user } = await lockedWindow()
    await user.type(await field(), PASSPHRASE)
    expect((await field()).value).toBe(PASSPHRASE)
    vi.advanceTimersByTime(600_000)
    await waitFor(async () => expect((await field()).value).toBe(''))
  } finally {
    vi.useRealTimers()
  }
})

test('the passphrase of a backup does not stay in its fields once the backup is written', async () => {
  history.replaceState({ place: { matter: null, name: 'settings', section: 'backup' } }, '')
  const { user } = await openWindow()
  await user.type(await screen.findByLabelText('Folder'), '/media/disk/backup')
  for (const label of ['Passphrase', 'Repeat passphrase']) await user.type(screen.getByLabelText(label), PASSPHRASE)
  await user.click(screen.getByRole('button', { name: 'Back up' }))
  await screen.findByText(/4 files .* written to \/media\/disk\/backup/)
  for (const label of ['Passphrase', 'Repeat passphrase'])
    expect(screen.getByLabelText(label)).toHaveProperty('value', '')
})

/** The engine is there again, and needs the passphrase. */
function restartLocked({ state, lines }: Awaited<ReturnType<typeof openWindow>>, reason: string): void {
  state.lock = 'locked'
  lines.at(-1)?.close(reason)
}

async function openAsk() {
  history.replaceState({ place: { matter: 'm-sample-hollis-v-marlowe', name: 'ask' } }, '')
  return openWindow()
}

test('a question that an engine leaves without an answer is in its box again once the home is unlocked', async () => {
  const shown = await openAsk()
  shown.state.heldAfterClaims = 0
  await shown.user.type(await screen.findByLabelText(QUESTION), 'Who owes what{Enter}')
  await screen.findByTestId('answer')
  restartLocked(shown, 'killed by SIGKILL')
  await shown.user.type(await field(), `${PASSPHRASE}{Enter}`)
  expect(await screen.findByLabelText(QUESTION)).toHaveProperty('value', 'Who owes what')
})

test.each([
  ['is there again after the engine stopped by itself', 'killed by SIGKILL', 'Who owes'],
  ['is gone after the home was locked', ENDED_BY_LOCK, ''],
  ['is gone after the home was locked while the line was down', NO_ANSWER, ''],
])('what is half typed %s', async (_what, reason, text) => {
  const shown = await openAsk()
  await shown.user.type(await screen.findByLabelText(QUESTION), 'Who owes')
  restartLocked(shown, reason)
  await field()
  expect(screen.queryByText(/^The engine stopped/) !== null).toBe(text !== '')
  await shown.user.type(await field(), `${PASSPHRASE}{Enter}`)
  expect(await screen.findByLabelText(QUESTION)).toHaveProperty('value', text)
})

const FOLLOW_UP = 'Ask a follow-up'

function goTo(answer: string | null | undefined): void {
  const state = { place: { matter: 'm-sample-hollis-v-marlowe', name: 'ask', answer: answer ?? null } }
  history.pushState(state, '')
  window.dispatchEvent(new PopStateEvent('popstate', { state }))
}

type Shown = Awaited<ReturnType<typeof openAsk>>

/** Asks in the box of that label, and waits until so many questions have reached the engine, or wait behind one that did. */
async function askIn({ user, state }: Shown, label: RegExp | string, question: string, answers: number): Promise<void> {
  await user.type(await screen.findByLabelText(label), `${question}{Enter}`)
  await screen.findByRole('article', { name: question })
  await waitFor(() => expect(state.answers).toHaveLength(answers))
}

async function crashAndUnlock(shown: Shown): Promise<void> {
  restartLocked(shown, 'killed by SIGKILL')
  await shown.user.type(await field(), `${PASSPHRASE}{Enter}`)
}

test('a follow-up that is lost while another thread is read is in the box of its own thread again', async () => {
  const shown = await openAsk()
  const idOf = (at: number) => shown.state.answers[at]?.answerId
  await askIn(shown, QUESTION, 'Who owes what', 1)
  goTo(null)
  await askIn(shown, QUESTION, 'Who signed', 2)
  goTo(idOf(0))
  await screen.findByRole('article', { name: 'Who owes what' })
  shown.state.heldAfterClaims = 0
  await askIn(shown, FOLLOW_UP, 'Since when', 2)
  goTo(idOf(1))
  await screen.findByRole('article', { name: 'Who signed' })
  await crashAndUnlock(shown)
  await screen.findByRole('article', { name: 'Who signed' })
  expect(screen.getByLabelText(FOLLOW_UP)).toHaveProperty('value', '')
  goTo(idOf(0))
  await screen.findByRole('article', { name: 'Who owes what' })
  expect(screen.getByLabelText(FOLLOW_UP)).toHaveProperty('value', 'Since when')
})

test('a follow-up that is lost at the address of a later answer is in the box of the thread again', async () => {
  const shown = await openAsk()
  await askIn(shown, QUESTION, 'Who owes what', 1)
  await askIn(shown, FOLLOW_UP, 'Who signed', 2)
  await waitFor(() => expect(document.querySelector('article[data-state=writing]')).toBeNull())
  // From here on the thread is what is stored.
  await crashAndUnlock(shown)
  await screen.findByRole('article', { name: 'Who signed' })
  goTo(shown.state.answers[1]?.answerId)
  shown.state.heldAfterClaims = 0
  await askIn(shown, FOLLOW_UP, 'Since when', 2)
  await crashAndUnlock(shown)
  await screen.findByRole('article', { name: 'Who owes what' })
  expect(await screen.findByLabelText(FOLLOW_UP)).toHaveProperty('value', 'Since when')
})

test('all first questions that are lost are in the box of the first again, and the thread that is read stays', async () => {
  const shown = await openAsk()
  await askIn(shown, QUESTION, 'Who owes what', 1)
  shown.state.heldAfterClaims = 0
  goTo(null)
  await askIn(shown, QUESTION, 'Who signed', 1)
  await askIn(shown, FOLLOW_UP, 'Since when', 1)
  goTo(null)
  await askIn(shown, QUESTION, 'Who paid', 1)
  goTo(shown.state.answers[0]?.answerId)
  await screen.findByRole('article', { name: 'Who owes what' })
  await crashAndUnlock(shown)
  await screen.findByRole('article', { name: 'Who owes what' })
  goTo(null)
  expect(await screen.findByLabelText(QUESTION)).toHaveProperty('value', 'Who signed\nSince when\nWho paid')
})

test('a follow-up that is half typed in a thread of this session is there again after the engine stopped by itself', async () => {
  const shown = await openAsk()
  await askIn(shown, QUESTION, 'Who owes what', 1)
  await waitFor(() => expect(document.querySelector('article[data-state=writing]')).toBeNull())
  await shown.user.type(await screen.findByLabelText(FOLLOW_UP), 'Since wh')
  await crashAndUnlock(shown)
  await screen.findByRole('article', { name: 'Who owes what' })
  expect(await screen.findByLabelText(FOLLOW_UP)).toHaveProperty('value', 'Since wh')
})
