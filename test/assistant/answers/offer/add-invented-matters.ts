import { join } from 'node:path'
import type { WholeAssistant } from '../../whole-assistant.ts'
import { MATTERS } from '../../../../bench/offers/invented-matters.ts'

/** Makes the invented matters, with their documents read and their packs in use. */
export async function addInventedMatters(use: WholeAssistant): Promise<void> {
  for (const [name, { packs, documents }] of Object.entries(MATTERS)) {
    await use.client.matter.create({ name })
    for (const pack of packs) await use.client.pack.use({ matter: name, pack, on: true })
    const paths: string[] = []
    for (const [document, text] of Object.entries(documents)) paths.push(await use.write(join(name, document), text))
    for await (const _ of await use.client.library.addPaths({ matter: name, paths }));
  }
}
