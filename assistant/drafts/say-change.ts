import type { Saying } from '../../compare/change.ts'
import { type Message, message } from '../../wording/message.ts'

type Said<Kind extends Saying['kind']> = Extract<Saying, { readonly kind: Kind }>

const SAID: { readonly [Kind in Saying['kind']]: (saying: Said<Kind>) => Message } = {
  replaced: ({ before, after, isQuoted }) =>
    message(isQuoted ? 'comparison.said.quoted' : 'comparison.said.replaced', { before, after }),
  reworded: () => message('comparison.said.reworded'),
  words: ({ isNew, text }) => message(isNew ? 'comparison.said.newWords' : 'comparison.said.deletedWords', { text }),
  duty: sayDuty,
  right: sayDuty,
  ban: sayDuty,
  definition: ({ isNew, term }) =>
    message(isNew ? 'comparison.said.newDefinition' : 'comparison.said.deletedDefinition', { term }),
  part: sayPart,
  moved: sayMoved,
  renumbered: ({ before, after }) => message('comparison.said.renumbered', { before, after }),
  column: ({ text, before, after }) => message('comparison.said.column', { text, before, after }),
  reference: ({ before, after }) => message('comparison.said.reference', { before, after }),
  spelling: ({ before, after }) => message('comparison.said.spelling', { before, after }),
  capitals: ({ before, after }) =>
    after === '' ? message('comparison.said.manyCapitals') : message('comparison.said.capitals', { before, after }),
  signs: () => message('comparison.said.signs'),
}

/** One plain sentence for a change. */
export function sayChange(saying: Saying): Message {
  return (SAID[saying.kind] as (one: Saying) => Message)(saying)
}

const DUTIES = {
  duty: ['comparison.said.newDuty', 'comparison.said.deletedDuty'],
  right: ['comparison.said.newRight', 'comparison.said.deletedRight'],
  ban: ['comparison.said.newBan', 'comparison.said.deletedBan'],
} as const

function sayDuty({ kind, isNew, party, act }: Said<'duty' | 'right' | 'ban'>): Message {
  const owner = message(party.endsWith('s') ? 'comparison.ownerInS' : 'comparison.owner', { party })
  const [come, gone] = DUTIES[kind]
  return message(isNew ? come : gone, { owner, act })
}

const PARTS = {
  heading: ['comparison.said.newHeading', 'comparison.said.deletedHeading'],
  row: ['comparison.said.newRow', 'comparison.said.deletedRow'],
  paragraph: ['comparison.said.newPart', 'comparison.said.deletedPart'],
  'list-item': ['comparison.said.newPart', 'comparison.said.deletedPart'],
} as const

function sayPart({ isNew, part, text }: Said<'part'>): Message {
  const [come, gone] = PARTS[part]
  return message(isNew ? come : gone, { text })
}

function sayMoved(moved: Said<'moved'>): Message {
  const move = moveOf(moved)
  return moved.parts === 1 ? move : message('comparison.said.movedTogether', { parts: moved.parts, move })
}

function moveOf({ to: number, under: section, isWithin, isReworded }: Said<'moved'>): Message {
  if (number !== '')
    return message(isReworded ? 'comparison.said.movedToReworded' : 'comparison.said.movedTo', { number })
  if (isWithin || section === '')
    return message(isReworded ? 'comparison.said.movedWithinReworded' : 'comparison.said.movedWithin')
  return message(isReworded ? 'comparison.said.movedUnderReworded' : 'comparison.said.movedUnder', { section })
}
