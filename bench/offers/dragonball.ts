import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AssistantClient } from '../../contract/index.ts'

/** Judgments and hospital records that lie beside the repository, read when it is measured: nothing of them is kept here. */
export const SETS = ['dragonball_law', 'dragonball_medical'] as const
type SetName = (typeof SETS)[number]

/** On each set six that ask of every document. */
export const LIST_QUESTIONS: Readonly<Record<SetName, readonly string[]>> = {
  dragonball_law: [
    'List all the defendants and the crime each was convicted of.',
    'What sentence did each defendant receive?',
    'Which defendants pleaded guilty?',
    'How many of the defendants were fined?',
    'Name the judge and the court of every judgment.',
    'List the dates of birth and the occupations of all defendants.',
  ],
  dragonball_medical: [
    'List all patients with their age and diagnosis.',
    'Which patients have a history of allergies?',
    'How many patients are female?',
    'What medication was each patient given?',
    'Give me the admission date and the discharge date of every patient.',
    'Who are the patients, and what was their chief complaint?',
  ],
}

const COMPARISONS: Readonly<Record<SetName, readonly ((one: string, other: string) => string)[]>> = {
  dragonball_law: [
    (one, other) => `Compare the sentence given to ${one} with the sentence given to ${other}.`,
    (one, other) => `How do the crimes of ${one} and ${other} differ?`,
    (one, other) => `Was ${one} or ${other} born earlier?`,
  ],
  dragonball_medical: [
    (one, other) => `Compare the chief complaint of ${one} with the chief complaint of ${other}.`,
    (one, other) => `How do the diagnoses of ${one} and ${other} differ?`,
    (one, other) => `Who was admitted earlier, ${one} or ${other}?`,
  ],
}
const PAIRS = 6

export type Comparison = { readonly question: string; readonly documents: readonly [string, string] }

/** Six comparisons of two people, each of a document of their own, by the first name that a document gives. */
export async function comparisonsOf(set: SetName): Promise<readonly Comparison[]> {
  const people = await peopleIn(set)
  return Array.from({ length: PAIRS }, (_, at): Comparison => {
    const [one, other] = [people[2 * at], people[2 * at + 1]]
    const write = COMPARISONS[set][at % COMPARISONS[set].length]
    if (!one || !other || !write) throw new Error(`Expected ${2 * PAIRS} people in ${set}, got ${people.length}.`)
    return { question: write(one.name, other.name), documents: [one.document, other.document] }
  })
}

/** Those whose surname no other document's person has; where too few names are given, documents go round. */
async function peopleIn(set: SetName): Promise<readonly { readonly document: string; readonly name: string }[]> {
  const folder = docsOf(set)
  const found: { document: string; name: string }[] = []
  for (const document of (await readdir(folder)).toSorted()) {
    const name = /Name:\**\s*(\p{Lu}\. \p{Lu}\p{L}+)/u.exec(await readFile(join(folder, document), 'utf8'))?.[1]
    if (name !== undefined) found.push({ document, name })
  }
  const surname = (name: string) => name.split(' ').at(-1)
  const alone = found.filter(({ name }) => found.filter((one) => surname(one.name) === surname(name)).length === 1)
  return Array.from(
    { length: 2 * PAIRS },
    (_, at) => alone[(at + Math.floor(at / alone.length)) % alone.length],
  ).filter((one) => one !== undefined)
}

/** A matter of this name with the documents of a set, read and embedded. */
export async function addSet(client: AssistantClient, set: SetName): Promise<void> {
  await client.matter.create({ name: set })
  for await (const _ of await client.library.addPaths({ matter: set, paths: [docsOf(set)] }));
}

function docsOf(set: SetName): string {
  return join(folderOf(set), 'docs/')
}

export function folderOf(set: SetName): string {
  return fileURLToPath(new URL(`../../../shared/eval/${set}`, import.meta.url))
}
