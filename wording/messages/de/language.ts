export const LANGUAGE = {
  locale: 'de-DE',
  ofAnotherVersion: 'Dieser Hinweis stammt aus einer anderen Version von Consilium und kann nicht angezeigt werden.',
  nouns: 'capital',
  beforeDay: 'von > vom; nach > nach dem; vor > vor dem; ab > ab dem; seit > seit dem',
  figures: 'grouped',
  verbatim: '{words}',
  sentences: '{first} {then}',
  names: {
    eng: 'Englisch',
    deu: 'Deutsch',
    fra: 'Französisch',
    spa: 'Spanisch',
    ita: 'Italienisch',
    por: 'Portugiesisch',
    nld: 'Niederländisch',
    pol: 'Polnisch',
  },
}
