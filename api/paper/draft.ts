/** A draft on paper, to be looked at before it is published. */
import { compile, LanguageError } from '../../surveys/check.ts'
import type { Language, Questionnaire } from '../../surveys/questionnaire.ts'
import { materialise, type ParameterValues } from '../../surveys/questionnaire-parameters.ts'
import { theDraft } from '../design/drafts.ts'
import type { House } from '../house.ts'
import { valuesFor } from '../parameters/values.ts'
import { Problem } from '../problems.ts'
import { sampleSheet } from './printing.ts'

/**
 * As it would be published now, without number or code.
 *
 * @throws Problem draft-unknown; gate-refused, with what keeps it from being set
 */
export async function printDraft(
  house: House,
  slug: string,
  language: Language,
  copies: number,
  origin: string,
): Promise<Uint8Array> {
  const { value: draft } = await theDraft(house, slug)
  const questionnaire = asPublished(draft.questionnaire, await valuesFor(house, slug, null))
  return sampleSheet(house, questionnaire, language, copies, origin)
}

function asPublished(draft: Questionnaire, values: ParameterValues): Questionnaire {
  try {
    const filled = materialise(draft, values)
    compile(filled)
    return filled
  } catch (error) {
    if (error instanceof LanguageError) throw new Problem('gate-refused', error.problems)
    if (error instanceof RangeError)
      throw new Problem('gate-refused', [{ path: '', message: 'Un réglage demandé dans un texte n’existe pas.' }])
    throw error
  }
}
