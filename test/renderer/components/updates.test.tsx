import { screen, waitFor } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { DataSettings } from '../../../renderer/settings/data-settings.tsx'
import { openWindow, showPart } from './open-window.tsx'

test('a copy that was built without an address says so, and how it is updated', async () => {
  await showPart(<DataSettings />)
  await screen.findByText(/built without an update address.*install a newer version over this one/)
  expect(screen.queryByRole('button', { name: 'Check for updates' })).toBeNull()
})

test('a newer version is looked for when the button is pressed, and not before', async () => {
  const { user, calls, state } = await showPart(<DataSettings />, {
    prepare: ({ update }) => void (update.host = 'updates.example'),
  })
  const press = await screen.findByRole('button', { name: 'Check for updates' })
  expect(calls).not.toContain('update/check')
  for (const [found, words] of [
    ['newer', /Version 0\.2\.0 of .*2027 is available.*updates\.example\/download/],
    ['same', /Version 0\.1\.0 is the newest/],
    ['older', /offers version 0\.0\.9, which is older than version 0\.1\.0\. Do not install it/],
  ] as const) {
    state.update.found = found
    await user.click(press)
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(words))
  }
})

test('where the data was copied to before the last update is said with its size and day', async () => {
  const folder = '/home/ada/consilium/before-migration'
  await showPart(<DataSettings />, {
    prepare: ({ update }) =>
      void (update.copies = { folder, files: 3, bytes: 4_200_000, madeAt: '2027-03-02T09:00:00.000Z' }),
  })
  const words = await screen.findByText(/Before the last update/)
  expect(words.textContent).toContain(folder)
  expect(words.textContent).toMatch(/4\.2 MB.*2027/)
})

test('once a week is off until the user says so', async () => {
  const changes: unknown[] = []
  const { user } = await showPart(<DataSettings />, {
    shell: { changeSettings: async (change) => void changes.push(change) },
    prepare: ({ update }) => void (update.host = 'updates.example'),
  })
  const box = await screen.findByRole('checkbox', { name: /once a week/ })
  expect((box as HTMLInputElement).checked).toBe(false)
  await user.click(box)
  expect(changes).toEqual([{ checksForUpdates: true }])
})

test('the navigation names a newer version that a weekly check found, and leads to what is said of it', async () => {
  const { user, state } = await openWindow()
  await screen.findByRole('navigation')
  expect(screen.queryByText(/is available/)).toBeNull()
  state.update.known = {
    outcome: 'newer',
    version: '0.2.0',
    running: '0.1.0',
    host: 'updates.example',
    published: '2027-03-01',
    page: 'https://updates.example/download',
    checkedAt: '2027-03-02T09:00:00.000Z',
  }
  state.update.host = 'updates.example'
  state.events.push({ type: 'settings-changed' })
  await user.click(await screen.findByRole('link', { name: 'Version 0.2.0 is available' }))
  await screen.findByText(/Download it from .*updates\.example\/download/)
})
