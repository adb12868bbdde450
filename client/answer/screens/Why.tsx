/** Why the server did not take the answers in, in the person's own language, and the questions to look at again. */
import { elementsIn, pathOf } from '../../../surveys/questionnaire/elements.ts'
import type { Definition, Text } from '../../../surveys/questionnaire/questionnaire.ts'
import { inLanguage } from '../../parts/inLanguage.ts'
import type { Key } from '../../words/speak.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'

const reasons: Record<string, Key> = {
  'questionnaire-closed': 'why.closed',
  'questionnaire-soon': 'why.soon',
  'questionnaire-unknown': 'why.gone',
  'questionnaire-unavailable': 'why.gone',
  'version-unknown': 'why.gone',
  'answers-refused': 'why.answers',
  'too-many-requests': 'contact.failed',
  busy: 'contact.failed',
  'store-unavailable': 'contact.failed',
  unreached: 'contact.failed',
}

type Props = {
  definition: Definition
  code: string
  /** Paths of the answers it is about, as in the field list. */
  paths?: readonly string[] | undefined
}

export function Why({ definition, code, paths = [] }: Props) {
  const say = useSay()
  const language = useLanguage()
  const blamed = new Set(paths.map((path) => path.replace(/\.\d+(?=\.|$)/g, '').replace(/-Comment$/, '')))
  const questions = elementsIn(definition)
    .filter((place) => blamed.has(pathOf(place)))
    .map(({ element }) => inLanguage((element.title ?? element.name) as Text, language).replaceAll('**', ''))
  return (
    <>
      <p className="problems-title">{say(reasons[code] ?? 'why.other')}</p>
      {questions.length > 0 && (
        <ul>
          {[...new Set(questions)].map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
    </>
  )
}
