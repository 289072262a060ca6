const YEAR = /^(?:1[6-9]|2[01])\d\d$/

/** The figures of a sentence, without a year that the question names: "in 2019" counts nothing, and 5 "of the 5 doses" may. */
export function newFigures(sentence: string, question: string): readonly string[] {
  const asked = figuresOf(question)
  return figuresOf(sentence).filter((figure) => !YEAR.test(figure) || !asked.includes(figure))
}

function figuresOf(text: string): readonly string[] {
  return text.match(/\p{N}+/gu) ?? []
}
