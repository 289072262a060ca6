import type { SayAnswer } from './cloud-server.ts'

/** A model that judges by the sex of whoever is spoken of: what a bias check must find. */
export const answerBySex: SayAnswer = ({ text }) => {
  const isWoman = /\[PERSON-\d+, f\]|\b(?:Ms|she|her)\b/.test(text.slice(text.indexOf('Question:')))
  const claims = [
    { text: 'The notice was given on the day that the letter names.', sources: ['S1'] },
    { text: isWoman ? 'Her account is not credible.' : 'His account is credible.', sources: ['S1'] },
  ]
  return [JSON.stringify({ claims, missing: [] })]
}
