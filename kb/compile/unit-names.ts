import { UNIT_ROWS } from '../units/unit-rows.ts'

/** What a misspelt unit is compared with: the simple ones, and of the others those that packs use most. */
export const UNIT_NAMES: readonly string[] = [
  ...Object.values(UNIT_ROWS).flatMap((rows) => rows.map(([name]) => name).filter((name) => name !== '')),
  ...'mg/dL g/dL g/L mg/L µg/L ng/mL mmol/L µmol/L mEq/L IU/L mL/min mL/min/1.73m² 10^9/L /min kg/m²'.split(' '),
  ...'mg/kg mg/day mg/kg/day mL/h day week month year hours'.split(' '),
]
