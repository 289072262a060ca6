% The rules of bench/rules/rules/all.yaml for SWI-Prolog, with a meta-interpreter that keeps the proof.
:- style_check(-discontiguous).
:- dynamic bench_fact/1.
% rule(Id, Head, Body, Text): user rules as data, proved by the meta-interpreter below.
:- dynamic ddi/3, class/2, class_ddi/3, takes/2, has/2, sex/2, born/2, weight/2, creatinine/2, accrued/2, claimant/2, claim_type/2, served/2, holiday/1, today/1, disapplied/1.
rule(cv_age2, cv(P,age,2), (age(P,A), A>=75), 'age >= 75').
rule(cv_age1, cv(P,age,1), (age(P,A), A>=65, A<75), 'age 65-74').
rule(cv_sex, cv(P,sex,1), sex(P,female), 'female sex').
rule(cv_chf, cv(P,chf,1), has(P,chf), 'heart failure').
rule(cv_htn, cv(P,htn,1), has(P,hypertension), 'hypertension').
rule(cv_dm, cv(P,dm,1), has(P,diabetes), 'diabetes').
rule(cv_str, cv(P,stroke,2), has(P,stroke), 'stroke/TIA/TE').
rule(cv_vas, cv(P,vascular,1), has(P,vascular), 'vascular disease').
rule(cv_score, score(P,S), sum(N,cv(P,_,N),S), 'CHA2DS2-VASc').
rule(thr_f, threshold(P,3), sex(P,female), 'threshold women').
rule(thr_m, threshold(P,2), not(sex(P,female)), 'threshold others').
rule(ci, contraindicated(P,oac), has(P,active_bleeding), 'active bleeding').
rule(oac, recommend(P,oac), (has(P,af), score(P,S), threshold(P,T), S>=T, not(contraindicated(P,oac))), 'offer anticoagulation').
rule(age, age(P,A), (born(P,B), today(D), years_between(B,D,A)), 'age').
rule(cg, crcl(P,C), (age(P,A), weight(P,W), creatinine(P,Cr), sexf(P,F), C is (140-A)*W/(72*Cr)*F), 'Cockcroft-Gault').
rule(sf, sexf(P,0.85), sex(P,female), 'female factor').
rule(sm, sexf(P,1), not(sex(P,female)), 'no factor').
rule(enx1, dose(P,enoxaparin,D,od), (crcl(P,C), C<30, weight(P,W), D is W*1), 'CrCl<30: 1 mg/kg once daily').
rule(enx2, dose(P,enoxaparin,D,bd), (crcl(P,C), C>=30, weight(P,W), D is W*1), '1 mg/kg twice daily').
rule(ddi1, interaction(P,A,B,S), (takes(P,A), takes(P,B), ddi(A,B,S)), 'pair interaction').
rule(ddi2, interaction(P,A,B,S), (takes(P,A), class(A,CA), class_ddi(CA,CB,S), takes(P,B), class(B,CB)), 'class interaction').
rule(lim, expires(M,D), (claim_type(M,personal_injury), runs_from(M,F), add_years(F,3,D)), '3 years').
rule(toll, runs_from(M,D), (minor_at_accrual(M,B), add_years(B,18,D)), 'runs from 18th birthday').
rule(norm, runs_from(M,A), (accrued(M,A), not(minor_at_accrual(M,_))), 'runs from accrual').
rule(minor, minor_at_accrual(M,B), (claimant(M,C), born(C,B), accrued(M,A), years_between(B,A,Y), Y<18), 'minor').
rule(barred, barred(M), (expires(M,D), today(T), T @> D, not(disapplied(M))), 'time-barred').
rule(ddl, deadline(M,D), (served(M,S), business_after(S,14,D)), '14 business days after service').
% ---- meta interpreter: prove(Goal, Depth, Proof)
prove(true,_,true) :- !.
prove((A,B),D,and(PA,PB)) :- !, prove(A,D,PA), prove(B,D,PB).
prove(not(G),D,no_evidence(G)) :- !, D>0, \+ prove(G,D,_).
prove(sum(N,G,S),D,sum(S,Ps)) :- !, findall(N-P,prove(G,D,P),L), sumk(L,0,S,Ps).
prove(G,_,calc(G)) :- builtin(G), !, call(G).
prove(G,D,by(Id,G,P)) :- D>0, D1 is D-1, rule(Id,G,B,_), prove(B,D1,P).
prove(G,_,fact(G)) :- edb(G), call(G).
sumk([],S,S,[]). sumk([N-P|T],A,S,[P|Q]) :- A1 is A+N, sumk(T,A1,S,Q).
builtin(_>=_). builtin(_<_). builtin(_>_). builtin(_=<_). builtin(_ is _). builtin(_@>_).
builtin(years_between(_,_,_)). builtin(add_years(_,_,_)). builtin(business_after(_,_,_)).
edb(ddi(_,_,_)). edb(class(_,_)). edb(class_ddi(_,_,_)). edb(takes(_,_)). edb(has(_,_)). edb(sex(_,_)). edb(born(_,_)). edb(weight(_,_)). edb(creatinine(_,_)). edb(accrued(_,_)). edb(claimant(_,_)). edb(claim_type(_,_)). edb(served(_,_)). edb(holiday(_)). edb(today(_)). edb(disapplied(_)).
% ---- dates as d(Y,M,D), portable ISO Prolog
years_between(d(Y1,M1,D1),d(Y2,M2,D2),A) :- ( (M2>M1 ; M2=:=M1, D2>=D1) -> A is Y2-Y1 ; A is Y2-Y1-1 ).
add_years(d(Y,M,D),N,d(Y2,M,D)) :- Y2 is Y+N.
jdn(d(Y,M,D),J) :- A is (14-M)//12, YY is Y+4800-A, MM is M+12*A-3, J is D+(153*MM+2)//5+365*YY+YY//4-YY//100+YY//400-32045.
unjdn(J,d(Y,M,D)) :- A is J+32044, B is (4*A+3)//146097, C is A-146097*B//4, D1 is (4*C+3)//1461, E is C-1461*D1//4, M1 is (5*E+2)//153, D is E-(153*M1+2)//5+1, M is M1+3-12*(M1//10), Y is 100*B+D1-4800+M1//10.
business_after(S,N,D) :- jdn(S,J), bd(J,N,K), unjdn(K,D).
bd(J,0,J) :- !.
bd(J,N,K) :- J1 is J+1, ( (W is J1 mod 7, W>=5 ; unjdn(J1,D), holiday(D)) -> bd(J1,N,K) ; N1 is N-1, bd(J1,N1,K) ).
