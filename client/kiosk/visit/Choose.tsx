/** Which questionnaire: large cards, as on the home page. */

import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { useComfort } from '../../parts/comfort.ts'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { inLanguage, readIn } from '../../parts/inLanguage.ts'
import { minutesText } from '../../parts/minutes.ts'
import { useSay } from '../../words/useSay.ts'
import { useKioskSay } from '../words.ts'

type Props = { questionnaires: PublishedQuestionnaire[]; choose: (slug: string) => void }

export function Choose({ questionnaires, choose }: Props) {
  const say = useKioskSay()
  const sayAnywhere = useSay()
  const { language } = useComfort()
  return (
    <div className="stack">
      <FocusedTitle>{say(questionnaires.length === 0 ? 'none' : 'choose')}</FocusedTitle>
      <ul className="choose">
        {questionnaires.map((questionnaire) => {
          const { tag, direction } = languageRows[readIn(questionnaire.title, language)]
          return (
            <li key={questionnaire.slug}>
              <button type="button" className="choose-card" onClick={() => choose(questionnaire.slug)}>
                <b lang={tag} dir={direction}>
                  {inLanguage(questionnaire.title, language)}
                </b>
                <span lang={tag} dir={direction}>
                  {inLanguage(questionnaire.audienceText, language)}
                </span>
                <small>{minutesText(questionnaire, sayAnywhere)}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
