/** A grid asked line by line: readable on a phone and to a screen reader. */
import type { QuestionMatrixModel } from 'survey-core'
import { Bold } from '../../parts/Bold.tsx'
import type { AnswerProps } from './answer-props.ts'
import { Choice } from './Choice.tsx'
import { Clear } from './ChoicesAnswer.tsx'

export function MatrixAnswer({ question, row: only }: AnswerProps) {
  const matrix = question as QuestionMatrixModel
  const rows = matrix.visibleRows.filter((row) => !only || String(row.name) === only)
  return (
    <>
      {rows.map((row) => (
        <fieldset className="matrix-row" key={row.name}>
          <legend>
            <Bold text={row.item.locText.textOrHtml} />
          </legend>
          <div className="choices" data-shape="pills">
            {matrix.visibleColumns.map((column) => (
              <Choice
                key={String(column.value)}
                type="radio"
                name={`${question.id}-${row.name}`}
                text={column.locText.textOrHtml}
                isChosen={row.value === column.value}
                choose={() => {
                  row.value = column.value
                }}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Clear question={question} />
    </>
  )
}
