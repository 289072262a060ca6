/** Asked of the same patients and papers, but no document says it. */
export const medicineUnanswerable: readonly string[] = [
  // It is awaited.
  'What did the pathologist find in Marian Holt’s gallbladder?',
  'Which bacteria grew from the bile taken at Marian Holt’s operation?',
  // It had not arrived.
  'What did the CT scan of 2019 show of Marian Holt’s liver?',
  // Marian Holt’s is in her letter.
  'What was Miriam Holt’s HbA1c?',
  'How much does Miriam Holt weigh?',
  // Her view of a transfusion is noted, not her group.
  'What is Marian Holt’s blood group?',
  'Which anti-Xa level does Ward 6 aim for with enoxaparin?',
  // Taken, but not yet reported.
  'What did the X-rays of Mr Arkwright’s hands and feet show?',
  // Expected three days after the report.
  'How high was Mr Arkwright’s vitamin B12?',
  // Later than the last document.
  'How many white cells did Mr Arkwright have on 26 March?',
  'Which company makes the recombinant shingles vaccine that Mr Arkwright is to have?',
  // Ordered for a later day than the review.
  'What was Ottoline Pryce’s sodium on 22 May?',
  'What was the T-score of Mrs Pryce’s last bone density scan?',
]
