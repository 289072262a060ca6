/** What belongs here and how to put it in. */
export function NoSets({ hasMatter }: { readonly hasMatter: boolean }) {
  return (
    <div className="grid gap-2">
      <h2 className="h">No question set yet.</h2>
      <p className="soft">
        A question set holds questions whose answers are known. Run on it, the program shows how often it is right, how
        often it is sure and wrong, and can be calibrated, so that each answer says how sure it is.
      </p>
      <p className="soft">
        Import questions from a file{hasMatter ? ', or build a set from the documents of this matter' : ''}.
      </p>
    </div>
  )
}
