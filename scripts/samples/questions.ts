/** The sample matters with the questions that the first screen and `demo` suggest. `matter` is the folder under `samples/`. */
export const questions = [
  {
    matter: 'tenancy-dispute',
    packs: ['limitation-demo'],
    title: 'A tenancy dispute',
    subtitle: 'A bakery wants to leave its shop. The landlord’s agent says that the notice came too late.',
    questions: [
      { question: 'When may the tenant break the lease, and how is notice given?', answerable: true },
      { question: 'Was the break notice received in time?', answerable: true },
      { question: 'Does unpaid service charge stop the break from taking effect?', answerable: true },
      { question: 'How much rent deposit does the landlord hold?', answerable: false },
    ],
  },
  {
    matter: 'discharge-letter',
    packs: ['af-demo'],
    title: 'A discharge letter',
    subtitle: 'Heart failure with kidney injury: the hospital’s letter, the laboratory report and the GP’s note.',
    questions: [
      { question: 'How did potassium and creatinine change between 3 and 17 June 2025?', answerable: true },
      { question: 'Which medicines were stopped or changed at discharge, and why?', answerable: true },
      { question: 'When may ramipril be restarted, and at what dose?', answerable: true },
      { question: 'What was the patient’s HbA1c?', answerable: false },
    ],
  },
] as const
