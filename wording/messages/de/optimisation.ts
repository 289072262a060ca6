import type { OPTIMISATION as ENGLISH } from '../en/optimisation.ts'
import type { Translation } from '../../translate.ts'

export const OPTIMISATION: Translation<typeof ENGLISH> = {
  settings: {
    instructions: {
      full: 'ausführliche Anweisungen',
      short: 'kurze Anweisungen',
      points: 'ein Satz je Punkt',
    },
    sentences: 'höchstens {count, plural, one {# Satz} other {# Sätze}}',
    reads:
      'liest {characters, plural, one {# Zeichen} other {# Zeichen}} aus {passages, plural, one {# Textstelle} other {# Textstellen}}',
    order: { best: 'die beste zuerst', document: 'in der Reihenfolge der Dokumente' },
    parts: { on: 'wo nötig in mehreren Schritten', off: 'in einem Schritt' },
    length: { '120': 'nur kurze Antworten', '320': 'Antworten üblicher Länge' },
    alwaysLessons: 'Merksätze auch, wenn das Modell sicher ist',
  },
  title: 'Optimieren',
  what: 'wie Antworten entstehen',
  hint: 'Probiert an der Hälfte der Fragen andere Anweisungen und andere Lesemengen und misst das Beste an der anderen Hälfte. Das dauert Minuten bis Stunden, läuft im Hintergrund und lässt sich jederzeit anhalten.',
  label: 'Optimierung',
  waiting: 'Wartet auf den vorigen Durchlauf.',
  progress: {
    settings: '{tried, number} von {most, plural, one {# Einstellung} other {# Einstellungen}}',
    answers: '{done, number} von {of, plural, one {# Antwort} other {# Antworten}}',
  },
  earlierBelow: 'Bis dahin steht unten das frühere Ergebnis.',
  stopKept: 'Was gemessen wurde, bleibt erhalten.',
  bestSoFar: 'Bisher beste',
  nothingBetter: 'Nichts Besseres als die verwendeten Einstellungen gefunden.',
  nothingBetterThanUsual: 'Nichts Besseres als die üblichen Einstellungen gefunden.',
  best: 'Beste Einstellungen',
  result:
    'Bei {count, plural, one {# anderen Frage} other {# anderen Fragen}} erreichen sie {found}, die zuvor verwendeten ({settings}) {before}: ein Unterschied von {difference}, Intervall {low} bis {high}.',
  resultAgainstUsual:
    'Bei {count, plural, one {# anderen Frage} other {# anderen Fragen}} erreichen sie {found}, die üblichen Einstellungen {before}: ein Unterschied von {difference}, Intervall {low} bis {high}.',
  outcome: {
    betterInUse:
      'Das ganze Intervall liegt über 0. Antworten dieses Modells entstehen jetzt mit diesen Einstellungen. Seine Verlässlichkeit wurde mit anderen gemessen: Kalibrieren Sie es neu.',
    inUse:
      'Sie sind nicht nachweislich besser. Antworten dieses Modells entstehen jetzt mit diesen Einstellungen. Seine Verlässlichkeit wurde mit anderen gemessen: Kalibrieren Sie es neu.',
    better: 'Das ganze Intervall liegt über 0. Sie werden nicht verwendet.',
    notUsed: 'Sie sind nicht nachweislich besser. Sie werden nicht verwendet.',
  },
  score:
    'Punktwert einer Antwort: der Anteil der richtigen Antwort, den sie nennt, minus 1, wenn sie falsch ist; zu Recht nicht beantwortet ergibt 1.',
  use: 'Diese Einstellungen verwenden',
  useKept: 'Antworten entstehen wie bisher.',
  reset: 'Wieder die üblichen verwenden',
  resetKept: 'Sie werden weiterhin verwendet.',
  start: {
    evaluations: 'Anzahl der Einstellungen',
    evaluationsHint: '1 bis {most, number}. Die üblichen Einstellungen kommen zuerst.',
    sample: 'Anzahl der Fragen',
    sampleHint:
      'Mindestens 4: die Hälfte zum Auswählen der Einstellungen, die Hälfte zum Messen ihres Nutzens. Jede dauert zehn Sekunden bis eine Minute.',
    submit: 'Optimieren',
    goOn: 'Fortsetzen',
    kept: 'Nichts wurde gestartet.',
    missing: 'Geben Sie ganze Zahlen ein.',
    stopped:
      'Angehalten nach {settings, plural, one {# Einstellung} other {# Einstellungen}} und {answers, plural, one {# Antwort} other {# Antworten}}, die erhalten bleiben.',
    stoppedAgain:
      'Angehalten nach {answers, plural, one {# Antwort, die erhalten bleibt} other {# Antworten, die erhalten bleiben}}. Unten steht das frühere Ergebnis.',
  },
  tried: {
    label: 'Einstellungen nach Punktwert',
    score: 'Punktwert',
    settings: 'Einstellungen',
    usual: '{settings} (üblich)',
    summary:
      'Die üblichen Einstellungen erreichen {usual}; die beste von {count, plural, one {# Einstellung} other {# Einstellungen}} erreicht {best}.',
    axis: 'gemessene Einstellungen, von {of, number}',
    scoreAxis: 'Punktwert; Linie: bisher bester',
  },
}
