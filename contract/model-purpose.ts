/** What a model that writes is fit for, best first. */
export const MODEL_PURPOSES = ['daily', 'try', 'tests'] as const
export type ModelPurpose = (typeof MODEL_PURPOSES)[number]

export const PURPOSE_WORDS: Readonly<Record<ModelPurpose, string>> = {
  daily: 'For daily work',
  try: 'To try the app',
  tests: 'For tests only',
}

/** Goes with every answer of such a model. */
export const TEST_MODEL_WARNING = 'Written by a model for tests. It invents answers.'
