/** Whether everybody reads the directory, whether actors may propose a card, and the objectives it is evidence for. */

import { useState } from 'react'
import type { directory } from '../../../api/wire/public.ts'
import { levelHeading, levelSaid } from '../../../surveys/authority/levels.ts'
import { actorThemes } from '../../../surveys/directory/rows.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Choice } from '../../parts/staff/Choices.tsx'
import { SelectField } from '../../parts/staff/Field.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'

type Serves = directory.DirectoryPage['serves']

export function Opening({ page, again }: { page: directory.DirectoryPage; again: () => void }) {
  const [isOpen, setIsOpen] = useState(page.isOpen)
  const [takesProposals, setTakes] = useState(page.takesProposals)
  const [serves, setServes] = useState<Serves>(page.serves)
  const [errors, saving] = useSaving()
  const set = (at: number, change: Partial<Serves[number]>) =>
    setServes(serves.map((row, index) => (index === at ? { ...row, ...change } : row)))
  const free = page.objectives.find(({ number }) => !serves.some(({ objective }) => objective === number))
  const save = () =>
    saving(async () => {
      await call('POST /api/directory', { body: { isOpen, takesProposals, serves } })
      notify(
        isOpen === page.isOpen
          ? 'C’est enregistré.'
          : isOpen
            ? 'L’annuaire est ouvert à tout le monde.'
            : 'L’annuaire n’est plus public.',
      )
      again()
    })
  return (
    <Section id="opening-title" title="Ouvrir l’annuaire">
      <div className="form">
        <Choice
          checked={isOpen}
          onChange={setIsOpen}
          text="Tout le monde peut lire l’annuaire"
          help="À l’adresse /annuaire, depuis l’accueil et les résultats ; avec la liste à imprimer."
        />
        <Choice
          checked={takesProposals}
          onChange={setTakes}
          text="Les structures peuvent proposer leur fiche en ligne"
          help="À l’adresse /ma-fiche. Vous lisez chaque fiche avant qu’elle paraisse."
        />
        <fieldset className="form-field">
          <legend>{levelHeading('objective', 2)} du plan que l’annuaire sert</legend>
          <p className="form-help">
            Sous chacun, on lira combien d’acteurs sont décrits, et combien de fiches sont vérifiées depuis un an.
          </p>
          {serves.map((row, at) => (
            <div key={row.objective} className="directory-serves">
              <SelectField
                label={levelHeading('objective')}
                value={row.objective}
                choices={page.objectives
                  .filter(
                    ({ number }) => number === row.objective || !serves.some(({ objective }) => objective === number),
                  )
                  .map(({ number, title }) => ({ value: number, text: `${number}. ${title}` }))}
                onChange={(objective) => set(at, { objective })}
              />
              <SelectField
                label="Fiches comptées"
                value={row.theme}
                none="Toutes"
                choices={actorThemes.map(({ value, words }) => ({ value, text: words.fr }))}
                onChange={(theme) => set(at, { theme })}
              />
              <Button
                kind="quiet"
                aria-label={`Retirer ${levelSaid('the', 'objective')} ${row.objective}`}
                onClick={() => setServes(serves.filter((_, index) => index !== at))}
              >
                Retirer
              </Button>
            </div>
          ))}
          {errors.serves && <p className="form-error">{errors.serves}</p>}
          {free && (
            <p>
              <Button onClick={() => setServes([...serves, { objective: free.number, theme: '' }])}>
                Ajouter {levelSaid('a', 'objective')}
              </Button>
            </p>
          )}
        </fieldset>
        <div className="actions">
          <Button kind="main" onClick={save}>
            Enregistrer
          </Button>
        </div>
      </div>
    </Section>
  )
}
