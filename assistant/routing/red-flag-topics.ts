import type { RedFlagTopic } from '../../contract/routing.ts'

/**
 * Subjects where a mistake is grave and a second look is usual. Each source is one that treats the subject as such; it was not read
 * again for this list, and the words are ours. Users switch topics off and add words of their own.
 */
export const RED_FLAG_TOPICS: readonly RedFlagTopic[] = [
  {
    topic: 'chest-pain',
    domain: 'medicine',
    title: 'acute chest pain',
    words: ['chest pain', 'acute coronary', 'myocardial infarction', 'aortic dissection', 'pulmonary embolism'],
    source: 'NICE CG95, Recent-onset chest pain of suspected cardiac origin',
  },
  {
    topic: 'sepsis',
    domain: 'medicine',
    title: 'sepsis',
    words: ['sepsis', 'septic shock', 'meningitis', 'neutropenic fever'],
    source: 'NICE NG51, Suspected sepsis: recognition, diagnosis and early management',
  },
  {
    topic: 'neurological',
    domain: 'medicine',
    title: 'sudden neurological loss',
    words: ['stroke', 'thunderclap headache', 'subarachnoid', 'cauda equina', 'spinal cord compression'],
    source: 'NICE NG127, Suspected neurological conditions: recognition and referral',
  },
  {
    topic: 'anaphylaxis',
    domain: 'medicine',
    title: 'anaphylaxis',
    words: ['anaphylaxis', 'anaphylactic'],
    source: 'NICE CG134, Anaphylaxis: assessment and referral after emergency treatment',
  },
  {
    topic: 'self-harm',
    domain: 'medicine',
    title: 'self-harm or suicide',
    words: ['suicide', 'suicidal', 'self-harm', 'self harm', 'overdose'],
    source: 'NICE NG225, Self-harm: assessment, management and preventing recurrence',
  },
  {
    topic: 'pregnancy-drugs',
    domain: 'medicine',
    title: 'medicines in pregnancy or for children',
    words: ['pregnant', 'pregnancy', 'breastfeeding', 'neonate', 'neonatal', 'paediatric dose'],
    source: 'British National Formulary, Guidance on prescribing: pregnancy; children',
  },
  {
    topic: 'anticoagulation',
    domain: 'medicine',
    title: 'bleeding under anticoagulants',
    words: ['intracranial haemorrhage', 'major bleeding', 'anticoagulant reversal'],
    source: 'NICE NG196, Atrial fibrillation: diagnosis and management',
  },
  {
    topic: 'limitation',
    domain: 'law',
    title: 'a claim that time may bar',
    words: ['limitation period', 'time-barred', 'time barred', 'statute-barred', 'out of time'],
    source: 'Limitation Act 1980',
  },
  {
    topic: 'tribunal-time',
    domain: 'law',
    title: 'a short time limit of a tribunal',
    words: ['unfair dismissal', 'employment tribunal', 'judicial review'],
    source: 'Employment Rights Act 1996, section 111; Civil Procedure Rules, Part 54',
  },
  {
    topic: 'liberty',
    domain: 'law',
    title: 'somebody’s liberty',
    words: ['arrest', 'custody', 'detention', 'bail', 'extradition', 'deportation'],
    source: 'Human Rights Act 1998, Schedule 1, Article 5',
  },
  {
    topic: 'children',
    domain: 'law',
    title: 'the protection of a child',
    words: ['care order', 'child protection', 'child abduction', 'safeguarding'],
    source: 'Children Act 1989, Part IV',
  },
  {
    topic: 'home',
    domain: 'law',
    title: 'the loss of a home',
    words: ['eviction', 'possession order', 'repossession'],
    source: 'Protection from Eviction Act 1977',
  },
  {
    topic: 'domestic-abuse',
    domain: 'law',
    title: 'domestic abuse',
    words: ['domestic abuse', 'domestic violence', 'non-molestation'],
    source: 'Domestic Abuse Act 2021',
  },
  {
    topic: 'insolvency',
    domain: 'law',
    title: 'insolvency',
    words: ['statutory demand', 'winding-up', 'winding up petition', 'bankruptcy petition'],
    source: 'Insolvency Act 1986',
  },
]
