/** The quotes of one encounter and where each stands: to check, may be shown, refused with why. */

import type { heard } from '../../api/wire/public.ts'
import { levelNumbers } from '../../surveys/authority/levels.ts'
import { ageBands, textOf, voices } from '../../surveys/heard/encounter.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify, orNotify } from '../parts/staff/Toasts.tsx'

type Props = {
  quotes: readonly heard.Quote[]
  id: string
  themes: heard.EncounterPage['themes']
  canQuote: boolean
  again: () => void
}

export function Quotes({ quotes, id, themes, canQuote, again }: Props) {
  const drop = async (quote: string) => {
    await orNotify(async () => {
      await call('DELETE /api/heard/encounters/:id/quotes/:quote', { params: { id, quote } })
      notify('La citation est retirée.')
      again()
    })
  }
  const titleOf = (theme: string) => themes.find((one) => one.id === theme)?.title.toLowerCase() ?? theme
  return (
    <Section id="quotes-title" title="Citations">
      {quotes.length === 0 && (
        <p className="muted">
          {canQuote
            ? 'Aucune encore. Sélectionnez quelques mots dans les notes, puis « Citer ces mots ».'
            : 'L’accord donné ne permet de reprendre aucune phrase.'}
        </p>
      )}
      <ul className="quotes">
        {quotes.map((quote) => (
          <li key={quote.id}>
            <blockquote>« {quote.text} »</blockquote>
            <p className="muted">
              {[textOf(voices, quote.voice), quote.band && textOf(ageBands, quote.band)].filter(Boolean).join(', ')} ·
              {levelNumbers('objective', quote.objectives)}
              {quote.themes.length > 0 && ` · ${quote.themes.map(titleOf).join(', ')}`}
            </p>
            <p>
              <State check={quote.check} />{' '}
              <Button kind="quiet" onClick={() => drop(quote.id)}>
                Retirer<span className="visually-hidden"> la citation « {quote.text} »</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const State = ({ check }: Pick<heard.Quote, 'check'>) =>
  check === null ? (
    <span className="badge" data-kind="warm">
      à relire par une autre personne
    </span>
  ) : check.decision === 'approved' ? (
    <span className="badge" data-kind="good">
      relue par {check.byName}
    </span>
  ) : (
    <>
      <span className="badge">refusée par {check.byName}</span> {check.why}
    </>
  )
