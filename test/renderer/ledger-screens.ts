import type { Page } from '@playwright/test'
import { inventLedger } from './stand-in/invented-ledger.ts'
import type { StandInHost } from './stand-in/serve-stand-in.ts'

type Screen = { readonly options: object; show(page: Page, host: StandInHost): Promise<void> }

/** The pictures of the ledger, for `take-screenshots.ts`. */
export function ledgerScreens(
  openMatter: (page: Page) => Promise<void>,
  go: (page: Page, name: string) => Promise<void>,
): Readonly<Record<string, Screen>> {
  const open = async (page: Page) => {
    await openMatter(page)
    await go(page, 'Audit log')
    await page.getByTestId('ledger-entry').first().waitFor()
  }
  const verify = async (page: Page) => {
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByTestId('verified-at').waitFor()
  }
  return {
    ledger: {
      options: {},
      async show(page) {
        await open(page)
        await verify(page)
        await page.getByText('The chain is unbroken').waitFor()
      },
    },
    'ledger-broken': {
      options: {},
      async show(page, host) {
        const entries = inventLedger(10_000)
        entries[841] = { ...entries[841]!, time: '2026-01-20T09:00:00Z' }
        host.state.ledger = entries
        await open(page)
        await verify(page)
        await page.getByRole('button', { name: 'Show entry 842' }).waitFor()
      },
    },
    'ledger-found': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('radio', { name: 'questions' }).click()
        await page.getByRole('searchbox').fill('not found')
        await page.getByText('1 entry of').waitFor()
      },
    },
    'ledger-program': {
      options: {},
      async show(page) {
        await go(page, 'Audit log')
        await page.getByTestId('ledger-entry').first().waitFor()
      },
    },
  }
}
