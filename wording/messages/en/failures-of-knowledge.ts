/** Failures of lessons, facts, rules, and of the questions and runs that measure answers. */
export const FAILURES_OF_KNOWLEDGE = {
  lessons: {
    noFile: 'There is no file or folder {path}.',
    tooManyFiles:
      '{path} holds {count, plural, one {# YAML file} other {# YAML files}}. 1 to {most, number} can be imported.',
    noLesson: '{path} is not a lesson: {reason}',
    noYaml: '{path} cannot be read as YAML: {reason}',
    noApprover: 'Say who approves it: a lesson is approved by a person, by name.',
    noAnswerInRun: 'Run {run} has no answer to a question “{question}”.',
    noKnownAnswer: 'The right answer to question “{question}” is not known, so a lesson could not be tested on it.',
    notMistaken: 'Question “{question}” was answered neither wrong nor half in run {run}.',
    passagesOfTheirOwn:
      'The questions of “{set}” have passages of their own, so a lesson could not be tested on them in this matter.',
    notUsed: 'This answer was not written with that lesson.',
    noTestQuestion: '{path}, line {line}, is not {shape} in JSON.',
    changedWhileTested:
      'The lesson was changed, retired or sent back while it was tested, so the result was not kept. Test it again.',
    questionGone:
      'The question that “{lesson}” comes from is gone: its matter was deleted, or its decision was withdrawn. The lesson is kept, but its test can no longer be run.',
    testNeedsModel: 'Testing a lesson needs a model.',
    noMistake: 'There is no mistake that a model could write this lesson from. Write it by hand.',
    noLargerModel:
      'No installed model is larger than the one that made the mistake. Write the lesson by hand, or install a larger model.',
    notFinished: '{model} did not finish the lesson. Write it by hand, or try again.',
    notApproved: '“{lesson}” cannot be approved: {why}',
    approvedAlready: 'it is approved already.',
    retired: 'it is retired. Change its text, which makes it a draft again.',
    notTested: 'this text has not been tested. Run its tests.',
    testFailed: 'its test did not pass.',
    testFailedWith: 'its test did not pass. {remarks}',
    judgedHelped: 'It was said already that this lesson helped here. That is final.',
    judgedHurt: 'It was said already that this lesson did harm here. That is final.',
    testOfApproved: '“{lesson}” is approved. Change its text to test it again.',
    testOfRetired: '“{lesson}” is retired. Change its text to test it again.',
    gone: 'This lesson is no longer there.',
    correctionGone: 'This correction is no longer there.',
  },
  facts: {
    removed: 'The fact was removed meanwhile.',
    needsPack: '"{matter}" uses no rule pack, and facts are written in the words of a pack. Choose a pack first.',
    noWordsToFind: '"{matter}" uses no rule pack, so there is nothing to look for. Choose a pack first.',
    packsWithErrors: 'The packs of "{matter}" have errors: {problem} {fix}',
    refused: '{problem} {fix}',
    gone: 'This fact is no longer there.',
  },
  packs: {
    shippedStays: '"{name}" comes with Consilium. Remove it from the matters that use it instead.',
    notInUse: 'This matter does not use "{pack}".',
    nameTaken: 'There is already a pack "{name}".',
    nameOfShipped: '"{name}" is a pack that comes with Consilium. Give yours another name in pack.yaml.',
    folderExists: '{folder} is there already. Export to another folder.',
    unknown: 'There is no pack "{name}".',
    noFolder: '{folder} is not a folder that can be read. A pack is a folder of YAML files.',
    noPack: '{folder} holds no pack.yaml, so it is not a rule pack.',
    tooLarge:
      '{folder} holds {count, plural, one {# file} other {# files}} and {size}. A pack has at most {mostFiles, number} files and {most}.',
    problem: '{place}: {problem} {fix}',
    problems: '{place}: {problem} {fix} (and {count, number} more)',
  },
  rules: {
    noApprover: 'Say who approves "{rule}": a rule is approved by a person, by name.',
    noSource: 'Enter the source of "{rule}" first. Without a source, nobody can check a rule.',
    shippedStays: '"{name}" comes with Consilium and stays as it is. Copy it under another name, and change the copy.',
    examplesFail:
      '{failed, number} of {examples, plural, one {# example} other {# examples}} of "{rule}" {failed, plural, one {fails} other {fail}}.',
    unknown: 'The pack "{pack}" has no rule "{rule}".',
    noList: '{file} of "{pack}" holds no list of rules.',
    noCalculator: 'There is no calculator "{name}".',
    notAsked: '{title} does not ask for {said}.',
    tooManySheets: 'This matter has {count, number} saved case sheets, the most that it can have. Remove one first.',
    examplesMissing: '"{rule}" lacks examples before it counts as tested: {missing}.',
    exampleFails: 'The example "{title}" fails: expected {expected}, came {got}.',
    notOneRule: 'This is not one rule in YAML: {reason}',
    noId: 'This is not one rule in YAML: it has no id.',
    tookTooLong:
      'The rules were stopped: they took longer than {seconds, number}\u00A0s. Nothing follows from that, neither yes nor no.',
    interrupted: 'The rules were stopped: it was interrupted. Nothing follows from that, neither yes nor no.',
    programEnds: 'The rules were stopped: the program ends. Nothing follows from that, neither yes nor no.',
    tooMuchMemory:
      'The rules were stopped: they needed too much memory. Nothing follows from that, neither yes nor no.',
    failed: 'The rules were stopped: {reason}. Nothing follows from that, neither yes nor no.',
    processEnded: 'The rules were stopped: their process ended. Nothing follows from that, neither yes nor no.',
    packsWithErrors: 'The rule packs have errors.',
    packsWithError: 'The rule packs have errors. {file}, line {line}: {problem}',
    goalRefused: '{problem} {fix}',
    goalUnreadable: '{text}: {problem} {fix}',
    inputRefused: '{input}: {problem} {fix}',
    goalStopped: '{goal}: {reason}',
    noDay: '{text} is not a day. Write it as 2026-06-01.',
  },
  questions: {
    noFile: '{folder} holds no questions.jsonl. Each line is {shape}. The documents are in docs/.',
    faulty: '{file}: {faults}',
    keptInFolder: 'The questions of this set are in {folder}. Nothing was changed. Change them in that file.',
    openQuote: '{where}: a quotation mark is not closed. Nothing was imported.',
    sameId: '{name}: two questions have the id {id}. Nothing was imported.',
    none: '{name} holds no question.',
    noColumn: '{name} has no column "question". It has: {columns}',
    yesOrNo: '{where}: answerable is "{answerable}". Write yes or no. Nothing was imported.',
    noOption: '{where}: the answer "{answer}" is none of the options: {options}. Nothing was imported.',
    noJson: '{where} is not JSON. Nothing was imported.',
    encoding:
      '{name}: some characters cannot be decoded. Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”). Nothing was imported.',
    line: '{name}, line {line}',
    row: '{name}, row {row}',
    proposingNeedsModel: 'Proposing questions needs a model on this computer.',
  },
  evaluation: {
    noCommonQuestions: 'These runs have no judged question in common, so nothing can be calculated.',
    damagedLog:
      '{file}, line {line}, is not an answer of an earlier run. Remove that line, or begin again without {option}.',
    needsModel: 'Measuring answers needs a model.',
    matterGone: 'The matter of this question set is no longer there.',
    calibratedWithoutDocuments:
      'Answers without documents say nothing about answers with them. Calibrate on a run with documents.',
    tooFewToCalibrate:
      'Calibrating takes at least 20 answers, with 5 right and 5 wrong ones. This run has {count, number}, {right, number} right and {wrong, number} wrong. Nothing was changed. Run a larger set.',
    noneToCompare: 'These runs have no question in common, so they cannot be compared.',
    notJudged: 'Run {run} has no judged answer, so it cannot be compared.',
    scoredEarlier:
      'Run {run} was scored by an earlier version, which counted half answers as right. Run it again to compare.',
    fileIsFolder: '{file} is a folder. Name a file. Nothing was measured.',
    fileNotWritable: '{file} cannot be written: its folder must exist and be writable. Nothing was measured.',
    otherModel:
      'This run was begun with {model} as it was then. Now {now} would answer. Choose that model again, or begin a new run.',
    runNeedsModel: 'A run needs a model on this computer.',
    noRightAnswer: 'Enter the right answer, or that nothing answers it. Nothing was saved.',
    noSuchSpan: 'The span {start}–{end} is not in {document}. Nothing was saved.',
    nothingAtPath: 'There is nothing at {path}.',
    mixedPassages:
      '{name}: {bare, number} of {count, number} questions (the first is {first}) have no passages of their own, the others do. The former are asked about the matter, the latter about their passages. Put them into two files. Nothing was imported.',
    needsMatter:
      '{name} has neither documents nor passages of its own, so it must be imported in the matter that it asks about. Nothing was imported.',
    setNeedsMatter: 'A question set is built in a matter, from its documents.',
    readingPaused:
      'Reading stopped after {done, number} of {count, plural, one {# document} other {# documents}}, because it was paused. Nothing was measured. Run it again.',
    readingStopped:
      'Reading stopped after {done, number} of {count, plural, one {# document} other {# documents}}. {reason} Nothing was measured. Run it again.',
    otherSearch:
      'This run was begun with another search: {then}, now {now}. What was answered is kept. Begin a new run to ask all questions alike.',
    otherLessons:
      'This run was begun with other lessons ({then, number} approved then, {now, number} now). What was answered is kept. Begin a new run to ask all questions alike.',
    otherThreshold:
      'This run was begun when lessons were used in other cases. What was answered is kept. Begin a new run to ask all questions alike.',
    wordsAlone: 'words alone',
    wordsAnd: 'words and {embedder}',
    noRun: 'This run is no longer there.',
    noSet: 'This question set is no longer there.',
    noQuestion: 'This question is no longer there.',
  },
  optimisation: {
    noKnownAnswer: 'The answer of question {question} is not known.',
    gone: 'This optimisation is no longer there.',
    notEnded: 'The optimisation has not ended, so there are no best settings yet.',
    needsModel: 'Optimising needs a model on this computer.',
    noQuestions: 'Name a question set or a folder.',
    tooFewQuestions:
      'Optimising needs at least {needed, number} questions with a known answer. There are {count, number}. Nothing was measured.',
  },
} as const
