/** The answer of each type, as people meet it: whole rows to touch, plain controls to read. The only list. */
import type { Question } from 'survey-core'
import { type DrawnType, typeOf } from '../../../surveys/types/catalogue.ts'
import type { AnswerRow } from './answer.ts'
import { boolean } from './Boolean.tsx'
import { checkbox } from './Checkbox.ts'
import { comment } from './Comment.tsx'
import { date } from './Date.tsx'
import { dropdown } from './Dropdown.tsx'
import { matrix } from './grids/Matrix.tsx'
import { matrixcheckbox } from './grids/Matrixcheckbox.ts'
import { numbers } from './grids/Numbers.tsx'
import { information } from './Information.ts'
import { number } from './Number.tsx'
import { radiogroup } from './Radiogroup.ts'
import { ranking } from './Ranking.tsx'
import { rating } from './Rating.tsx'
import { slider } from './Slider.tsx'
import { text } from './Text.tsx'
import { weekhours } from './Weekhours.ts'

export const answers: Readonly<Record<DrawnType, AnswerRow>> = {
  radiogroup,
  checkbox,
  dropdown,
  boolean,
  rating,
  slider,
  matrix,
  matrixcheckbox,
  ranking,
  number,
  numbers,
  text,
  comment,
  date,
  weekhours,
  information,
}

/** @returns null for what only holds questions */
export function answerRowOf(question: Question): AnswerRow | null {
  const type = typeOf({ type: question.getType(), inputType: question.inputType, cellType: question.cellType })
  return type === null || type === 'panel' || type === 'paneldynamic' ? null : answers[type]
}
