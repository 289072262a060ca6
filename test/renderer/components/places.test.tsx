import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { PLACES, type Place } from '../../../renderer/state/place.ts'
import { t } from '../../../wording/translate.ts'
import { openWindow } from './open-window.tsx'

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
