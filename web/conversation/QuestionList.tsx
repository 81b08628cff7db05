/** A list of suggested questions; a click asks one. */
interface QuestionListProps {
  questions: readonly string[]
  ask: (question: string) => void
  disabled?: boolean
}

export function QuestionList({ questions, ask, disabled = false }: QuestionListProps) {
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {questions.map((question) => (
        <li key={question}>
          <button
            type="button"
            disabled={disabled}
            onClick={() => ask(question)}
            className="title-link w-full text-pretty py-2.5 text-left font-serif text-body leading-snug disabled:text-soft"
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  )
}
