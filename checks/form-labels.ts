/** How a sentence says what a row of a form labels: "She is 73 years old" of "Age: 73". By label, words that stand for it. */
const LABELS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^[\s*_•-]*(?:age|alter|âge|edad|età|idade|leeftijd|wiek)\b/iu, ['old', 'aged', 'age', 'alt', 'jahre']],
  [/^[\s*_•-]*(?:(?:full |first |last )?name|patient|client)\b/iu, ['named', 'called', 'name', 'patient']],
  [/^[\s*_•-]*(?:sex|gender|geschlecht|sexe|sexo|sesso|geslacht|płeć)\b/iu, ['patient', 'gender', 'sex']],
  [
    /^[\s*_•-]*(?:occupation|profession|job|employment|beruf|profesión|professione|beroep|zawód)\b/iu,
    ['works', 'worked', 'working', 'employed', 'profession', 'job', 'occupation', 'patient'],
  ],
  [
    /^[\s*_•-]*(?:address|residence|adresse|anschrift|dirección|indirizzo|adres)\b/iu,
    ['live', 'lives', 'living', 'reside', 'resides', 'residing', 'address', 'patient'],
  ],
  [
    /^[\s*_•-]*(?:date of birth|birth ?date|birthday|dob|born|geburtsdatum|geboren)\b/iu,
    ['born', 'birth', 'birthdate', 'birthdates', 'birthday', 'date', 'patient'],
  ],
]

/** Whether the label at the beginning of a row says what a word says; the word in lower case. */
export function meansLabel(word: string, row: string): boolean {
  return LABELS.some(([label, words]) => label.test(row) && words.includes(word))
}
