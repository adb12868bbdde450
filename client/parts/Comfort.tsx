/** The comfort bar, at the same place on every screen. */
import type { Language } from '../../surveys/questionnaire/questionnaire.ts'
import { useSay } from '../words/useSay.ts'
import { countUse } from './api.ts'
import { setComfort, sizes, useComfort } from './comfort.ts'
import { useOffered } from './site.ts'

/** @param hasLanguages false where there is French only */
export function Comfort({ hasLanguages = true }: { hasLanguages?: boolean }) {
  const say = useSay()
  const { language, size, contrast } = useComfort()
  const nextSize = sizes[(sizes.indexOf(size) + 1) % sizes.length]!
  const isEasy = language === 'fr-facile'
  const offered = useOffered()
  const hasEasy = offered.some(([code]) => code === 'fr-facile')
  return (
    <fieldset className="comfort">
      <legend className="visually-hidden">{say('comfort.label')}</legend>
      {hasLanguages && (
        <>
          <label className="comfort-language">
            <span className="visually-hidden">{say('comfort.language')}</span>
            <select
              value={language}
              onChange={({ target }) => {
                void setComfort({ language: target.value as Language })
                if (target.value === 'fr-facile') void countUse('easy')
              }}
            >
              {offered.map(([code, { name, tag }]) => (
                <option key={code} value={code} lang={tag}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {hasEasy && (
            <button
              type="button"
              className="comfort-button"
              lang="fr"
              aria-pressed={isEasy}
              aria-label={`${say('comfort.easyShort')} (${say('comfort.easy')})`}
              onClick={() => {
                void setComfort({ language: isEasy ? 'fr' : 'fr-facile' })
                if (!isEasy) void countUse('easy')
              }}
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
    </fieldset>
  )
}
