import type { SECOND_LOOK as ENGLISH } from '../en/second-look.ts'
import type { Translation } from '../../translate.ts'

export const SECOND_LOOK: Translation<typeof ENGLISH> = {
  reasons: {
    redFlag: 'Thema der Frage: {topic}; ein Fehler hätte hier schwere Folgen',
    ownWord: 'die Frage nennt „{word}“, das auf Ihrer Liste steht',
    jurisdiction: 'für {places} sind hier keine Regeln in Gebrauch',
    pastMistake: 'sie gleicht einer Frage, die schon einmal falsch beantwortet wurde',
    notFound: 'dieser Computer hat in Ihren Dokumenten keine Antwort gefunden',
    notWritten: 'dieser Computer hat keine Antwort geschrieben',
    contradicted:
      '{count, plural, one {Satz {numbers} hat eine Quelle, die} other {die Sätze {numbers} haben Quellen, die}} etwas anderes {count, plural, one {sagt} other {sagen}}',
    noSource: '{count, plural, one {Satz {numbers} hat} other {die Sätze {numbers} haben}} keine Quelle',
    absent:
      '{count, plural, one {Satz {numbers} enthält eine Zahl, ein Datum, einen Namen oder ein Schlüsselwort, das in der Quelle fehlt} other {die Sätze {numbers} enthalten Zahlen, Daten, Namen oder Schlüsselwörter, die in den Quellen fehlen}}',
    ruleDiffers:
      '{count, plural, one {Satz {numbers} nennt einen anderen Wert, als eine Regel berechnet} other {die Sätze {numbers} nennen andere Werte, als Regeln berechnen}}',
    authority:
      '{count, plural, one {Satz {numbers} nennt eine Vorschrift oder Entscheidung} other {die Sätze {numbers} nennen Vorschriften oder Entscheidungen}}, die in Ihrer Bibliothek {count, plural, one {fehlt} other {fehlen}}',
    leftOpen: 'dieser Computer hat offengelassen: {parts}',
    split: 'die Lesarten waren geteilt, {votes, number} von {ballots, number} Stimmen',
    lowConfidence: 'die Verlässlichkeit ist gering',
    lowConfidenceOf:
      'die Verlässlichkeit ist gering: Von {count, plural, one {# früheren Antwort} other {# früheren Antworten}} dieser Art {right, plural, one {war # richtig} other {waren # richtig}}',
    policy: 'Sie möchten sie unter jeder Antwort angeboten bekommen',
  },
  topics: {
    'chest-pain': 'akuter Brustschmerz',
    sepsis: 'Sepsis',
    neurological: 'plötzlicher neurologischer Ausfall',
    anaphylaxis: 'Anaphylaxie',
    'self-harm': 'Selbstverletzung oder Suizid',
    'pregnancy-drugs': 'Arzneimittel in der Schwangerschaft oder für Kinder',
    anticoagulation: 'Blutung unter Gerinnungshemmern',
    limitation: 'ein Anspruch, der verjährt sein kann',
    'tribunal-time': 'eine kurze Klagefrist',
    liberty: 'die Freiheit eines Menschen',
    children: 'der Schutz eines Kindes',
    home: 'der Verlust der Wohnung',
    'domestic-abuse': 'häusliche Gewalt',
    insolvency: 'Insolvenz',
  },
}
