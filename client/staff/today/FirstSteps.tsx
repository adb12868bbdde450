/** From an empty site to a first questionnaire online: steps in order, each with its state, its minutes and where it is done. */
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import './first-steps.css'

const stateWords: Record<staff.FirstSteps[number]['state'], string> = { done: 'Fait', now: 'À faire', later: 'Ensuite' }

export function FirstSteps({ steps }: { steps: staff.FirstSteps }) {
  const left = steps.reduce((sum, { minutes, state }) => (state === 'done' ? sum : sum + minutes), 0)
  return (
    <section className="first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps">Votre premier questionnaire en ligne</h2>
      <p className="muted">Encore {left} minutes environ, à deux. Chaque étape s’arrête et se reprend.</p>
      <ol>
        {steps.map(({ text, minutes, state, link, linkText }, at) => (
          <li key={linkText || text} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="first-number" aria-hidden="true">
              {state === 'done' ? '✓' : at + 1}
            </span>
            <p>
              {text}{' '}
              <small className={state === 'done' ? 'visually-hidden' : 'muted'}>
                {state === 'now' && link === null ? 'Une autre personne s’en occupe' : stateWords[state]} · {minutes}
                &nbsp;min
              </small>
            </p>
            {link !== null && state !== 'done' && (
              <Link className="button" href={link} data-kind={state === 'now' ? 'main' : 'quiet'}>
                {linkText}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
