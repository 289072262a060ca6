import type { Page } from '@playwright/test'
import { leaseVersions } from './stand-in/invented-documents.ts'
import type { StandInHost } from './stand-in/serve-stand-in.ts'

type Screen = { readonly options: object; show(page: Page, host: StandInHost): Promise<void> }
type Go = (page: Page, name: string) => Promise<void>

/** The pictures of drafts, for `take-screenshots.ts`. */
export function draftScreens(openMatter: (page: Page) => Promise<void>, go: Go): Readonly<Record<string, Screen>> {
  const drafts = async (page: Page) => {
    await openMatter(page)
    await go(page, 'Drafts')
  }
  const check = async (page: Page) => {
    await drafts(page)
    await page.getByTestId('draft').getByRole('button').first().click()
  }
  const compare = async (page: Page, host: StandInHost) => {
    host.state.documents.push(...leaseVersions())
    await drafts(page)
    await page.getByRole('tab', { name: 'Compare versions' }).click()
    await page.getByLabel('Earlier version').selectOption({ label: 'Lease, draft 2.docx' })
    await page.getByLabel('Later version').selectOption({ label: 'Lease, draft 3.docx' })
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
  }
  return {
    drafts: { options: {}, show: async (page) => (await drafts(page), page.getByTestId('draft').waitFor()) },
    'draft-check': {
      options: {},
      async show(page) {
        await check(page)
        await page.getByTestId('finding').nth(2).click()
        await page.getByTestId('highlight').first().waitFor()
      },
    },
    'draft-check-running': {
      options: {},
      async show(page, host) {
        host.state.heldAfterFindings = 4
        await check(page)
        await page.getByTestId('finding').nth(2).waitFor()
      },
    },
    'draft-check-clean': {
      options: {},
      async show(page, host) {
        host.state.findings = []
        await check(page)
        await page.getByText('Nothing to decide').waitFor()
      },
    },
    compare: {
      options: {},
      async show(page, host) {
        await compare(page, host)
        await page.getByTestId('change').filter({ hasText: 'To 16.2' }).click()
      },
    },
    'compare-unrelated': {
      options: {},
      async show(page, host) {
        host.state.comparison.end = { unrelated: true, sameShare: 0.08 }
        await compare(page, host)
        await page.getByRole('note').waitFor()
      },
    },
  }
}
