/**
 * Of how questions are answered: what is searched, told to the model and made of its words. Raised with each change after which
 * an earlier answer no longer stands for what would be answered now; runs that go on ask again then.
 */
export const ANSWERS_VERSION = 6
