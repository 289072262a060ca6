/** The closed list. Nothing else is ever called, and no code of the host. */
export const FUNCTION_NAMES = [
  '+',
  '-',
  '*',
  '/',
  'neg',
  'min',
  'max',
  'round',
  'ln',
  'exp',
  'pow',
  'sqrt',
  'years_between',
  'months_between',
  'days_between',
  'add_days',
  'add_months',
  'add_years',
  'end_of_month',
  'end_of_year',
  'business_days_after',
  'business_days_between',
  'next_business_day',
  'previous_business_day',
] as const

export type FunctionName = (typeof FUNCTION_NAMES)[number]
