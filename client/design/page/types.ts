/** What a type is called where a questionnaire is made. */
import { rowOf } from '../../../surveys/types/catalogue.ts'

export const typeTitle = (element: { type: string; inputType?: unknown }) => rowOf(element)?.title ?? element.type
