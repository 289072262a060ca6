/** Asked of the same people and papers, but no document says it. */
export const lawUnanswerable: readonly string[] = [
  // The lease gives the days of review and the limit, not what came of them.
  'What rent has Dunnock Boatworks been paying for the boathouse since the review of May 2025?',
  // He is mentioned, without a name.
  'What is the name of the harbour master at Port Ellwick?',
  'Which risks must the boathouse be insured against, and who pays the premium?',
  // The witness to her signature is a librarian.
  'What does Rosalind Quayle do for a living?',
  'At what price per piece will Hesper make the lens mounts for Tarnlight?',
  // Only Hesper’s agreement has a fixed sum for a breach.
  'What fixed sum does Marram owe Tarnlight for each breach of confidence?',
  'How much does Larch and Tilling pay into Fenella Osgood’s pension?',
  // The most that may be paid is stated, not what was.
  'What bonus did Fenella Osgood actually receive for her first year?',
  'What was the name of the catering firm at the Featherstone wedding?',
  // Only its manual and its rating are mentioned.
  'Which company made the marquee that Dr Featherstone hired?',
  'How many screws are there in one of the boxes that went to Bexwell?',
  // The terms have three other periods for complaints and none for claims in court.
  'Within how many years must a Quillon customer start court proceedings over bad goods?',
]
