import { expect, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { serveHome } from './serve-home.ts'

test('a passphrase locks the window, a wrong one is refused in words, the right one opens it where one was', async ({
  page,
}) => {
  await using served = await serveHome()
  await page.goto(served.url)
  await page.getByLabel('Passphrase', { exact: true }).fill('marlowe in the rain')
  await page.getByLabel('Repeat passphrase').fill('marlowe in the rain')
  await page.getByRole('button', { name: 'Use this passphrase' }).click()
  await expect(page.getByRole('heading', { name: /ask the first question now/ })).toBeVisible()
  await page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Encryption' }).click()
  await page.getByRole('button', { name: 'Lock now' }).click()
  await expect(page.getByRole('heading', { name: /Consilium is locked/ })).toBeVisible()
  // Nothing of the matters is left on the screen.
  expect(await page.locator('body').innerText()).not.toContain('tenancy')
  await expectNoViolations(page, 'locked')

  await page.getByLabel('Passphrase').fill('marlowe in the sun')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('failure')).toBeVisible()
  await expectNoViolations(page, 'wrong passphrase')
  await expect(page.getByLabel('Passphrase')).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('heading', { name: /Consilium is locked/ })).toBeVisible()

  await page.getByLabel('Passphrase').fill('marlowe in the rain')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Encryption' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('navigation').getByText('A tenancy dispute').first()).toBeVisible()
})
