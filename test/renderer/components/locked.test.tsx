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
