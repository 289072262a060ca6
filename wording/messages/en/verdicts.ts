/** What is said of each verdict of a sentence (`contract/answers/answer.ts`), by where it is said. */
export const VERDICTS = {
  /** The mark at a sentence; `pending` while it is being checked. */
  marks: {
    verbatim: 'verbatim',
    close: 'close',
    supported: 'supported',
    computed: 'computed',
    contradicted: 'contradicted',
    unsupported: 'no source',
    unchecked: 'not confirmed',
    pending: 'checking',
  },
  /** What it means for the words beside the page; `counted` is a computed one that quotes. */
  atPage: {
    verbatim:
      '{count, plural, one {The quoted word is on this page.} other {All # words of the quote are on this page, in this order.}}',
    close: 'The wording is close to the page, not the same. Compare before quoting it.',
    supported: 'Other words; these confirm each thing, number, date, name and negation in it.',
    contradicted: 'These words say otherwise of the same thing.',
    computed: 'Computed by a rule; its proof shows each step.',
    counted: 'Counted or added by the program from these words and the others that are cited.',
    unchecked: 'Cites this source. Not confirmed: read it before relying on the sentence.',
    unsupported: 'No passage supports this sentence. Shown is a passage found for the question.',
  },
  /** Behind a sentence on paper. */
  onPaper: {
    verbatim: 'verbatim',
    close: 'close',
    supported: 'supported',
    computed: 'computed',
    contradicted: 'contradicted by its source',
    unsupported: 'no source: do not rely on it',
    unchecked: 'cites a source, not confirmed',
  },
  /** Explained once, at the end of a paper. */
  meanings: {
    verbatim: 'Verbatim: the source has these words, in this order.',
    close: 'Close: the words of the source but for those named below the sentence; same numbers, dates and negations.',
    supported:
      'Supported: other words, but one place of the source confirms every thing, number, date, name and negation.',
    computed:
      'Computed: a rule concludes it, and its proof is below the sentences; or it was counted or added by the program from the quotes that are named.',
    contradicted: 'Contradicted: the source says otherwise of the same thing; its own words are given.',
    unsupported: 'No source: nothing in the sources supports it.',
    unchecked: 'Cites a source, not confirmed: read the source before relying on the sentence.',
  },
  /** Behind a number of sentences, in the audit log. */
  counted: {
    verbatim: 'word for word',
    close: 'nearly word for word',
    supported: 'supported',
    computed: 'computed',
    contradicted: 'contradicted',
    unsupported: 'without a source',
    unchecked: 'not confirmed',
  },
} as const
