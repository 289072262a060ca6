import { verbatim } from '../../../../wording/message.ts'
import { describe, expect, test } from 'vitest'
import { createFindAuthorities } from '../../../../assistant/answers/evidence/find-authorities.ts'
import type { EvidenceSource, Found } from '../../../../assistant/questions/evidence-source.ts'
import { passageSource } from '../../../../assistant/answers/evidence/passage-source.ts'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import type { Claim, PassageSource } from '../../../../contract/answers/answer.ts'
import { wordLists } from '../../../disclosure/word-lists.ts'
import { type MatterInUse, matterInUse } from '../../matter-in-use.ts'

const NEVER = new AbortController().signal
const SOURCE: PassageSource = {
  kind: 'passage',
  source: 'S1',
  document: 'advice.txt',
  documentId: 'a',
  textVersion: 1,
  reference: null,
  read: null,
  page: null,
  start: 0,
  end: 80,
  section: '',
  text: 'Donoghue v. Stevenson, [1932] AC 562, was followed in this county.',
  score: 1,
  byOcr: false,
}

async function withLibrary(): Promise<MatterInUse> {
  const use = await matterInUse()
  await use.write(
    'case/skeleton.txt',
    'The claimant relies on Caparo Industries v Dickman [1990] 2 AC 605 and on BGB.\n',
  )
  await use.write(
    'case/letter.txt',
    'By section 24 of the Landlord and Tenant Act 1954 the notice is too late; § 573 Abs. 1 BGB and 28 USC 1332 say the same.\n',
  )
  const { matter, queue } = use
  await Array.fromAsync(addPaths([`${use.folder}/files/case`], { matter, queue, now: () => new Date() }))
  return use
}

async function lookedUp(
  use: MatterInUse,
  text: string,
  question = 'Is there a duty of care?',
  given: readonly EvidenceSource[] = [],
) {
  const search = given.length > 0 ? given : [passageSource(use.matter, null)]
  const claim: Claim = {
    index: 0,
    text,
    verdict: 'unchecked',
    citations: [],
    absent: [],
    differences: [],
    differsFrom: [],
    disagreesWith: [],
    instead: null,
    judged: null,
    authorities: [],
  }
  const find = createFindAuthorities({ lists: wordLists, question, passages: [SOURCE], search })
  return (await find(claim, NEVER)).authorities
}

describe('a statute or decision that a sentence names', () => {
  test('is found in the passages, however its points and commas are set', async () => {
    await using use = await withLibrary()
    expect(await lookedUp(use, 'The rule is that of Donoghue v Stevenson [1932] AC 562.')).toEqual([
      { text: 'Donoghue v Stevenson [1932] AC 562', foundIn: 'advice.txt' },
    ])
  })

  test.each([
    'Under the Landlord and Tenant Act 1954 he may quit.',
    'Nothing in the Landlord and Tenant Act 1954, s 24 helps him.',
    'If section 24 of the Landlord and Tenant Act 1954 applies, he may stay.',
    'Since Donoghue v Stevenson [1932] A.C. 562 this is settled.',
    'When Caparo Industries v. Dickman [1990] 2 A.C. 605, 617 was decided, it was new.',
    'The rule of § 573 BGB is strict.',
    'Jurisdiction rests on 28 U.S.C. § 1332.',
  ])('is found however it is led to and written: %s', async (sentence) => {
    await using use = await withLibrary()
    const found = await lookedUp(use, sentence)
    expect(found.length).toBeGreaterThan(0)
    for (const { foundIn } of found) expect(foundIn).not.toBeNull()
  })

  test('is left out where a library could not be searched, or failed', async () => {
    await using use = await withLibrary()
    const made = 'The rule is that of Harlow v Pettigrew [2015] EWCA Civ 1177.'
    const offline = { document: verbatim('Statutes'), reason: verbatim('the network is off') }
    const nothing: Found = {
      evidence: [],
      references: [],
      notSearched: [offline],
      conclusionsLeftOut: 0,
      rulesNotUsed: [],
      about: null,
      knownWords: async () => [],
    }
    expect(await lookedUp(use, made, 'Why?', [{ find: async () => nothing }])).toEqual([])
    const broken = { find: async () => Promise.reject(new Error('The index is damaged.')) }
    expect(await lookedUp(use, made, 'Why?', [broken])).toEqual([])
  })

  test('is looked up in the rest of the matter', async () => {
    await using use = await withLibrary()
    const sentence = 'See Caparo Industries v Dickman [1990] 2 AC 605 and the Landlord and Tenant Act 1954.'
    expect(await lookedUp(use, sentence)).toEqual([
      { text: 'Caparo Industries v Dickman [1990] 2 AC 605', foundIn: 'skeleton.txt' },
      { text: 'Landlord and Tenant Act 1954', foundIn: 'letter.txt' },
    ])
  })

  test('is told as found nowhere when it was made up, or has another number', async () => {
    await using use = await withLibrary()
    for (const made of ['Harlow v Pettigrew [2015] EWCA Civ 1177', 'Caparo Industries v Dickman [1990] 2 AC 650'])
      expect(await lookedUp(use, `The rule is that of ${made}.`)).toEqual([{ text: made, foundIn: null }])
  })

  test('is not looked up when the question named it, and nothing is where a sentence names none', async () => {
    await using use = await withLibrary()
    const question = 'Does Harlow v Pettigrew [2015] EWCA Civ 1177 apply?'
    expect(await lookedUp(use, 'Harlow v Pettigrew [2015] EWCA Civ 1177 applies.', question)).toEqual([])
    expect(await lookedUp(use, 'The tenant owed 3,000 pounds in May 2015.')).toEqual([])
  })
})
