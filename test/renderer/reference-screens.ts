import type { Page } from '@playwright/test'
import type { StandInHost } from './stand-in/serve-stand-in.ts'

type Screen = { readonly options: object; show(page: Page, host: StandInHost): Promise<void> }

/** The pictures of reference libraries, for `take-screenshots.ts`. */
export function referenceScreens(
  openMatter: (page: Page) => Promise<void>,
  tab: (page: Page, name: string) => Promise<void>,
): Readonly<Record<string, Screen>> {
  return {
    references: {
      options: {},
      async show(page) {
        await openMatter(page)
        await tab(page, 'References')
        await page.getByTestId('reference').first().waitFor()
      },
    },
    'references-attach': {
      options: {},
      async show(page, host) {
        host.state.settings.network = true
        host.state.events.push({ type: 'settings-changed' })
        await tab(page, 'References')
        await page.getByRole('button', { name: 'Attach' }).click()
        await page.getByLabel('Name here').fill('Team guidelines')
        await page.getByLabel('Folder, or address').fill('s3://practice/guidelines')
        await page.getByRole('button', { name: 'Attach', exact: true }).click()
        await page.getByTestId('failure').waitFor()
      },
    },
    'references-build': {
      options: {},
      async show(page) {
        await tab(page, 'References')
        await page.getByRole('button', { name: 'Build from a folder' }).click()
        await page.getByLabel('Name').fill('Housing law')
        await page.getByLabel('Folder with').fill('/home/user/housing')
        await page.getByRole('button', { name: 'Build', exact: true }).click()
        await page.getByRole('button', { name: 'Close' }).waitFor()
      },
    },
    'references-remove': {
      options: {},
      async show(page) {
        await tab(page, 'References')
        await page.getByRole('button', { name: 'Remove Property statutes' }).click()
      },
    },
  }
}
