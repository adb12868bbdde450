/** A question just added, that nobody has named yet: it lacks everything, and is not called wrong before it is left. */

import type { Found } from '../../../surveys/edit/places.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'

/** @param chosen path of what is being written */
export const isBegun = ({ path, element }: Pick<Found, 'path' | 'element'>, chosen: string | null): boolean =>
  path === chosen && frenchOf(element.title).trim() === ''
