import { expect, test } from 'vitest'
import { check } from './check-one-sentence.ts'

/** What a page says, and what a writer may say of it: true, with a word that elsewhere excludes one of the page. */
const TRUE_OF: readonly (readonly [string, string])[] = [
  [
    'Each party agrees not to solicit the employees of the other party without its prior written consent.',
    'Neither party may solicit the employees of the other party without its prior written consent.',
  ],
  [
    'The operation of the left hip was carried out with no complications on 3 May 2022.',
    'The operation of the left hip was carried out without complications on 3 May 2022.',
  ],
  [
    'Die Operation der linken Hüfte verlief am 3. Mai 2022 ohne jede Komplikation.',
    'Die Operation der linken Hüfte verlief am 3. Mai 2022 mit keiner Komplikation.',
  ],
  [
    'The clinic employs both temporary and permanent staff on its two surgical wards.',
    'Permanent and temporary staff are employed on the two surgical wards of the clinic.',
  ],
  [
    'The permanent secretary of the ministry signed the interim order in March.',
    'The interim order was signed in March by the permanent secretary of the ministry.',
  ],
  [
    'The final interim report was sent to both parties before the hearing.',
    'Before the hearing both parties were sent the last interim report.',
  ],
  [
    'The tenant bought the house from the landlord on 3 May 2019 for a fair price.',
    'The landlord sold the house to the tenant on 3 May 2019 for a fair price.',
  ],
  [
    'The house was sold on 3 May 2019 together with its garden and the old barn.',
    'The house was bought on 3 May 2019 together with its garden and the old barn.',
  ],
  [
    'The information received under this agreement shall be kept secret for five years.',
    'The information disclosed under this agreement shall be kept secret for five years.',
  ],
  [
    'The patient was admitted on Monday and was discharged on Friday in good health.',
    'The patient was discharged in good health on the Friday after he was admitted on Monday.',
  ],
  [
    'Ramipril was stopped on admission and was started again before the discharge.',
    'Ramipril, stopped on admission, was started again before she was discharged.',
  ],
  [
    'The court dismissed the claim and allowed the counterclaim of the defendant in full.',
    'The defendant succeeded in full with the counterclaim, and the claim was dismissed.',
  ],
  [
    'The appeal was dismissed, so that the judgment of the lower court became final.',
    'The judgment of the lower court became final, for the appeal was dismissed.',
  ],
  [
    'The higher court reversed the decision of the lower court on the first ground only.',
    'On the first ground alone the decision of the lower court was reversed by the higher court.',
  ],
  [
    'Either party may terminate this agreement by giving written notice of thirty days.',
    'This agreement may be ended by either party on thirty days of notice in writing.',
  ],
  [
    'The left kidney is normal in size; the right kidney shows a small cyst at its upper pole.',
    'A small cyst was seen at the upper pole of the right kidney, the left being normal in size.',
  ],
  [
    'Blood pressure was higher in the morning than it was in the evening of each day.',
    'Each day the blood pressure was lower in the evening than in the morning.',
  ],
  [
    'The benign tumour of the left breast was removed before it could become malignant.',
    'Before the tumour of the left breast could become malignant it was removed; it was benign.',
  ],
  [
    'The oral agreement of May was confirmed in writing by both sides in June.',
    'In June both sides confirmed in writing what had been agreed orally in May.',
  ],
  [
    'The mother and the father of the child share the custody under the order of the court.',
    'Under the order of the court, custody of the child is shared by father and mother.',
  ],
  [
    'The plaintiff and the defendant agreed to settle the dispute out of court in the spring.',
    'In the spring the defendant and the plaintiff agreed on a settlement of the dispute out of court.',
  ],
  [
    'The employer dismissed the employee without notice after the second written warning.',
    'After a second warning in writing the employee was dismissed by his employer without notice.',
  ],
  [
    'The lessee shall return the keys to the lessor on the last day of the lease.',
    'On the last day of the lease the lessor shall be given back the keys by the lessee.',
  ],
  [
    'The acute phase was short, but the chronic pain of the shoulder has lasted for years.',
    'The chronic pain of the shoulder has lasted for years, though the acute phase was short.',
  ],
  [
    'He is able to walk with a stick and unable to climb the stairs without help.',
    'He can walk with a stick but is unable to climb stairs without help.',
  ],
  [
    'The defendants are jointly and severally liable for the costs of the first instance.',
    'For the costs of the first instance the defendants are liable jointly and severally.',
  ],
  [
    'The licence is exclusive for the first two years and non-exclusive from then on.',
    'For the first two years the licence is exclusive; it is non-exclusive from then on.',
  ],
  [
    'The increase of the dose was followed by a decrease of the pain within two days.',
    'Within two days of the increase of the dose there was a decrease of the pain.',
  ],
  [
    'The company made a profit in 2018 and made a loss in 2019 and in 2020.',
    'A loss was made by the company in 2019 and in 2020, after a profit in 2018.',
  ],
  [
    'The contract was concluded for a fixed term of two years and became indefinite in 2021.',
    'Concluded for a fixed term of two years, the contract became indefinite in 2021.',
  ],
  [
    'The public hearing was followed by a private meeting of the judges in the afternoon.',
    'In the afternoon, after the public hearing, the judges met in private.',
  ],
  [
    'The test was negative in March and the culture was positive in the first week of April.',
    'The culture was positive in the first week of April, the test negative in March.',
  ],
  [
    'Nausea was present before the treatment and was absent after the second week of it.',
    'Present before the treatment, nausea was absent after its second week.',
  ],
  [
    'The first instance allowed the claim; the second instance dismissed it with costs.',
    'The claim, allowed at first instance, was dismissed with costs at the second.',
  ],
  [
    'The direct costs were paid by the insurer and the indirect costs by the hospital.',
    'The insurer paid the direct costs and the hospital the indirect costs.',
  ],
  [
    'The seller bears the risk until delivery and the buyer bears it from delivery on.',
    'Until delivery the risk is borne by the seller and from delivery on by the buyer.',
  ],
  [
    'The upper limit of the range is 40 mg and its lower limit is 10 mg a day.',
    'The lower limit of the range is 10 mg a day, its upper limit 40 mg.',
  ],
  [
    'The old contract ended in May, and the new contract began in the following June.',
    'The new contract began in June, after the old contract had ended in May.',
  ],
  [
    'The patient declined the operation and consented to the conservative treatment.',
    'The patient consented to conservative treatment and declined the operation.',
  ],
  [
    'The majority of the members voted for the motion, a minority of them against it.',
    'A minority of the members voted against the motion, the majority for it.',
  ],
  [
    'Furosemide was reduced to 20 mg because the potassium had fallen to 3.1 mmol/l.',
    'The potassium had fallen to 3.1 mmol/l, so furosemide was lowered to 20 mg.',
  ],
  [
    'The wound is dry and closed, and the dressing was changed in the morning of 3 May.',
    'In the morning of 3 May the dressing was changed; the wound is closed and dry.',
  ],
  [
    'The parties keep the documents for five years and destroy all copies after that.',
    'The documents are kept by the parties for five years, and all copies destroyed after that.',
  ],
  [
    'The witness was found credible on the first point and unreliable on the second.',
    'On the second point the witness was found unreliable, on the first credible.',
  ],
  [
    'The insurer is liable for damage by fire, and the owner for damage by frost.',
    'Damage by fire is for the insurer, damage by frost is for the owner to bear.',
  ],
  [
    'The payment of the rent is due before the third working day of each month.',
    'Rent must be paid earlier than the third working day of each month.',
  ],
  [
    'The court granted the stay and refused the request for security for costs.',
    'The request for security for costs was refused, but the stay was granted by the court.',
  ],
  [
    'The severe pain of the first days became mild after the change of the dressing.',
    'After the change of the dressing the pain, severe in the first days, became mild.',
  ],
  [
    'The buyer shall inspect the goods within ten days after the delivery of the goods.',
    'Within ten days of delivery the goods shall be inspected by their buyer.',
  ],
  [
    'The judge admitted the first document and excluded the second one as irrelevant.',
    'The second document was excluded as irrelevant, the first was admitted by the judge.',
  ],
  [
    'The infusion was continued over night and was stopped in the morning of the next day.',
    'Continued over night, the infusion was stopped in the morning of the next day.',
  ],
  [
    'Full-time employees have thirty days of leave and part-time employees have fifteen days.',
    'Part-time employees have fifteen days of leave, full-time employees thirty.',
  ],
  [
    'He was married in 1990, divorced in 2001 and has been single since that year.',
    'Married in 1990 and divorced in 2001, he has since been single.',
  ],
  [
    'The negligent act of the driver caused a serious injury of the left knee of the cyclist.',
    'The driver by a negligent act caused a severe injury of the left knee of the cyclist.',
  ],
  [
    'The main hearing was public, and the names of the minors were kept confidential.',
    'While the main hearing was public, the names of the minors were kept secret.',
  ],
  [
    'The clause survives the termination of the agreement for a period of three years.',
    'For a period of three years after the termination of the agreement the clause remains in force.',
  ],
  [
    'The guarantor is liable to the creditor for the debts of the principal debtor.',
    'To the creditor the guarantor is liable for the debts of the main debtor.',
  ],
  [
    'Der Antrag wurde abgelehnt, und die Beschwerde wurde vom Gericht zugelassen.',
    'Die Beschwerde wurde vom Gericht zugelassen, der Antrag abgelehnt.',
  ],
  [
    'Der befristete Vertrag wurde im Mai in einen unbefristeten Vertrag umgewandelt.',
    'In einen unbefristeten Vertrag wurde der befristete Vertrag im Mai umgewandelt.',
  ],
  [
    'Die linke Niere ist unauffällig, die rechte Niere zeigt eine kleine Zyste am oberen Pol.',
    'Am oberen Pol zeigt die rechte Niere eine kleine Zyste, die linke ist unauffällig.',
  ],
  [
    'Der Kläger hat den Wagen im Mai 2019 gekauft und hat ihn im Juni 2020 verkauft.',
    'Im Juni 2020 hat der Kläger den Wagen verkauft, den er im Mai 2019 gekauft hatte.',
  ],
  [
    'Ramipril wurde bei Aufnahme abgesetzt und vor der Entlassung wieder angesetzt.',
    'Vor der Entlassung wurde Ramipril, bei Aufnahme abgesetzt, wieder angesetzt.',
  ],
  [
    'Le contrat a été conclu par écrit en mai et confirmé oralement par les parties en juin.',
    'Conclu par écrit en mai, le contrat a été confirmé oralement en juin par les parties.',
  ],
  [
    'The court granted the motion in part and denied the rest of the motion as moot.',
    'The motion was denied as moot in so far as the court had not granted it.',
  ],
  [
    'Warfarin was withheld before the operation and resumed on the second day after it.',
    'Warfarin was resumed on the second day after the operation, having been withheld before it.',
  ],
  ['Medicines stopped:\n- warfarin\n\nOn the second day warfarin was resumed by the ward.', 'Warfarin was resumed.'],
  ['Medicines on admission: ramipril, bisoprolol.\nMedicines stopped: bisoprolol.', 'Ramipril was continued.'],
  ['She takes ramipril in the morning. It was increased to 10 mg in May.', 'Ramipril was increased.'],
  ['She takes ramipril in the morning. It was changed to 10 mg in May.', 'Ramipril was increased.'],
  ['No history of diabetes in the family. She has diabetes since 2015.', 'She has diabetes.'],
  ['She has no diabetes in her family.', 'She has diabetes.'],
  ['She has no fever today.', 'She has fever.'],
  ['He has no known allergies to food.', 'He is allergic to penicillin.'],
  ['Allergies: penicillin (rash), none other known.', 'He is allergic to penicillin.'],
  [
    'No known allergies before this admission; a rash followed the first dose of amoxicillin.',
    'He is allergic to amoxicillin.',
  ],
  ['The patient has no children and has a brother who lives in Leeds.', 'The patient has a brother.'],
  ['She does not have a lawyer.', 'She has a lawyer in mind for the appeal.'],
  ['The defendant has no assets in Spain.', 'The defendant has assets.'],
  ['The company has no employees in Germany.', 'The company has employees.'],
  ['He has no income apart from his pension of 900 euros.', 'He has an income.'],
  ['She has no insurance.', 'He has insurance.'],
  [
    'The tenants are liable jointly for the rent and individually for the damage done by each.',
    'For the damage done by each the tenants are liable individually, and jointly for the rent.',
  ],
  [
    'The offer is open until 3 May and is closed to those who apply later than that.',
    'Until 3 May the offer is open; it is closed to later applicants.',
  ],
  [
    'The parties shall negotiate in good faith before they begin a formal proceeding.',
    'Before a formal proceeding is begun, the parties shall negotiate in good faith.',
  ],
  [
    'The first payment is due in March and the last payment is due in December.',
    'The last payment is due in December, the first one in March.',
  ],
  [
    'Sensitive to amoxicillin, resistant to ciprofloxacin was the result of the culture.',
    'The culture was resistant to ciprofloxacin and sensitive to amoxicillin.',
  ],
  [
    'The inner layer is thin and the outer layer is thick in the whole of the sample.',
    'In the whole of the sample the outer layer is thick, the inner one thin.',
  ],
  [
    'The agreement begins on the first of May and ends on the last day of April of the next year.',
    'The agreement ends on the last day of April of the year after the first of May on which it begins.',
  ],
  [
    'Payments made in advance shall be returned, and payments in arrears bear interest.',
    'Payments in arrears bear interest; payments made in advance shall be returned.',
  ],
  [
    'An agent of the buyer signed the contract, and the buyer paid the price to the seller.',
    'The seller was paid the price by the buyer, for whom an agent had signed the contract.',
  ],
  [
    'The receiving party shall protect the information that the disclosing party gives to it.',
    'The information that is given to it by the disclosing party shall be protected by the receiving party.',
  ],
  [
    'The receiving party shall protect the information that it receives from the other party.',
    'The information that the other party discloses shall be protected by the receiving party.',
  ],
  [
    'The licensor grants a licence to the licensee for the term of this agreement.',
    'The licensee obtains a licence from the licensor for the term of this agreement.',
  ],
  [
    'The lender lent 5,000 euros to the borrower on 3 May 2019 without any security.',
    'The borrower borrowed 5,000 euros from the lender on 3 May 2019 without any security.',
  ],
  [
    'The pain was worse at night and better in the morning after the second dose.',
    'After the second dose the pain was better in the morning, and worse at night.',
  ],
  [
    'The plaintiff lost at first instance and won on appeal with costs.',
    'On appeal the plaintiff won with costs, having lost at first instance.',
  ],
  [
    'The most senior member chairs the meeting and the most junior member takes the minutes.',
    'The minutes are taken by the most junior member; the most senior member chairs the meeting.',
  ],
  [
    'The notice was sent by the landlord on 3 May and was received by the tenant on 5 May.',
    'The tenant received on 5 May the notice that the landlord had sent on 3 May.',
  ],
  [
    'Bill Adams sold the car to Verity Pell on 3 May 2019 for 900 pounds.',
    'William Adams sold the car to Verity Pell on 3 May 2019 for 900 pounds.',
  ],
  [
    'Elizabeth Harker of Cologne signed the letter on behalf of the claimant in May.',
    'Liz Harker of Köln signed the letter on behalf of the claimant in May.',
  ],
  [
    'Ihr Antrag auf Ruhen des Verfahrens wurde abgelehnt, ihr Antrag auf Verlegung des Termins bewilligt.',
    'Bewilligt wurde ihr Antrag auf Verlegung des Termins, abgelehnt der auf Ruhen des Verfahrens.',
  ],
  [
    'Die Wunde ist trocken und geschlossen, die Umgebung ist gerötet und warm.',
    'Die Umgebung der Wunde ist gerötet und warm, die Wunde selbst geschlossen und trocken.',
  ],
  ['Sie hat keinen Diabetes in der Familie.', 'Sie hat Diabetes.'],
]

test.each(TRUE_OF)('"%s" does not say otherwise than "%s"', (page, sentence) => {
  expect(check(sentence, page).verdict).not.toMatch(/contradicted|nowhere/)
})
