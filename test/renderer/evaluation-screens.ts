import type { Page } from '@playwright/test'

type Screen = { readonly options: object; show(page: Page): Promise<void> }

/** The pictures of evaluation, for `take-screenshots.ts`. */
export function evaluationScreens(
  openMatter: (page: Page) => Promise<void>,
  go: (page: Page, name: string) => Promise<void>,
): Readonly<Record<string, Screen>> {
  const open = async (page: Page) => {
    await openMatter(page)
    await go(page, 'Quality')
    await page.getByTestId('run').first().waitFor()
  }
  return {
    evaluation: {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'Compare with run 1' }).click()
        await page.getByTestId('comparison').waitFor()
        await page.getByTestId('escalation-words').waitFor()
        await page.getByTestId('agreement-series').first().waitFor()
        await page.getByTestId('row').first().waitFor()
      },
    },
    'evaluation-agreement': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'Compare with run 1' }).click()
        await page.getByTestId('escalation-words').waitFor()
        await page.getByTestId('row').first().waitFor()
        await page.getByTestId('agreement-series').first().scrollIntoViewIfNeeded()
      },
    },
    'evaluation-escalation': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'Compare with run 1' }).click()
        await page.getByTestId('row').first().waitFor()
        await page.getByTestId('escalation-words').scrollIntoViewIfNeeded()
      },
    },
    'evaluation-wrong': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('radio', { name: 'Wrong', exact: true }).click()
        await page.getByRole('button', { name: 'Make a lesson' }).first().scrollIntoViewIfNeeded()
      },
    },
    'evaluation-card': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'Make a lesson' }).first().click()
        await page.getByRole('dialog').waitFor()
      },
    },
    'evaluation-questions': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'Show questions' }).click()
        await page.getByTestId('question').first().waitFor()
      },
    },
    'evaluation-optimise': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'Optimise' }).click()
        await page.getByTestId('optimised').waitFor()
      },
    },
    'evaluation-run': {
      options: {},
      async show(page) {
        await open(page)
        await page.getByRole('button', { name: 'Run again' }).click()
        await page.getByLabel('How many questions').fill('24')
      },
    },
  }
}
