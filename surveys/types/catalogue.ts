/** Every type of question, in the order they are offered: the only list. */
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { boolean } from './choices/boolean.ts'
import { checkbox } from './choices/checkbox.ts'
import { dropdown } from './choices/dropdown.ts'
import { radiogroup } from './choices/radiogroup.ts'
import { comment } from './comment.ts'
import { date } from './date.ts'
import { matrix } from './grids/matrix.ts'
import { matrixcheckbox } from './grids/matrixcheckbox.ts'
import { numbers } from './grids/numbers.ts'
import { information } from './information.ts'
import { number } from './number.ts'
import { panel } from './panels/panel.ts'
import { paneldynamic } from './panels/paneldynamic.ts'
import { ranking } from './ranking.ts'
import { rating } from './rating.ts'
import { slider } from './slider.ts'
import { text } from './text.ts'
import type { TypeRow } from './type.ts'
import { weekhours } from './weekhours.ts'

const rows = {
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
  paneldynamic,
  panel,
}
export type QuestionType = keyof typeof rows
/** Types drawn on a screen; the others only hold questions. */
export type DrawnType = Exclude<QuestionType, 'panel' | 'paneldynamic'>

export const questionTypes: Readonly<Record<QuestionType, TypeRow>> = rows
export const typeNames = Object.keys(rows) as QuestionType[]

type Typed = Pick<DefinitionElement, 'type'> & { inputType?: unknown; cellType?: unknown }

const keyOf = ({ type, inputType, cellType }: Typed) => `${type}:${inputType ?? cellType}`

/** By the type and the input or cell type SurveyJS writes. */
const byKey = new Map(
  typeNames.flatMap((name) => {
    const { written } = questionTypes[name]
    return written ? [[keyOf(written), name] as const] : []
  }),
)

const isType = (name: string): name is QuestionType => Object.hasOwn(rows, name)

/**
 * The type of an element as it is written, or of a live question.
 *
 * @returns null when there is none of that name, or when another name is how it is written (`number` is a `text`)
 */
export function typeOf(element: Typed): QuestionType | null {
  const own = byKey.get(keyOf(element))
  if (own !== undefined) return own
  const { type } = element
  return isType(type) && questionTypes[type].written === undefined ? type : null
}

export function rowOf(element: Typed): TypeRow | null {
  const type = typeOf(element)
  return type && questionTypes[type]
}

/** False for what holds questions or gives something to read; an unknown type counts as asked. */
export const isAsked = (element: Typed): boolean => rowOf(element)?.kind !== null
