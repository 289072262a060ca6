/** Why a second opinion may help. */
export const SECOND_LOOK = {
  /** They go on after "A second opinion may help:". */
  reasons: {
    redFlag: 'the question is about {topic}, where a mistake is grave',
    ownWord: 'the question names “{word}”, which is on your list',
    jurisdiction: 'no rules in use here are made for {places}',
    pastMistake: 'it is much like a question that was answered wrong before',
    notFound: 'this computer found no answer in your documents',
    notWritten: 'this computer wrote no answer',
    contradicted:
      '{count, plural, one {sentence {numbers} has a source that says otherwise} other {sentences {numbers} have sources that say otherwise}}',
    noSource: '{count, plural, one {sentence {numbers} has} other {sentences {numbers} have}} no source',
    absent:
      '{count, plural, one {sentence {numbers} has a number, date, name or key word that its source does not have} other {sentences {numbers} have numbers, dates, names or key words that their sources do not have}}',
    ruleDiffers:
      '{count, plural, one {sentence {numbers} has another value than a rule computes} other {sentences {numbers} have other values than rules compute}}',
    authority:
      '{count, plural, one {sentence {numbers} has a statute or decision that your library does not have} other {sentences {numbers} have statutes or decisions that your library does not have}}',
    leftOpen: 'this computer left open: {parts}',
    split: 'the readings were split, {votes, number} votes of {ballots, number}',
    lowConfidence: 'confidence is low',
    lowConfidenceOf:
      'confidence is low: of {count, plural, one {# earlier answer} other {# earlier answers}} like it {right, plural, one {# was} other {# were}} right',
    policy: 'you want one offered below every answer',
  },
  topics: {
    'chest-pain': 'acute chest pain',
    sepsis: 'sepsis',
    neurological: 'sudden neurological loss',
    anaphylaxis: 'anaphylaxis',
    'self-harm': 'self-harm or suicide',
    'pregnancy-drugs': 'medicines in pregnancy or for children',
    anticoagulation: 'bleeding under anticoagulants',
    limitation: 'a claim that time may bar',
    'tribunal-time': 'a short time limit of a tribunal',
    liberty: 'somebody’s liberty',
    children: 'the protection of a child',
    home: 'the loss of a home',
    'domestic-abuse': 'domestic abuse',
    insolvency: 'insolvency',
  },
} as const
