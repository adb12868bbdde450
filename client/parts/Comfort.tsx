/** The comfort bar, at the same place on every screen. */
import { useState } from 'react'
import { type Language, languageRows } from '../../surveys/languages.ts'
import { useSay } from '../words/useSay.ts'
import { countUse } from './api.ts'
import { languageBefore, setComfort, sizes, useComfort } from './comfort.ts'
import { useOffered } from './site.ts'

/** @param hasLanguages false where there is French only */
export function Comfort({ hasLanguages = true }: { hasLanguages?: boolean }) {
  const say = useSay()
  const { language, size, contrast } = useComfort()
  const nextSize = sizes[(sizes.indexOf(size) + 1) % sizes.length]!
  const isEasy = language === 'fr-facile'
  const offered = useOffered()
  // a wrong language is left by one touch, and so is the French somebody came to by mistake
  const isFrench = languageRows[language].tag === 'fr'
  const last = languageBefore()
  const back = !isFrench ? 'fr' : last !== null && languageRows[last].tag !== 'fr' ? last : null
  const hasEasy = offered.some(([code]) => code === 'fr-facile')
  const [isMissing, setIsMissing] = useState(false)
  const choose = async (chosen: Language) => {
    setIsMissing(false)
    try {
      await setComfort({ language: chosen })
      if (chosen === 'fr-facile') void countUse('easy')
    } catch {
      setIsMissing(true)
    }
  }
  return (
    <fieldset className="comfort">
      <legend className="visually-hidden">{say('comfort.label')}</legend>
      {hasLanguages && (
        <>
          <label className="comfort-language" hidden={offered.length < 2}>
            <span className="visually-hidden">{say('comfort.language')}</span>
            <select value={language} onChange={({ target }) => void choose(target.value as Language)}>
              {offered.map(([code, { name, tag }]) => (
                <option key={code} value={code} lang={tag}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {back !== null && (
            <button
              type="button"
              className="comfort-button"
              lang={languageRows[back].tag}
              onClick={() => void choose(back)}
            >
              {languageRows[back].name}
            </button>
          )}
          {hasEasy && isFrench && (
            <button
              type="button"
              className="comfort-button"
              lang="fr"
              aria-pressed={isEasy}
              aria-label={`${say('comfort.easyShort')} (${say('comfort.easy')})`}
              onClick={() => void choose(isEasy ? 'fr' : 'fr-facile')}
            >
              {say('comfort.easyShort')}
            </button>
          )}
        </>
      )}
      <button
        type="button"
        className="comfort-button comfort-size"
        aria-label={say('comfort.size', { size: say(`comfort.${size}`) })}
        onClick={() => setComfort({ size: nextSize })}
      >
        <small>A</small>A
      </button>
      <button
        type="button"
        className="comfort-button comfort-contrast"
        aria-pressed={contrast === 'high'}
        aria-label={say('comfort.contrast')}
        onClick={() => setComfort({ contrast: contrast === 'high' ? 'normal' : 'high' })}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M10 1.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
        </svg>
      </button>
      <p role="status" className={isMissing ? 'comfort-missing' : 'visually-hidden'}>
        {isMissing && say('comfort.missing')}
      </p>
    </fieldset>
  )
}
