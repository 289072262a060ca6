import type { Page } from '@playwright/test'
import { COMPARISON, IN_PART, LIST, NOT_WRITTEN } from './stand-in/invented-scenes.ts'

type Screen = { readonly options: { readonly waitMs?: number }; show(page: Page): Promise<void> }
type Ask = (page: Page, question: string, state: string) => Promise<void>

/** The pictures of answers that are not whole, and of offers, for `take-screenshots.ts`. */
export function answerScreens(ask: Ask): Readonly<Record<string, Screen>> {
  return {
    'ask-in-part': {
      options: {},
      async show(page) {
        await ask(page, IN_PART, 'answered-in-part')
        await page.getByTestId('claim').nth(1).getByTestId('citation').click()
        await page.waitForTimeout(600)
      },
    },
    'ask-not-written': {
      options: {},
      show: (page) => ask(page, NOT_WRITTEN, 'not-written'),
    },
    'ask-offer': {
      options: { waitMs: 60 },
      async show(page) {
        await ask(page, LIST, 'writing')
        await page.getByTestId('claim').first().waitFor()
      },
    },
    'ask-each': {
      options: {},
      async show(page) {
        await ask(page, COMPARISON, 'answered')
        await page.getByRole('button', { name: 'Answer each' }).click()
        await page.getByTestId('party').nth(1).getByTestId('claim').waitFor()
        await page.waitForTimeout(400)
      },
    },
  }
}
