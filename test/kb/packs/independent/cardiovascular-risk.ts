/**
 * Read: coefficients in J Am Heart Assoc 2015;4:e001758 (PMC4608065, table 1), which omits ln SBP untreated of white women's 1.957 by
 * printing 1.857, and prints 1.767 for 1.769: both were compared with two public programs that cite Goff 2014 and state 1.957 and 1.769,
 * and the mean sums and baseline survivals; the guideline's own table A was read as far as its worked profile (5.3 % for a white man).
 */
type Person = {
  readonly female: boolean
  readonly black: boolean
  readonly ageYears: number
  readonly cholesterolMgDl: number
  readonly hdlMgDl: number
  readonly systolic: number
  readonly treated: boolean
  readonly smoker: boolean
  readonly diabetes: boolean
}

/** Risk in ten years of a first hard event, in percent. */
export function pooledCohortPercent(one: Person): number {
  const { sum, mean, survival } = one.female ? ofWoman(one) : ofMan(one)
  return 100 * (1 - survival ** Math.exp(sum - mean))
}

type Equation = { readonly sum: number; readonly mean: number; readonly survival: number }

function logsOf(one: Person) {
  return {
    age: Math.log(one.ageYears),
    cholesterol: Math.log(one.cholesterolMgDl),
    hdl: Math.log(one.hdlMgDl),
    pressure: Math.log(one.systolic),
    smoker: one.smoker ? 1 : 0,
    diabetes: one.diabetes ? 1 : 0,
  }
}

function ofWoman(one: Person): Equation {
  const { age, cholesterol, hdl, pressure, smoker, diabetes } = logsOf(one)
  if (one.black)
    return {
      sum:
        17.114 * age +
        0.94 * cholesterol -
        18.92 * hdl +
        4.475 * age * hdl +
        (one.treated ? 29.291 * pressure - 6.432 * age * pressure : 27.82 * pressure - 6.087 * age * pressure) +
        0.691 * smoker +
        0.874 * diabetes,
      mean: 86.61,
      survival: 0.9533,
    }
  return {
    sum:
      -29.799 * age +
      4.884 * age ** 2 +
      13.54 * cholesterol -
      3.114 * age * cholesterol -
      13.578 * hdl +
      3.149 * age * hdl +
      (one.treated ? 2.019 : 1.957) * pressure +
      (7.574 - 1.665 * age) * smoker +
      0.661 * diabetes,
    mean: -29.18,
    survival: 0.9665,
  }
}

function ofMan(one: Person): Equation {
  const { age, cholesterol, hdl, pressure, smoker, diabetes } = logsOf(one)
  if (one.black)
    return {
      sum:
        2.469 * age +
        0.302 * cholesterol -
        0.307 * hdl +
        (one.treated ? 1.916 : 1.809) * pressure +
        0.549 * smoker +
        0.645 * diabetes,
      mean: 19.54,
      survival: 0.8954,
    }
  return {
    sum:
      12.344 * age +
      11.853 * cholesterol -
      2.664 * age * cholesterol -
      7.99 * hdl +
      1.769 * age * hdl +
      (one.treated ? 1.797 : 1.764) * pressure +
      (7.837 - 1.795 * age) * smoker +
      0.658 * diabetes,
    mean: 61.18,
    survival: 0.9144,
  }
}
