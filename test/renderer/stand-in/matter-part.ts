import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import { inventMatter, inventMatters } from './invented-matters.ts'
import type { StandInState } from './stand-in-assistant.ts'
import { refused } from '../refused.ts'

const os = implement(contract)

/** The matters of the stand-in. */
export function matterPart(state: StandInState) {
  const { matter } = os
  const changed = () => state.events.push({ type: 'matters-changed' })
  return {
    list: matter.list.handler(() =>
      state.matters.map((one) => ({ ...one, documents: hasDocuments(state, one.id) ? state.documents.length : 0 })),
    ),
    damaged: matter.damaged.handler(({ input }) => state.damaged.filter(({ kind }) => input.kinds.includes(kind))),
    create: matter.create.handler(({ input, errors }) => {
      if (state.matters.some((one) => one.matter === input.name)) throw errors.ALREADY_EXISTS()
      const made = inventMatter(input.name, input.subtitle)
      state.matters.push(made)
      changed()
      return made
    }),
    ...changesOfMatters(state),
    export: matter.export.handler(({ input }) => {
      if (!input.file.startsWith('/')) throw refused('WRONG_USE', 'There is no such folder. Give the whole path.')
      return { file: input.file, bytes: 3_100_000 }
    }),
    import: matter.import.handler(({ errors }) => {
      throw errors.WRONG_KEY()
    }),
    samples: matter.samples.handler(() => [
      {
        matter: 'Sample: Hollis v Marlowe',
        title: 'Sample: Hollis v Marlowe',
        subtitle: 'Lease dispute, England',
        field: 'law',
        names: ['Sample: Hollis v Marlowe'],
        questions: [
          { question: 'When may the tenant break, and how is notice given?', answerable: true },
          { question: 'On which date was she last seen in the arrhythmia clinic?', answerable: false },
        ],
      },
    ]),
    createSamples: matter.createSamples.handler(() => {
      state.matters = inventMatters().slice(0, 1)
      state.settings.welcomed = false
      changed()
      return state.matters
    }),
  }
}

function changesOfMatters(state: StandInState) {
  const { matter } = os
  const changed = () => state.events.push({ type: 'matters-changed' })
  return {
    rename: matter.rename.handler(({ input, errors }) => {
      const found = state.matters.find(({ id }) => id === input.matter)
      if (!found) throw errors.NOT_FOUND()
      if (state.matters.some((one) => one !== found && one.matter === input.name)) throw errors.ALREADY_EXISTS()
      found.matter = input.name
      changed()
      return found
    }),
    archive: matter.archive.handler(({ input, errors }) => {
      const found = state.matters.find(({ id }) => id === input.matter)
      if (!found) throw errors.NOT_FOUND()
      found.archived = input.archived
      changed()
      return found
    }),
    delete: matter.delete.handler(({ input }) => {
      state.matters = state.matters.filter(({ id }) => id !== input.matter)
      changed()
    }),
  }
}

/** Only the first matter holds documents. */
export function hasDocuments(state: StandInState, matter: string): boolean {
  return state.matters[0]?.id === matter
}
