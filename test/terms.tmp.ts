import { createDetection } from '../assistant/disclosure/detection.ts'
import { createWordLists } from '../assistant/word-lists.ts'
import { LANGUAGES, readHarmlessTerms } from '../bench/identifiers/read-marked-texts.ts'
const { find } = await createDetection(createWordLists('/work/main/disclosure/words/words.txt.br'))()
let n=0,m=0,f=0
for (const l of LANGUAGES) { let a=0,b=0; for (const t of await readHarmlessTerms(l)) { n++
  const { spans, flags } = find(t.sentence, [])
  const hit = (s:any) => s.start < t.end && s.end > t.start
  const ms = spans.filter(hit), fs = flags.filter(hit)
  if (ms.length) { a++; console.log('M', l, t.kind, '|', t.sentence.slice(t.start,t.end), '|', ms.map((s:any)=>s.type+':'+t.sentence.slice(s.start,s.end)).join(';'), '|', t.sentence.slice(0,110)) }
  else if (fs.length) { b++; console.log('F', l, t.kind, '|', t.sentence.slice(t.start,t.end), '|', fs.map((s:any)=>t.sentence.slice(s.start,s.end)).join(';'), '|', t.sentence.slice(0,110)) }
 } console.log('##',l,a,b); m+=a;f+=b }
console.log(n,m/n,f/n)
