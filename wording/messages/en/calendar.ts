export const CALENDAR = {
  date: '{sentence} ({matter})',
  possible: 'Possible instead: {sentence} ({matter})',
  notConfirmed: 'Not confirmed: {sentence} ({matter})',
  dependsOn: 'Depends on: {questions}',
  assumed: 'Assumed: {assumed}',
  rules: 'Rules: {rules}',
  rule: '{rule}: {source}',
  sample: 'By a sample pack, not reviewed guidance.',
} as const
