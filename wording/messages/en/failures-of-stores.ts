/** Failures of models and of what is kept on the disk. */
export const FAILURES_OF_STORES = {
  models: {
    writesNoAnswers: '{model} does not write answers.',
    noFile: 'There is no file {file}.',
    damaged: '{model} cannot be used: {damage}',
    takesNoAdapter: '{model} writes no answers, so it takes no LoRA adapter. Nothing was changed.',
    notInstalled: '{model} is not installed.',
    unknown: 'There is no model "{model}".',
    offline: 'The network is switched off, so nothing was downloaded. A model file can also be imported from a disk.',
  },
} as const
