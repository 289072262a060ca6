import { expect, test } from '@playwright/test'
import { expectNoViolations } from './check-access.ts'
import { openWindow } from './open-window.ts'

test('a deadline is counted on its sheet, with the days passed over, what is missing and what is refused', async ({
  browser,
}) => {
  const { served, page, troubles } = await openWindow(browser)
  await served.asking(async (assistant) => {
    await assistant.matter.create({ name: 'Moss', subtitle: 'Deadlines' })
    await assistant.pack.use({ matter: 'Moss', pack: 'legal-time', on: true })
  })
  await page.getByRole('link', { name: 'Moss' }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  const box = page.getByRole('combobox', { name: 'What do you want to know?' })
  await box.fill('Deadline under the Civil Procedure Rules')
  await box.press('Enter')
  const event = page.getByRole('textbox', { name: 'Day of the event' })
  await event.fill('2026-12-23')
  await event.press('Enter')
  await expect(page.locator('.inputs > .missing').getByText('Length in days')).toBeVisible()
  const length = page.getByRole('textbox', { name: 'Length in days', exact: true })
  await length.fill('5')
  await length.press('Enter')
  await expect(page.getByTestId('sheet-result')).toHaveText('Mon 4 Jan 2027')
  const steps = page.getByRole('complementary', { name: 'Details' })
  await expect(steps).toContainText('Christmas Day')
  await expect(page.getByRole('region', { name: /CPR 2\.8/ })).toContainText('Sample rules, not reviewed guidance')
  await expectNoViolations(page, 'a sheet of days')
  await event.fill('2030-12-30')
  await event.press('Enter')
  await expect(steps).toContainText('covers 2020-01-01 to 2030-12-31')
  expect(troubles).toEqual([])
  await page.close()
  await served[Symbol.asyncDispose]()
})
