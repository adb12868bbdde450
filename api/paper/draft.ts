/** A draft on paper, to be looked at before it is published. */
import { compileValidator, LanguageError } from '../../surveys/answers/validator.ts'
import { materialise, type ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import { theDraft } from '../design/drafts.ts'
import { Problem } from '../http/problems.ts'
import { valuesFor } from '../questionnaires/parameter-values.ts'
import { type AskedSheet, sampleForm } from './printing.ts'

/**
 * As it would be published now, without number or code.
 *
 * @throws Problem draft-unknown; gate-refused, with why it cannot be printed
 */
export async function printDraft(context: AppContext, slug: string, asked: AskedSheet): Promise<Uint8Array> {
  const { value: draft } = await theDraft(context, slug)
  const questionnaire = asPublished(draft.questionnaire, await valuesFor(context, slug, null))
  return sampleForm(context, questionnaire, asked, null)
}

/** @throws Problem gate-refused, with why it cannot be printed */
export function asPublished(draft: Questionnaire, values: ParameterValues): Questionnaire {
  try {
    const filled = materialise(draft, values)
    compileValidator(filled)
    return filled
  } catch (error) {
    if (error instanceof LanguageError) throw new Problem('gate-refused', error.problems)
    if (error instanceof RangeError)
      throw new Problem('gate-refused', [{ path: '', message: 'Un réglage demandé dans un texte n’existe pas.' }])
    throw error
  }
}
