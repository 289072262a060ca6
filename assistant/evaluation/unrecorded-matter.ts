import type { OpenMatter } from '../home/open-matters.ts'

/**
 * The matter, asked without leaving an answer in its history or an entry for each question in its ledger: a run of an
 * evaluation is one entry, and its rows are kept with the run.
 */
export function unrecordedMatter(matter: OpenMatter): OpenMatter {
  const { store } = matter
  const { answers, ledger } = store
  return {
    ...matter,
    store: {
      ...store,
      answers: { ...answers, save: () => {} },
      ledger: {
        ...ledger,
        append: (kind, data) => ({ seq: 0, time: '', kind, data, previous: '', hash: '' }),
      },
    },
  }
}
