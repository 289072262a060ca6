import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { PackageKind } from '../../../contract/update.ts'
import { DataSettings } from '../../../renderer/settings/data-settings.tsx'
import type { StandInState } from '../stand-in/stand-in-assistant.ts'
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
  knows(state, null)
  state.events.push({ type: 'settings-changed' })
  await user.click(await screen.findByRole('link', { name: 'Version 0.2.0 is available' }))
  await screen.findByText(/Download it from .*updates\.example\/download/)
})

/** That a newer version is there; null: without a package for this system. */
function knows({ update }: StandInState, kind: PackageKind | null): void {
  update.host = 'updates.example'
  update.known = {
    outcome: 'newer',
    version: '0.2.0',
    running: '0.1.0',
    host: 'updates.example',
    published: '2027-03-01',
    page: 'https://updates.example/download',
    file: kind && {
      kind,
      name: 'Consilium-0.2.0.AppImage',
      address: 'https://files.example/Consilium-0.2.0.AppImage',
      bytes: 180_000_000,
      sha256: 'a'.repeat(64),
    },
    checkedAt: '2027-03-02T09:00:00.000Z',
  }
}

test('a newer version is downloaded when asked, with progress, time left and a pause, then installed, and can be taken back', async () => {
  const rest = Promise.withResolvers<void>()
  const { user, calls, state } = await showPart(<DataSettings />, {
    prepare: (prepared) => {
      knows(prepared, 'appimage')
      prepared.update.rest = rest.promise
    },
  })
  await screen.findByText(/180 MB from files\.example\. It is used only if its size, its checksum/)
  expect(calls.filter((call) => call.startsWith('update/'))).not.toContain('update/download')
  await user.click(screen.getByRole('button', { name: 'Download' }))
  const job = await screen.findByRole('region', { name: 'Download of an update' })
  await waitFor(() =>
    expect(job.textContent).toMatch(/Downloading Consilium 0\.2\.0.*45\sMB of 180\sMB, 1\.0\sMB\/s.*2\smin/),
  )
  await user.click(screen.getByRole('button', { name: 'Pause' }))
  await waitFor(() => expect(job.textContent).toMatch(/Paused: Consilium 0\.2\.0/))
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  rest.resolve()
  state.events.push({ type: 'settings-changed' })
  await screen.findByText(
    /Version 0\.2\.0 is downloaded and checked\. Once installed, it starts in place of this version/,
  )
  expect(calls).not.toContain('update/install')
  await user.click(screen.getByRole('button', { name: 'Install' }))
  state.events.push({ type: 'settings-changed' })
  await screen.findByText(/Installed\. Close Consilium and start it again.*Version 0\.1\.0 is kept/)

  await user.click(screen.getByRole('button', { name: 'Go back to version 0.1.0' }))
  const dialog = await screen.findByRole('dialog', { name: 'Go back to version 0.1.0?' })
  expect(calls).not.toContain('update/goBack')
  await user.click(within(dialog).getByRole('button', { name: 'Go back to version 0.1.0' }))
  await screen.findByText('Version 0.1.0 starts the next time.')
})

test.for([
  ['deb', 'Open installer', /package installer opens the file and asks for permission/],
  ['installer', 'Open installer', /The installer asks you to close Consilium/],
  ['portable', 'Open its folder', /put the new file in the place of the one that you start/],
  ['dmg', 'Open installer', /drag the new version into Applications/],
] as const)('a downloaded %s is handed to the system, and the window says so', async ([kind, button, words]) => {
  const { user } = await showPart(<DataSettings />, {
    prepare: (prepared) => {
      knows(prepared, kind)
      prepared.update.staged = { doneBytes: 180_000_000, ready: true, path: '/x' }
    },
  })
  expect(await screen.findByText(words)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: button }))
  expect(await screen.findByText(/^Handed to your system\. The checked file is \/updates\/Consilium/)).toBeTruthy()
})

test('what an earlier download has left is said, and going back to a version says where the data lies as it was', async () => {
  const { user } = await showPart(<DataSettings />, {
    prepare: (prepared) => {
      knows(prepared, 'appimage')
      prepared.update.staged = { doneBytes: 90_000_000, ready: false, path: '/x' }
      prepared.update.previous = { version: '0.0.9', isRunning: false }
      const folder = '/home/ada/consilium/before-migration'
      prepared.update.copies = { folder, files: 3, bytes: 4_200_000, madeAt: '2027-03-02T09:00:00.000Z' }
    },
  })
  await screen.findByText(/90 MB of 180 MB already downloaded/)
  expect(screen.getByRole('button', { name: 'Resume download' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Go back to version 0.0.9' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toMatch(/refuses to open it until you put back the copies/)
  await user.click(within(dialog).getByRole('button', { name: 'Go back to version 0.0.9' }))
  await screen.findByText(/before you start it, put back the copies in \/home\/ada\/consilium\/before-migration/)
})
