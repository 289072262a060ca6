import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addOpinionCommand } from '../../cli/opinions/opinion.ts'
import type { Session } from '../../cli/session.ts'

/** The command line up to where a home would be opened; nothing of an assistant is there to send with. */
async function refusal(...words: readonly string[]): Promise<string> {
  const program = new Command().exitOverride()
  const session = { withAssistant: (work: (assistant: object) => unknown) => work({}) } as unknown as Session
  addOpinionCommand(program, async (work) => void (await work(session)))
  try {
    await program.parseAsync(['opinion', 'Hollis', 'Who left?', ...words], { from: 'user' })
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was refused'
}

const CHANGES = [
  ['--mask', 'Marlowe'],
  ['--keep', 'Notice'],
  ['--keep-group', 'capital'],
  ['--remember'],
  ['--dates', 'exact'],
  ['--sources', 'S1'],
  ['--differential'],
  ['--no-differential'],
  ['--informed'],
  ['--swap'],
  ['--look-again'],
]

test.each(CHANGES)('a yes to a hash takes nothing that would make another packet: %s', async (...change) => {
  const words = ['--provider', 'Here', '--consent', 'abc', ...change]
  expect(await refusal(...words)).toMatch(/makes another packet, and --consent sends the one with that hash/)
})

test.each([['--mask', 'Marlowe'], ['--keep', 'Notice'], ['--dates', 'exact'], ['--look-again']])(
  'nor does the yes to the packet of a lesson: %s',
  async (...change) => {
    const words = ['--decide', 'second', '--lesson', '--consent', 'abc', ...change]
    expect(await refusal(...words)).toMatch(/makes another packet/)
  },
)
