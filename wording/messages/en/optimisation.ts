export const OPTIMISATION = {
  /** How answers are made. */
  settings: {
    instructions: {
      full: 'full instructions',
      short: 'short instructions',
      points: 'one sentence for each point',
    },
    sentences: 'at most {count, plural, one {# sentence} other {# sentences}}',
    reads:
      'reads {characters, plural, one {# character} other {# characters}} of {passages, plural, one {# passage} other {# passages}}',
    order: { best: 'best first', document: 'in document order' },
    parts: { on: 'in several steps where needed', off: 'in one step' },
    length: { '120': 'short answers only', '320': 'answers of usual length' },
    alwaysLessons: 'lessons also where the model is sure',
  },
  title: 'Optimise',
  what: 'how answers are made',
  hint: 'Tries other instructions and other amounts of reading on half of the questions, and measures the best on the other half. It takes minutes to hours, runs in the background, and can be stopped at any time.',
  label: 'Optimisation',
  waiting: 'Waits for the run before it.',
  progress: {
    settings: '{tried, number} of {most, plural, one {# setting} other {# settings}}',
    answers: '{done, number} of {of, plural, one {# answer} other {# answers}}',
  },
  earlierBelow: 'The earlier result is shown below until then.',
  stopKept: 'What was measured is kept.',
  bestSoFar: 'Best so far',
  nothingBetter: 'Nothing better than the settings in use was found.',
  nothingBetterThanUsual: 'Nothing better than the usual settings was found.',
  best: 'Best settings',
  result:
    'On {count, plural, one {# other question} other {# other questions}} they score {found}, those in use before ({settings}) {before}: a difference of {difference}, interval {low} to {high}.',
  resultAgainstUsual:
    'On {count, plural, one {# other question} other {# other questions}} they score {found}, the usual settings {before}: a difference of {difference}, interval {low} to {high}.',
  outcome: {
    betterInUse:
      'The whole interval is above 0. Answers of this model are made with these settings now. Its confidence was measured with other settings: calibrate it again.',
    inUse:
      'They were not shown to be better. Answers of this model are made with these settings now. Its confidence was measured with other settings: calibrate it again.',
    better: 'The whole interval is above 0. They are not used.',
    notUsed: 'They were not shown to be better. They are not used.',
  },
  score:
    'Score of an answer: the share of the right answer that it says, minus 1 if it is wrong; a right refusal scores 1.',
  use: 'Use these settings',
  useKept: 'Answers are made as before.',
  reset: 'Use the usual settings again',
  resetKept: 'They are still used.',
  start: {
    evaluations: 'How many settings',
    evaluationsHint: '1 to {most, number}. The usual settings come first.',
    sample: 'On how many questions',
    sampleHint:
      'At least 4: half to choose the settings, half to measure what the choice is worth. Each takes from ten seconds to a minute.',
    submit: 'Optimise',
    goOn: 'Continue',
    kept: 'Nothing was started.',
    missing: 'Enter whole numbers.',
    stopped:
      'Stopped after {settings, plural, one {# setting} other {# settings}} and {answers, plural, one {# answer} other {# answers}}, which are kept.',
    stoppedAgain:
      'Stopped after {answers, plural, one {# answer} other {# answers}}, which are kept. The earlier result is shown below.',
  },
  tried: {
    label: 'Settings by score',
    score: 'Score',
    settings: 'Settings',
    usual: '{settings} (usual)',
    summary:
      'The usual settings score {usual}; the best of {count, plural, one {# setting} other {# settings}} scores {best}.',
    axis: 'settings measured, of {of, number}',
    scoreAxis: 'score; line: best so far',
  },
} as const
