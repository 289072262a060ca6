export type UnitRow = readonly [
  name: string,
  /** So many of the base unit of the dimension are one of it. */
  times: string,
  /** Other spellings, apart by spaces. */
  aliases?: string,
  more?: {
    readonly over?: string
    readonly offset?: string
    readonly one?: string
    readonly many?: string
    readonly per?: string
  },
]

/**
 * The closed list by dimension; units with a line through them are made of these. Each dimension has one base unit. Spellings are compared as
 * written, since case tells Mg from mg; both micro signs are one.
 */
export const UNIT_ROWS: Readonly<Record<string, readonly UnitRow[]>> = {
  // Gram. Pound, ounce and stone: International Yard and Pound Agreement of 1959, exact.
  mass: [
    ['pg', '1e-12', 'picogram picograms'],
    ['ng', '1e-9', 'nanogram nanograms'],
    ['µg', '1e-6', 'ug mcg microgram micrograms'],
    ['mg', '1e-3', 'milligram milligrams'],
    ['g', '1', 'gram grams'],
    ['kg', '1e3', 'kilogram kilograms'],
    ['t', '1e6', 'tonne tonnes'],
    ['lb', '453.59237', 'lbs pound pounds'],
    ['oz', '28.349523125', 'ounce ounces'],
    ['st', '6350.29318', 'stone'],
  ],
  amount: [
    ['fmol', '1e-15', 'femtomol femtomole femtomoles'],
    ['pmol', '1e-12', 'picomol picomole picomoles'],
    ['nmol', '1e-9', 'nanomol nanomole nanomoles'],
    ['µmol', '1e-6', 'umol micromol micromole micromoles'],
    ['mmol', '1e-3', 'millimol millimole millimoles'],
    ['mol', '1', 'mole moles'],
  ],
  equivalents: [
    ['µEq', '1e-6', 'uEq'],
    ['mEq', '1e-3', 'meq mval'],
    ['Eq', '1'],
  ],
  osmoles: [
    ['mOsm', '1e-3', 'mosm mOsmol mosmol'],
    ['Osm', '1', 'Osmol'],
  ],
  // Units of effect (insulin, heparin, enzymes): what one of them is depends on the substance, so they convert only among themselves.
  activity: [
    ['µIU', '1e-6', 'uIU µU uU'],
    ['mIU', '1e-3', 'mU'],
    ['IU', '1', 'U units unit iu'],
    ['kIU', '1e3', 'kU'],
    ['MIU', '1e6', 'MU'],
  ],
  volume: [
    ['fL', '1e-15', 'fl femtolitre femtolitres femtoliter femtoliters'],
    ['nL', '1e-9', 'nl nanolitre nanolitres nanoliter nanoliters'],
    ['µL', '1e-6', 'uL ul µl mm³ mm3 microlitre microlitres microliter microliters'],
    ['mL', '1e-3', 'ml cc cm³ cm3 millilitre millilitres milliliter milliliters'],
    ['cL', '1e-2', 'cl centilitre centilitres centiliter centiliters'],
    ['dL', '1e-1', 'dl decilitre decilitres deciliter deciliters'],
    ['L', '1', 'l litre litres liter liters'],
    ['m³', '1e3', 'm3'],
  ],
  length: [
    ['nm', '1e-9', 'nanometre nanometres nanometer nanometers'],
    ['µm', '1e-6', 'um micrometre micrometres micrometer micrometers'],
    ['mm', '1e-3', 'millimetre millimetres millimeter millimeters'],
    ['cm', '1e-2', 'centimetre centimetres centimeter centimeters'],
    ['m', '1', 'metre metres meter meters'],
    ['km', '1e3', 'kilometre kilometres kilometer kilometers'],
    ['inch', '0.0254', 'inches', { many: 'inches' }],
    ['ft', '0.3048', 'foot feet'],
    ['yd', '0.9144', 'yard yards'],
    ['mi', '1609.344', 'mile miles'],
  ],
  area: [
    ['mm²', '1e-6', 'mm2'],
    ['cm²', '1e-4', 'cm2'],
    ['m²', '1', 'm2 sqm'],
    ['ha', '1e4', 'hectare hectares'],
    ['km²', '1e6', 'km2'],
    ['ft²', '0.09290304', 'ft2 sqft'],
    ['acre', '4046.8564224', 'acres', { many: 'acres' }],
  ],
  // Elapsed time in seconds. A day is 24 hours; months and years are not so many days and stay apart.
  time: [
    ['ms', '1e-3', 'msec millisecond milliseconds'],
    ['s', '1', 'sec second seconds'],
    ['min', '60', 'minute minutes'],
    ['h', '3600', 'hr hour hours'],
    ['days', '86400', 'day d 24h', { per: 'day', one: 'day' }],
    ['weeks', '604800', 'week wk', { per: 'week', one: 'week' }],
  ],
  'calendar time': [
    ['months', '1', 'month mo', { per: 'month', one: 'month' }],
    ['years', '12', 'year yr yrs y a', { per: 'year', one: 'year' }],
  ],
  // Pascal. mmHg: conventional millimetre of mercury, ISO 80000-4; cmH₂O: conventional, at 4 °C.
  pressure: [
    ['Pa', '1'],
    ['hPa', '1e2', 'mbar'],
    ['kPa', '1e3'],
    ['bar', '1e5'],
    ['mmHg', '133.322387415', 'mm[Hg] torr'],
    ['cmH₂O', '98.0665', 'cmH2O cm[H2O]'],
  ],
  temperature: [
    ['°C', '1', '℃ degC Cel celsius'],
    ['°F', '5', '℉ degF [degF] fahrenheit', { over: '9', offset: '-32' }],
  ],
  energy: [
    ['J', '1'],
    ['kJ', '1e3'],
    ['MJ', '1e6'],
    ['kcal', '4184'],
  ],
  ratio: [
    ['‰', '1', 'permille'],
    ['%', '10', 'percent', { one: '%' }],
  ],
  score: [['{score}', '1', 'points point score {points}', { one: '', many: '' }]],
  'pack-years': [['pack-years', '1', 'pack-year', { one: 'pack-year' }]],
  // Cells and beats: a bare number above the line.
  count: [
    ['10^12', '1e12', '10*12 10¹² x10^12 ×10¹²'],
    ['10^9', '1e9', '10*9 10⁹ x10^9 ×10⁹ ×10^9'],
    ['10^6', '1e6', '10*6 10⁶ x10^6 ×10⁶'],
    ['10^3', '1e3', '10*3 10³ x10^3 ×10³'],
    ['', '1', '1 cells beats breaths times'],
  ],
  'standard area': [['1.73m²', '1', '1.73m2']],
  'money EUR': [['EUR', '1', '€']],
  'money GBP': [['GBP', '1', '£']],
  'money USD': [['USD', '1', 'US$']],
  'money PLN': [['PLN', '1', 'zł']],
  'money CHF': [['CHF', '1']],
}

/** What a misspelt unit is compared with: the simple ones, and of the others those that packs use most. */
export const UNIT_NAMES: readonly string[] = [
  ...Object.values(UNIT_ROWS).flatMap((rows) => rows.map(([name]) => name).filter((name) => name !== '')),
  ...'mg/dL g/dL g/L mg/L µg/L ng/mL mmol/L µmol/L mEq/L IU/L mL/min mL/min/1.73m² 10^9/L /min kg/m²'.split(' '),
  ...'mg/kg mg/day mg/kg/day mL/h day week month year hours'.split(' '),
]
