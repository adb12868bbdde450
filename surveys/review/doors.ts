/** What could be better about the two doors of a questionnaire: whom the short one leaves out, and whether it is short. */
import { elementsIn, frenchOf } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { isEssential, shortFormOf } from '../questionnaire/short-form.ts'
import type { Budget } from './budget.ts'
import type { Issue } from './issue.ts'

/** What zones and weights are made of: a response without it is in none. */
const placing: ReadonlySet<unknown> = new Set(['commune', 'age-band', 'household-type', 'sex'])
/** Longer than this part of the whole, the short door is none. */
const mostOfWhole = 0.6

export function doorIssues(questionnaire: Questionnaire, { short, minutes }: Budget): Issue[] {
  const places = elementsIn(questionnaire.definition)
  const advise = (path: string, code: string, message: string): Issue => ({ level: 'advice', path, code, message })
  if (!places.some(isEssential)) return []
  if (shortFormOf(questionnaire) === null)
    return [
      advise(
        '',
        'essential-all',
        'Toutes les questions sont essentielles\u202f: le choix de l’essentiel n’est pas proposé. En décocher, ou les décocher toutes.',
      ),
    ]
  const left = places.filter((place) => placing.has(place.element.role) && place.parent === null && !isEssential(place))
  const isLong = short !== null && short > mostOfWhole * minutes.median
  return [
    ...left.map(({ element }) =>
      advise(
        element.name,
        'essential-place',
        `«\u202f${frenchOf(element.title)}\u202f» n’est pas essentielle\u202f: les réponses courtes resteraient hors des zones ou du redressement qui s’en servent. La cocher.`,
      ),
    ),
    ...(isLong
      ? [
          advise(
            '',
            'essential-long',
            'L’essentiel demande plus de la moitié du temps du questionnaire entier\u202f: peu de personnes y gagneraient. Décocher des questions essentielles.',
          ),
        ]
      : []),
  ]
}
