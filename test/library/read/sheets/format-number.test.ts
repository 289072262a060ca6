import { describe, expect, it } from 'vitest'
import { createNumberFormat } from '../../../../library/read/sheets/format-number.ts'

const show = (code: string, value: number, counts1904 = false) => createNumberFormat(code, counts1904)(value)

describe('a number is shown as its format shows it', () => {
  it.each([
    ['General', 1234.5, '1234.5'],
    ['General', 1e-7, '1E-7'],
    ['0', 12.5, '13'],
    ['0.00', 1.005, '1.01'],
    ['#,##0', 1234567.891, '1,234,567'.replace('567', '568')],
    ['#,##0.00', -0.001, '0.00'],
    ['0.0#', 1.5, '1.5'],
    ['0%', 0.256, '26%'],
    ['"$"#,##0.00', -1234.5, '-$1,234.50'],
    ['#,##0.00 [$€-407]', 99, '99.00 €'],
    ['_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', -5, '$(5.00)'],
    ['_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 0, '$-'],
    ['#,##0,"k"', 1234567, '1,235k'],
    ['000-00-0000', 12345678, '012-34-5678'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['# ?/?', 1.5, '1.5'],
    ['[Red][<0](0);[>=100]"high" 0;0.0', 250, 'high 250'],
    ['[Red][<0](0);[>=100]"high" 0;0.0', -3, '(3)'],
    ['[Red][<0](0);[>=100]"high" 0;0.0', 3, '3.0'],
    [';;;', 42, '42'],
    ['@', 42, '42'],
    ['0" mg"', 5, '5 mg'],
  ])('%s of %s is %s', (code, value, shown) => {
    expect(show(code, value)).toBe(shown)
  })
})

describe('a date is shown as ISO, with as much as its format shows', () => {
  it.each([
    ['dd/mm/yyyy', 45547, '2024-09-12'],
    ['d. mmmm yyyy;@', 45547.75, '2024-09-12'],
    ['m/d/yy h:mm AM/PM', 45547.604166667, '2024-09-12 14:30'],
    ['yyyy-mm-dd hh:mm:ss', 45547.999999, '2024-09-13 00:00:00'],
    ['h:mm', 0.5, '12:00'],
    ['mm:ss.0', 0.00001, '00:00.9'],
    ['mmm-yy', 45547, '2024-09'],
    ['yyyy', 45547, '2024'],
    ['[h]:mm', 1.5, '36:00'],
    ['[mm]:ss', 0.0625, '90:00'],
    ['yyyy-mm-dd', 59, '1900-02-28'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['yyyy-mm-dd', -1, '-1'],
    ['yyyy-mm-dd', 99_999_999, '99999999'],
  ])('%s of %s is %s', (code, value, shown) => {
    expect(show(code, value)).toBe(shown)
  })

  it('counts from 1904 where told to', () => {
    expect(show('yyyy-mm-dd', 0, true)).toBe('1904-01-01')
  })
})
