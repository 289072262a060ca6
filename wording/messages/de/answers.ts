import type { ANSWERS as ENGLISH } from '../en/answers.ts'
import type { Translation } from '../../translate.ts'

export const ANSWERS: Translation<typeof ENGLISH> = {
  notFound: 'Ihre Dokumente sagen dazu nichts.',
  notFoundByWords: 'Mit Wörtern allein nicht gefunden. Ihre Dokumente können es mit anderen Wörtern sagen.',
  notFoundInLanguage:
    'In dieser Sprache nicht gefunden. Ihre Dokumente sind auf {languages}. Fragen Sie in der Sprache des Dokuments.',
  notFoundNearest:
    'In dieser Sprache nicht gefunden. Die nächstliegenden Textstellen sind auf {languages}. Fragen Sie in der Sprache des Dokuments.',
  confirmed: '{confirmed, number} von {count, plural, one {# Satz} other {# Sätzen}} bestätigt.',
  confirmedAndContradicted:
    '{confirmed, number} von {count, plural, one {# Satz} other {# Sätzen}} bestätigt, {contradicted, number} widersprochen.',
  notAnswered: 'Nicht beantwortet: {part}',
  perhapsAnswered: 'Nicht bestätigt: ob dies „{part}“ beantwortet',
  clauseChanged: '„{document}“ ändert Ziffer {clause}',
  answeredTwice: 'Ihre Dokumente beantworten „{part}“ verschieden',
  perhapsComplete: 'Nicht bestätigt: ob „{part}“ vollständig beantwortet ist',
  takenBack:
    'Zurückgenommen: {count, plural, one {Satz} other {die Sätze}} {numbers}. Die Frage betrifft etwas anderes.',
  disagreement: 'widerspricht {count, plural, one {Satz} other {den Sätzen}} {numbers} dieser Antwort',
  judged: 'folgt nach dem Urteil des Modells: richtig in {right, number} von {of, number} gemessenen Fällen',
  doubt: {
    absent: 'nicht bestätigt, in der zitierten Textstelle fehlt: {words}',
    perhapsNot: 'ist vielleicht nicht die Antwort',
    notConfirmed: 'nicht bestätigt',
  },
  scope: {
    nothing: 'Keine Textstelle aus {of, plural, one {# Dokument} other {# Dokumenten}}',
    one: '{passages, plural, one {# Textstelle} other {# Textstellen}} aus 1 Dokument',
    several:
      '{passages, plural, one {# Textstelle} other {# Textstellen}} aus {documents, number} von {of, plural, one {# Dokument} other {# Dokumenten}}',
    withReferences: '{scope}, {count, plural, one {# Textstelle} other {# Textstellen}} aus Referenzbibliotheken',
  },
  instead: { table: 'In der Tabelle steht', document: 'Im Dokument steht' },
  quoted: '„{words}“',
  quotedText: '„<words></words>“',
  source: {
    reference: 'Referenz {reference}: {document}',
    cited: '{document}, {place}: „{quote}“',
    citedWhole: '{document}: „{quote}“',
    alsoIn: 'auch in {count, plural, one {# weiteren Dokument} other {# weiteren Dokumenten}}',
  },
  offers: {
    table: {
      asks: 'Gefragt ist eine Aufstellung.',
      does: 'Tabelle über {count, plural, one {# Dokument} other {# Dokumente}} erstellen',
      take: 'Tabelle erstellen',
    },
    chronology: {
      asks: 'Gefragt sind Ereignisse in zeitlicher Folge.',
      does: 'Chronologie aus {count, plural, one {# Dokument} other {# Dokumenten}} erstellen',
      take: 'Chronologie erstellen',
    },
    calculator: {
      asks: 'Gefragt ist eine Berechnung.',
      does: 'Fallblatt „{title}“ öffnen',
      take: 'Fallblatt öffnen',
    },
    each: {
      asks: 'Verglichen {count, plural, one {wird # Dokument} other {werden # Dokumente}}.',
      does: 'Für jedes einzeln beantworten, nebeneinander',
      take: 'Einzeln beantworten',
    },
    seconds: 'etwa {count, number}\u00A0s',
    minutes: 'etwa {count, number}\u00A0min',
    hours: 'etwa {count, number}\u00A0h',
  },
  cost: {
    leaves:
      'an {provider}: etwa {passages, plural, one {# Textstelle} other {# Textstellen}}, {characters, plural, one {# Zeichen} other {# Zeichen}}, {terms, plural, one {# Begriff} other {# Begriffe}} ersetzt; identifizierende Angaben können verblieben sein',
    money: 'etwa {amount} {currency} für Anfrage und Antwort',
    lessMoney: 'weniger als {amount} {currency} für Anfrage und Antwort',
    noMoney: 'Preis nicht bekannt: Für {provider} ist keiner hinterlegt',
    time: 'etwa {seconds, number}\u00A0s, Median aus {replies, plural, one {# früheren Antwort} other {# früheren Antworten}}',
    noTime: 'Dauer nicht bekannt: noch keine Antwort von diesem Anbieter',
  },
}
