export const ANSWERS = {
  notFound: 'Your documents do not say.',
  notFoundByWords: 'Not found by words alone. Your documents may say it in other words.',
  notFoundInLanguage:
    'Not found in this language. Your documents are in {languages}. Ask in the language of the document.',
  notFoundNearest:
    'Not found in this language. The nearest passages are in {languages}. Ask in the language of the document.',
  confirmed: '{confirmed, number} of {count, plural, one {# sentence} other {# sentences}} confirmed.',
  confirmedAndContradicted:
    '{confirmed, number} of {count, plural, one {# sentence} other {# sentences}} confirmed, {contradicted, number} contradicted.',
  notAnswered: 'Not answered: {part}',
  perhapsAnswered: 'Not confirmed: whether this answers “{part}”',
  clauseChanged: '“{document}” changes clause {clause}',
  answeredTwice: 'Your documents give different answers to “{part}”',
  perhapsComplete: 'Not confirmed: whether “{part}” is complete',
  takenBack:
    'Taken back: {count, plural, one {sentence} other {sentences}} {numbers}. The question is about something else.',
  disagreement: 'contradicts {count, plural, one {sentence} other {sentences}} {numbers} of this answer',
  judged: 'follows, by the model’s judgement: right in {right, number} of {of, number} measured',
  doubt: {
    absent: 'not confirmed: the cited words do not have {words}',
    perhapsNot: 'may not be the answer',
    notConfirmed: 'not confirmed',
  },
  scope: {
    nothing: 'No passage of {of, plural, one {# document} other {# documents}}',
    one: '{passages, plural, one {# passage} other {# passages}} of 1 document',
    several:
      '{passages, plural, one {# passage} other {# passages}} of {documents, number} of {of, plural, one {# document} other {# documents}}',
    withReferences: '{scope}, {count, plural, one {# passage} other {# passages}} of reference libraries',
  },
  instead: { table: 'The table says', document: 'The document says' },
  quoted: '“{words}”',
  quotedText: '“<words></words>”',
  source: {
    reference: 'Reference {reference}: {document}',
    cited: '{document}, {place}: “{quote}”',
    citedWhole: '{document}: “{quote}”',
    alsoIn: 'also in {count, plural, one {# other document} other {# other documents}}',
  },
  offers: {
    table: {
      asks: 'This asks for a list.',
      does: 'Make a table of {count, plural, one {# document} other {# documents}}',
      take: 'Make table',
    },
    chronology: {
      asks: 'This asks for events in order of time.',
      does: 'Make a chronology of {count, plural, one {# document} other {# documents}}',
      take: 'Make chronology',
    },
    calculator: {
      asks: 'This asks for a calculation.',
      does: 'Open the case sheet “{title}”',
      take: 'Open case sheet',
    },
    each: {
      asks: 'This compares {count, plural, one {# document} other {# documents}}.',
      does: 'Answer for each alone, side by side',
      take: 'Answer each',
    },
    seconds: 'about {count, number}\u00A0s',
    minutes: 'about {count, number}\u00A0min',
    hours: 'about {count, number}\u00A0h',
  },
  cost: {
    leaves:
      'to {provider}: about {passages, plural, one {# passage} other {# passages}}, {characters, plural, one {# character} other {# characters}}, {terms, plural, one {# term} other {# terms}} replaced; identifiers may remain',
    money: 'about {amount} {currency} for the request and the reply',
    lessMoney: 'less than {amount} {currency} for the request and the reply',
    noMoney: 'price not known: none is entered for {provider}',
    time: 'about {seconds, number}\u00A0s, the median of {replies, plural, one {# earlier reply} other {# earlier replies}}',
    noTime: 'time not known: no earlier reply from this provider',
  },
} as const
