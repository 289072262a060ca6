import { describe, expect, it } from 'vitest'
import { sentenceEnds, splitSentences } from '../../text/sentences.ts'

function sentences(text: string): readonly string[] {
  let start = 0
  return sentenceEnds(text).map((end) => {
    const sentence = text.slice(start, end).trim()
    start = end
    return sentence
  })
}

/** As the splitter and the checks count them: without a line break it is one answer. */
describe('sentence ends', () => {
  it.each([
    ['The claim fell under reg. 4. Gov. Smith approved it.', 2],
    ['The court held in Roe v. Wade. It was reversed.', 2],
    ['See No. 12 and Art. 5. The rest follows.', 2],
    ['Dr. Meyer saw her at 8 p.m. on Monday. She was well.', 2],
    ['The U.S. Supreme Court ruled. Id. at 5.', 2],
    ['Creatinine was 1.25 mg. He was told.', 2],
    ['Under 42 U.S.C. Sec. 1983 a claim lies. It was filed.', 2],
    ['J. Smith signed it. R. Brown did not.', 2],
    ['Is that so? Yes! Good.', 3],
    ['He lives in the U.S. The court agreed.', 2],
    ['It was sold to Acme Inc. The seller left.', 2],
    ['He said no. The court agreed.', 2],
    ['She has hepatitis B. The dose is low.', 2],
    ['It was shaken for 30 min. Next, it was cooled.', 2],
    ['1. The tenant pays. 2. The landlord repairs.', 2],
    ['In 2019 the rent was 5. The landlord left.', 2],
    ['So did I. The end.', 2],
    ['Tablets, drops etc. Detailed advice follows.', 2],
    ['A large data set. Our model fits.', 2],
    ['Am 3. Mai 2019 zog er aus. Dann kam nichts.', 2],
    ['Der 2. Senat hat das Urteil aufgehoben und die Sache zurückverwiesen. Die Kosten trägt der Kläger.', 2],
    ['Gem. Art. 5 Abs. 2 ist die Frist einzuhalten. Vgl. Rn. 12.', 2],
    ['Das gilt z.B. für Mieter. Die Frist beträgt ca. 3 Monate.', 2],
    ['M. Dupont a signé le bail. Il est parti.', 2],
    ['Selon l’art. 5 al. 2, Mme Martin paie. Le reste suit.', 2],
    ['El Sr. García firmó el contrato. La Sra. López no.', 2],
    ['Véase el art. 5, núm. 2. El resto sigue.', 2],
    ["Il Sig. Rossi ha firmato. L'avv. Bianchi no.", 2],
    ['Ai sensi dell’art. 5, pag. 3. Il resto segue.', 2],
    ['O Sr. Silva assinou. A Dra. Costa não.', 2],
    ['Dhr. Jansen tekende. Mevr. De Vries niet.', 2],
    ['Zie art. 5, blz. 12. De rest volgt.', 2],
    ['Zgodnie z art. 5 ust. 2 umowa wygasła. Sąd oddalił powództwo.', 2],
    ['Zob. poz. 12 tzn. umowę. To wszystko.', 2],
    ['Das Gericht hat ein Gutachten des Sachverständigen Dr.-Ing. Martin Thiele eingeholt. Danach kam es.', 2],
    ['Der Arzt Dr. med. Anna Evers hat das gesehen. Sie war da.', 2],
    ['Herr Dr. rer. nat. Paul Weiß und Dipl.-Kfm. Otto Braun kamen.', 1],
    ['Frau Dr. med. dent. Lena Groß zahlte an Priv.-Doz. Dr. Eva Kurz.', 1],
    ['Der Rechtsstreit Hartwig ./. Oltmann ruht. Vgl. Bl. 14 der Akte.', 2],
    ['It can be prevented by hand hygiene [4] . Soap was distributed [5, 6] . Latrines are shared .', 3],
    ['Sie bekam 3 x tgl. Ibuprofen. Das half.', 2],
    ['Seen with Asst. Prof. Jones and Assoc. Prof. Roe. He left.', 2],
  ])('in %j: %i', (text, count) => {
    expect(sentences(text)).toHaveLength(count)
    expect(splitSentences(text)).toHaveLength(count)
  })

  it('sees no end at a line feed inside a paragraph', () => {
    expect(sentences('The tenant\nshall pay.\r\nThe landlord shall not.')).toEqual([
      'The tenant\nshall pay.',
      'The landlord shall not.',
    ])
  })
})
