import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'

const os = implement(contract)

/** Jobs over whole documents are shown with the real engine alone (`test/browser/surveys.test.ts`). */
export function surveyPart() {
  const { survey } = os
  return {
    table: survey.table.handler(async function* () {}),
    chronology: survey.chronology.handler(async function* () {}),
    summary: survey.summary.handler(async function* () {}),
    columns: survey.columns.handler(() => []),
    tableSheet: survey.tableSheet.handler(() => ({ file: new File([], 'Table.csv') })),
    chronologySheet: survey.chronologySheet.handler(() => ({ file: new File([], 'Chronology.csv') })),
  }
}
