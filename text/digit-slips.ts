/** A group of figures of which one was recognised as the letter that looks like it. */
const GROUP = /(?<![\p{L}\p{N}])[\dOoQIl]{1,11}(?![\p{L}\p{N}])/gu
/** "O2 95 %" is oxygen. */
const OXYGEN = /^O2$/
const BESIDE_FIGURES = /[\dOIl][./-]$/u
const BEFORE_FIGURES = /^[./-][\dOIl]/u
const BESIDE_GROUP = /\d[\dOIl]{1,10} $/u
const BEFORE_GROUP = /^ [\dOIl]{0,10}\d[\dOIl]/u
/** What may be a month: the readers of dates know which word is one. */
const MONTH_BEFORE = /\p{L}{3}[.,]?(?: | de |-)$/u
const MONTH_BEHIND = /^(?:\. | | de |-)\p{L}{3}/u
const NEAR = 12

/** The text with O for 0 and l or I for 1 put right in dates and numbers ("O8.1O.1975", "66O 217 944"); it keeps its length. */
export function mendDigits(text: string): string {
  return text.replaceAll(GROUP, (group, at: number) => {
    if (/^\d+$/.test(group) || !/\d/.test(group) || OXYGEN.test(group)) return group
    const before = text.slice(Math.max(0, at - NEAR), at)
    const behind = text.slice(at + group.length, at + group.length + NEAR)
    const isOfDate = BESIDE_FIGURES.test(before) || BEFORE_FIGURES.test(behind)
    const isBesideMonth = /^(?:.{2}|.{4})$/.test(group) && (MONTH_BEFORE.test(before) || MONTH_BEHIND.test(behind))
    const isOfNumber = group.length > 1 && (BESIDE_GROUP.test(before) || BEFORE_GROUP.test(behind))
    return isOfDate || isBesideMonth || isOfNumber ? group.replaceAll(/[OoQ]/g, '0').replaceAll(/[Il]/g, '1') : group
  })
}
