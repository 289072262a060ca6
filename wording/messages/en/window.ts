export const WINDOW = {
  name: 'Consilium',
  skip: 'Skip to the work',
  opening: 'Opening Consilium.',
  openingMatters: 'Opening your matters.',
  places: {
    matters: 'Matters',
    ask: 'Ask',
    library: 'Documents',
    facts: 'Facts & calculators',
    opinion: 'Second opinion',
    drafts: 'Drafts',
    knowledge: 'Lessons',
    evaluation: 'Quality',
    ledger: 'Audit log',
    settings: 'Settings',
  },
  copying: {
    selectFirst: 'Select words first',
    copied: 'Copied',
    notCopied: 'Not copied: the clipboard is closed',
  },
  /** Why the line to the engine is not open: within a sentence, in brackets, but for the last two. */
  connection: {
    startedAgain: 'the engine was started again',
    gone: 'the engine is gone',
    noAddress: 'Open the whole address that Consilium shows where it was started.',
    usedAddress:
      'This address was used before. Open the new one that Consilium shows where it was started, or go back to the window that used this one.',
  },
  failure: {
    unforeseen: 'Something unexpected went wrong.',
    wrongForm: 'What was entered does not have the expected form.',
    nothingChanged: 'Nothing was changed.',
    tryAgain: 'Try again. If it happens again, restart Consilium.',
    engineStopped: 'The engine stopped ({reason}).',
    notKnown: 'It is not known whether it was done.',
    restarting: 'It is being restarted.',
    noAnswer: 'Consilium does not respond.',
    startAgain: 'If it was closed, start it again.',
    thenTryAgain: 'Try again in a moment.',
    thenLook: 'Check in a moment whether it was done, and try again if not.',
  },
  /** By the codes of the engine: what happened, and what to do. In English the engine itself says most of it. */
  errors: {
    WRONG_USE: {
      happened: 'This cannot be done with what was entered.',
      todo: 'Check what you entered, then try again.',
    },
    NOT_FOUND: {
      happened: 'It was not found.',
      todo: 'It may have been moved or deleted. Open the list again and choose it there.',
    },
    ALREADY_EXISTS: { happened: 'That name is taken.', todo: 'Choose another name.' },
    LOCKED: { happened: 'Consilium is locked.', todo: 'Unlock it, then try again.' },
    WRONG_KEY: {
      happened: 'That passphrase or key does not open it.',
      todo: 'Try again, or use the recovery key.',
    },
    NO_MODEL: {
      happened: 'There is no model for this.',
      todo: 'Choose a model in Settings. Passages are found without one.',
    },
    OFFLINE: {
      happened: 'The network is switched off.',
      todo: 'Switch the network on at the lower left, or use a file from this computer.',
    },
    NO_CONSENT: {
      happened: 'Nothing was sent: this exact text is not approved.',
      todo: 'Read the outgoing text and approve it again.',
    },
    IN_USE: {
      happened: 'Something else is using it now.',
      todo: 'Wait until that has ended, or close the other window of Consilium, then try again.',
    },
    DAMAGED: {
      happened: 'A stored file is damaged.',
      todo: 'Restore a backup into an empty folder to get it back.',
    },
    NO_SPACE: { happened: 'There is not enough space.', todo: 'Free some space, then try again.' },
    READ_ONLY: {
      happened: 'The folder with your data can only be read.',
      todo: 'Make the folder writable, or copy it to a disk that can be written to and open the copy.',
    },
    FETCH_FAILED: {
      happened: 'The file could not be downloaded.',
      todo: 'Try again; it resumes where it stopped.',
    },
    NOT_ENOUGH_MEMORY: {
      happened: 'There is not enough free memory.',
      todo: 'Close other programs, or choose a smaller model in Settings.',
    },
    TOO_LONG: {
      happened: 'The text is too long for the model.',
      todo: 'Shorten the text, choose fewer documents, or choose a larger model in Settings.',
    },
    PROCESS_LOST: {
      happened: 'A part of the program stopped.',
      todo: 'It restarts by itself. Try again in a moment.',
    },
  },
  /** Where words stand, as they are cited. */
  pages: {
    page: 'page {page}',
    sheet: 'sheet {page}',
    slide: 'slide {page}',
    chapter: 'chapter {page}',
    titledChapter: 'chapter {page}, {title}',
  },
  shortPages: { page: 'p. {page}', sheet: 'sheet {page}', slide: 'slide {page}', chapter: 'chapter {page}' },
  damagedPasswords: 'Not shown, because it may contain passwords.',
  /** What a list says of what it leaves out. */
  damaged: {
    answer:
      '{count, plural, one {# answer is damaged and cannot be shown. Its text is kept.} other {# answers are damaged and cannot be shown. Their text is kept.}}',
    opinion:
      '{count, plural, one {# opinion is damaged and cannot be shown. Its text is kept.} other {# opinions are damaged and cannot be shown. Their text is kept.}}',
    'outgoing text':
      '{count, plural, one {# outgoing text is damaged and cannot be shown. Its text is kept.} other {# outgoing texts are damaged and cannot be shown. Their text is kept.}}',
    decision:
      '{count, plural, one {# decision is damaged and cannot be shown. Its text is kept.} other {# decisions are damaged and cannot be shown. Their text is kept.}}',
    correction:
      '{count, plural, one {# correction is damaged and cannot be shown. Its text is kept.} other {# corrections are damaged and cannot be shown. Their text is kept.}}',
    suggestion:
      '{count, plural, one {# suggestion is damaged and cannot be shown. Its text is kept.} other {# suggestions are damaged and cannot be shown. Their text is kept.}}',
    pseudonym:
      '{count, plural, one {# pseudonym is damaged and cannot be shown. Its text is kept.} other {# pseudonyms are damaged and cannot be shown. Their text is kept.}}',
    setting:
      '{count, plural, one {# setting is damaged and cannot be shown. Its text is kept.} other {# settings are damaged and cannot be shown. Their text is kept.}}',
    fact: '{count, plural, one {# fact is damaged and cannot be shown. Its text is kept.} other {# facts are damaged and cannot be shown. Their text is kept.}}',
    draft:
      '{count, plural, one {# check of a draft is damaged and cannot be shown. Its text is kept; check the draft again.} other {# checks of drafts are damaged and cannot be shown. Their text is kept; check the drafts again.}}',
    'question set':
      '{count, plural, one {# question set is damaged and cannot be shown. Its text is kept.} other {# question sets are damaged and cannot be shown. Their text is kept.}}',
    question:
      '{count, plural, one {# question is damaged and cannot be shown. Its text is kept.} other {# questions are damaged and cannot be shown. Their text is kept.}}',
    run: '{count, plural, one {# run is damaged and cannot be shown. Its text is kept.} other {# runs are damaged and cannot be shown. Their text is kept.}}',
    result:
      '{count, plural, one {# result is damaged and cannot be shown. Its text is kept.} other {# results are damaged and cannot be shown. Their text is kept.}}',
    lesson:
      '{count, plural, one {# lesson is damaged and cannot be shown. Its text is kept.} other {# lessons are damaged and cannot be shown. Their text is kept.}}',
    provider:
      '{count, plural, one {# provider is damaged and cannot be shown. Its text is kept.} other {# providers are damaged and cannot be shown. Their text is kept.}}',
  },
} as const
