/** Nobody is there: the week breathes slowly, and a language, a size and a word invite. */

import { useEffect } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { Bold } from '../../parts/Bold.tsx'
import { resetComfort, setComfort, sizes, useComfort } from '../../parts/comfort.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { inLanguage, readIn } from '../../parts/inLanguage.ts'
import { minutesText } from '../../parts/minutes.ts'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { useOffered, useSite } from '../../parts/site.ts'
import { weekMotif } from '../../parts/weekMotif.ts'
import { useSay } from '../../words/useSay.ts'
import { useKioskSay } from '../words.ts'
import './attract.css'

/** A language somebody chose before walking away is given up after this long. */
const forgetMs = 45_000

type Props = { questionnaires: readonly PublishedQuestionnaire[]; start: () => void; staff: () => void }

export function Attract({ questionnaires, start, staff }: Props) {
  const say = useKioskSay()
  const sayAnywhere = useSay()
  const site = useSite()
  const { language, size } = useComfort()
  const offered = useOffered()
  const nextSize = sizes[(sizes.indexOf(size) + 1) % sizes.length]!
  const isAsChosen = language === 'fr' && size === 'normal'
  useEffect(() => {
    const touched = ({ target }: MouseEvent) => {
      if (target instanceof Element && !target.closest('button')) start()
    }
    document.addEventListener('click', touched)
    return () => document.removeEventListener('click', touched)
  }, [start])
  useEffect(() => {
    if (isAsChosen) return
    const timer = setTimeout(() => void resetComfort(), forgetMs)
    return () => clearTimeout(timer)
  }, [isAsChosen])
  useEffect(() => {
    document.title = site?.name ?? ''
  }, [site])
  return (
    <main className="attract" dir={languageRows[language].direction}>
      <div className="attract-head">
        {site?.demo && (
          <p className="attract-demo">
            <Bold text={sayAnywhere('banner.demo')} />
          </p>
        )}
        <p className="attract-name">{site?.name}</p>
      </div>
      <Ribbon className="attract-ribbon" spans={weekMotif} />
      <div className="attract-words">
        <h1>{say('attract')}</h1>
        <ul className="attract-what">
          {questionnaires.map((questionnaire) => {
            const { tag, direction } = languageRows[readIn(questionnaire.title, language)]
            return (
              <li key={questionnaire.slug}>
                <span lang={tag} dir={direction}>
                  {inLanguage(questionnaire.title, language)}
                </span>{' '}
                <small>{minutesText(questionnaire, sayAnywhere)}</small>
              </li>
            )
          })}
        </ul>
        <p>{say('touch')}</p>
        <Button kind="main" onClick={start}>
          {say('start')}
        </Button>
      </div>
      <div className="attract-choices">
        <fieldset className="attract-languages">
          <legend className="visually-hidden">{say('languages')}</legend>
          {offered.map(([code, { name, tag }]) => (
            <Button
              key={code}
              lang={tag}
              aria-pressed={code === language}
              onClick={() => void setComfort({ language: code })}
            >
              {name}
            </Button>
          ))}
        </fieldset>
        <Button aria-label={say('size', { size: say(size) })} onClick={() => void setComfort({ size: nextSize })}>
          <small aria-hidden="true">A</small>
          <b aria-hidden="true">A</b>
        </Button>
        <button type="button" className="button attract-staff" data-kind="quiet" onClick={staff}>
          {say('staff')}
        </button>
      </div>
    </main>
  )
}
