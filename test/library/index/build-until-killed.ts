import { openDataset } from '../../../library/index/reference-dataset.ts'
import { openReferenceWriter } from '../../../library/index/reference-writer.ts'
import { document, KIND, NO_ENVIRONMENT } from './build-library.ts'

// node build-until-killed.ts FOLDER DOCUMENTS: publishes one edition after the other; in each, every document says which.
const [address = '', documents = '1'] = process.argv.slice(2)

for (;;) {
  using dataset = await openDataset({ address, access: null }, NO_ENVIRONMENT, 'write')
  const writer = await openReferenceWriter(dataset, KIND)
  const next = (writer.previous?.sequence ?? 0) + 1
  for (let number = 0; number < Number(documents); number += 1)
    await writer.put([await document(`${number}.txt`, `Rule of edition ${next}.`, `Costs of edition ${next}.`)])
  const { sequence } = await writer.publish('2026-01-01T00:00:00.000Z')
  process.stdout.write(`published ${sequence}\n`)
}
