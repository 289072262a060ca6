import { expect, test } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { serveStandIn } from '../renderer/stand-in/serve-stand-in.ts'
import { expectNoViolations } from './check-access.ts'

test.beforeAll(() => buildIfNeeded())

test('a page that fails says so in its place, the rest of the window goes on, and it can be shown again', async ({
  page,
}) => {
  await using host = await serveStandIn()
  await page.goto(host.url)
  await page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
  // A fault of the program: what tells a time throws while the ledger is drawn.
  await page.evaluate(() => {
    const { prototype } = Intl.DateTimeFormat
    const kept = Object.getOwnPropertyDescriptor(prototype, 'format') ?? {}
    Object.defineProperty(prototype, 'format', {
      configurable: true,
      get() {
        throw new Error('a planted fault')
      },
    })
    Object.assign(window, { mend: () => Object.defineProperty(prototype, 'format', kept) })
  })
  const places = page.getByRole('list', { name: 'Places' })
  await places.getByRole('link', { name: 'Audit log' }).click()
  const failure = page.getByTestId('failure')
  await expect(failure).toContainText('This page could not be shown.')
  await expect(failure).toContainText('are kept')
  await expectNoViolations(page, 'a page that failed')
  await places.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Models', exact: true })).toBeVisible()
  await places.getByRole('link', { name: 'Audit log' }).click()
  await expect(failure).toBeVisible()
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend())
  await failure.getByRole('button', { name: 'Show again' }).click()
  await expect(failure).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()
})
