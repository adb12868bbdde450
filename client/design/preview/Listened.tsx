/** « Dans l’ordre du lecteur d’écran » : the whole questionnaire as one list, line after line as it is read aloud. */

import { useMemo, useState } from 'react'
import { languageRows } from '../../../surveys/languages.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { learn } from '../../words/speak.ts'
import { heardOf } from './heard.ts'
import { LanguageSelect } from './LanguageSelect.tsx'

export function Listened({ questionnaire }: { questionnaire: Questionnaire }) {
  const [language, setLanguage] = useState<Language>('fr')
  // without its words a language is heard with some in French
  const listenIn = (next: Language) =>
    void learn(next)
      .catch(() => {})
      .then(() => setLanguage(next))
  const heard = useMemo(() => {
    try {
      return heardOf(questionnaire, language)
    } catch {
      return null
    }
  }, [questionnaire, language])
  const { tag, direction } = languageRows[language]
  return (
    <section className="preview-stage" aria-label="Ordre du lecteur d’écran">
      <p className="muted">
        Ce qu’une personne entend, dans l’ordre. Lisez la colonne de droite à voix haute : se comprend-elle sans rien
        voir ?
      </p>
      <LanguageSelect label="Langue" language={language} onChange={listenIn} />
      {heard === null ? (
        <p className="notice" data-kind="warm">
          Le brouillon est inachevé à un endroit : l’onglet Contrôle dit lequel.
        </p>
      ) : heard.length === 0 ? (
        <p className="muted">Il n’y a encore rien à lire.</p>
      ) : (
        <ol className="heard">
          {heard.map(({ kind, role, text, path }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
            <li key={`${at} ${path}`} data-kind={kind}>
              <span className="heard-role">{kind === 'condition' ? 'lu seulement si' : role || 'texte'}</span>
              {kind === 'condition' ? (
                <span>{text}</span>
              ) : (
                <span lang={tag} dir={direction}>
                  {text}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
